import { problem } from './problem-type.ts';

/** What may be wrong with a decision on a request. */
export const decisionProblems = {
  request_unknown: problem(
    409,
    ['Request unknown', 'Name a request that was made at this authority.'],
    ['Vraag onbekend', 'Noem een vraag die bij deze autoriteit is gesteld.'],
  ),
  request_not_addressed_to_caller: problem(
    403,
    ['Request was put to someone else', 'Decide only on requests that were put to you.'],
    ['Vraag is aan een ander gesteld', 'Besluit alleen over vragen die aan u zijn gesteld.'],
  ),
  recipient_not_requestor: problem(
    403,
    ['Someone else asked', 'Decide for the one who made the request.'],
    ['Een ander stelde de vraag', 'Besluit voor degene die de vraag stelde.'],
  ),
  request_canceled: problem(
    409,
    ['Request was cancelled', 'Nothing needs to be decided any more.'],
    ['Vraag is ingetrokken', 'U hoeft niets meer te besluiten.'],
  ),
  request_expired: problem(
    409,
    ['Request has ended', 'The one who asked may make a new request.'],
    ['Vraag is verlopen', 'Wie de vraag stelde, kan een nieuwe vraag stellen.'],
  ),
  already_decided: problem(
    409,
    ['Already decided', 'Look up the decision; withdraw a grant when you want to change it.'],
    ['Al besloten', 'Zoek het besluit op; trek een toestemming in als u het wilt veranderen.'],
  ),
  mode_not_requested: problem(
    403,
    ['More than was asked: mode', 'Grant only modes of the request.'],
    ['Meer dan gevraagd: soort toegang', 'Geef alleen soorten toegang uit de vraag.'],
  ),
  resource_not_requested: problem(
    403,
    ['More than was asked: resource', 'Grant only resources of the request.'],
    ['Meer dan gevraagd: gegevens', 'Geef alleen gegevens uit de vraag.'],
  ),
  inheritance_not_requested: problem(
    403,
    ['More than was asked: contents', 'Grant the container without what is inside it.'],
    ['Meer dan gevraagd: inhoud', 'Geef de map zonder wat erin zit.'],
  ),
  purpose_not_requested: problem(
    403,
    ['More than was asked: purpose', 'Grant only for purposes of the request.'],
    ['Meer dan gevraagd: doel', 'Geef alleen toestemming voor doelen uit de vraag.'],
  ),
  expiry_later_than_requested: problem(
    403,
    ['More than was asked: time', 'Choose an end no later than that of the request.'],
    ['Meer dan gevraagd: tijd', 'Kies een einddatum die niet na die van de vraag ligt.'],
  ),
  credential_not_found: problem(
    404,
    ['No such credential', 'Check the id; it is the one this authority answered with.'],
    [
      'Verklaring niet gevonden',
      'Controleer het id; het is het id uit het antwoord van deze autoriteit.',
    ],
  ),
  not_participant: problem(
    403,
    ['Not from you or for you', 'Log in as one of the two it is from or for.'],
    ['Niet van u of voor u', 'Log in als een van de twee van wie of voor wie dit is.'],
  ),
  not_subject: problem(
    403,
    ['Not made by you', 'Only the one who made it can end it.'],
    ['Niet door u gemaakt', 'Alleen wie het maakte, kan het beëindigen.'],
  ),
  not_suspendable: problem(
    409,
    ['Only grants are suspended', 'Cancel a request, or withdraw a denial.'],
    ['Alleen een toestemming pauzeert', 'Annuleer een vraag, of trek een weigering in.'],
  ),
  already_revoked: problem(
    409,
    ['Withdrawn for good', 'Give a new grant.'],
    ['Voorgoed ingetrokken', 'Geef een nieuwe toestemming.'],
  ),
  status_list_not_found: problem(
    404,
    ['No such status list', 'Use the URL in the credentialStatus of a credential.'],
    ['Statuslijst niet gevonden', 'Gebruik de URL uit credentialStatus van een verklaring.'],
  ),
} as const;
