import { problem } from './problem-type.ts';

/** Legal bases other than consent, beyond the rules that decide. */
export const legalProblems = {
  not_operator: problem(
    403,
    ['For the operator only', 'Ask the operator of this authority to do this.'],
    ['Alleen voor de beheerder', 'Vraag de beheerder van deze autoriteit om dit te doen.'],
  ),
  explicit_consent_missing: problem(
    422,
    [
      'No explicit consent to special categories',
      'Ask about them in a step of its own, and name what the citizen said yes to.',
    ],
    [
      'Geen uitdrukkelijke toestemming voor bijzondere gegevens',
      'Vraag daar apart naar, en noem waarop de burger ja zei.',
    ],
  ),
  participant_not_found: problem(
    404,
    ['No such participant', 'Look up the participants at v1/register/participants.'],
    ['Deelnemer niet gevonden', 'Zoek de deelnemers op bij v1/register/participants.'],
  ),
  activity_of_another: problem(
    403,
    ['Activity of someone else', 'Register activities of your own, under ids of your own.'],
    ['Verwerking van een ander', 'Registreer verwerkingen van uzelf, met een id dat van u is.'],
  ),
  version_conflict: problem(
    409,
    ['Not the next version', 'Look up the newest version, and send the one after it.'],
    ['Niet de volgende versie', 'Zoek de nieuwste versie op, en stuur de versie daarna.'],
  ),
  mandate_not_found: problem(
    404,
    ['No such mandate', 'Look up the mandates at v1/mandates.'],
    ['Machtiging niet gevonden', 'Zoek de machtigingen op bij v1/mandates.'],
  ),
  step_not_possible: problem(
    409,
    ['Step does not fit now', 'Take one of the steps that the detail names.'],
    ['Stap past nu niet', 'Zet een van de stappen die in de toelichting staan.'],
  ),
  step_of_another: problem(
    403,
    ['Step is not yours to take', 'Leave this step to the agency, or to the operator.'],
    ['Stap is niet aan u', 'Laat deze stap aan de organisatie, of aan de beheerder.'],
  ),
  signature_missing: problem(
    422,
    ['Decision is not signed', 'Have the official who decides sign the digest of the mandate.'],
    ['Besluit is niet ondertekend', 'Laat de functionaris die besluit de machtiging ondertekenen.'],
  ),
  signature_invalid: problem(
    422,
    [
      'Signature does not fit',
      'Sign this version, or this erasure, as it is sent, with a key of the register.',
    ],
    [
      'Handtekening klopt niet',
      'Onderteken deze versie, of dit wissen, zoals het verstuurd is, met een sleutel uit het register.',
    ],
  ),
  no_vault: problem(
    404,
    ['Citizen has no vault here', 'Take the other route to the service.'],
    ['Burger heeft hier geen kluis', 'Gebruik de andere route naar de dienst.'],
  ),
  lawful_access_not_found: problem(
    404,
    ['No such access', 'Look up what you take part in at v1/lawful-accesses.'],
    ['Toegang niet gevonden', 'Zoek op waar u deel aan hebt bij v1/lawful-accesses.'],
  ),
  access_ended: problem(
    403,
    ['Access has ended', 'Look up why, and take the other route to the service.'],
    ['Toegang is beëindigd', 'Zoek op waarom, en gebruik de andere route naar de dienst.'],
  ),
  access_suspended: problem(
    403,
    ['Access stands still', 'Look up why, and wait until it goes on.'],
    ['Toegang staat stil', 'Zoek op waarom, en wacht tot zij weer geldt.'],
  ),
  access_expired: problem(
    403,
    ['Time of the access is over', 'Ask for it again when it is still needed.'],
    ['Tijd van de toegang is om', 'Vraag haar opnieuw als zij nog nodig is.'],
  ),
  access_not_yet_valid: problem(
    403,
    ['Access has not begun', 'Wait until its start: the citizen has been told of it.'],
    ['Toegang is nog niet begonnen', 'Wacht tot het begin: de burger heeft bericht gekregen.'],
  ),
  not_reviewer: problem(
    403,
    ['Review is not yours to record', 'Wait for the review; you can complain to the supervisor.'],
    ['Beoordeling is niet aan u', 'Wacht op de beoordeling; klagen kan ook.'],
  ),
  no_emergency: problem(
    409,
    ['Not an emergency', 'Review only access that was opened in an emergency.'],
    ['Geen noodgeval', 'Beoordeel alleen toegang die in nood openging.'],
  ),
  reviewer_opened_it: problem(
    422,
    [
      'Reviewer opened it',
      'Have somebody look at it who did not open it, such as the data protection officer.',
    ],
    [
      'Wie beoordeelt, opende het zelf',
      'Laat iemand kijken die het niet opende, zoals de functionaris gegevensbescherming.',
    ],
  ),
  reviewed_before: problem(
    409,
    ['Reviewed before', 'Look the access up; the review on record stays as it is.'],
    ['Al beoordeeld', 'Zoek de toegang op; de beoordeling die vastligt, blijft zo.'],
  ),
  no_right_to_object: problem(
    409,
    ['No right to object on this basis', 'Ask a question, or complain; the detail says why.'],
    [
      'Bezwaar kan niet op deze grondslag',
      'Stel een vraag, of dien een klacht in; in de toelichting staat waarom.',
    ],
  ),
  objection_not_found: problem(
    404,
    ['No such objection', 'Look up your objections at v1/objections.'],
    ['Bezwaar niet gevonden', 'Zoek uw bezwaren op bij v1/objections.'],
  ),
  objection_of_citizen: problem(
    403,
    ['Answer is for the agency', 'Wait for the answer of the agency; you can complain.'],
    ['Antwoord is aan de organisatie', 'Wacht op het antwoord; klagen kan ook.'],
  ),
  objection_pending: problem(
    409,
    ['Objection waits for an answer', 'Wait for the answer; the access stands still.'],
    ['Bezwaar wacht op antwoord', 'Wacht op het antwoord; de toegang staat stil.'],
  ),
  objection_answered: problem(
    409,
    ['On record before', 'Look the objection up; what is on record stays so.'],
    ['Al vastgelegd', 'Zoek het bezwaar op; wat vastligt, blijft zo.'],
  ),
  no_such_right: problem(
    409,
    ['This right does not go with the ground', 'The rights that do are in the view of the access.'],
    ['Dit recht past niet bij de grondslag', 'De rechten die er wel zijn, staan bij de toegang.'],
  ),
  rights_request_not_found: problem(
    404,
    ['No such request', 'Look up your requests at v1/rights-requests.'],
    ['Verzoek niet gevonden', 'Zoek uw verzoeken op bij v1/rights-requests.'],
  ),
  rights_request_of_citizen: problem(
    403,
    [
      'Answer to a request is for the agency',
      'Wait for the answer of the agency; you can complain.',
    ],
    ['Antwoord op een verzoek is aan de organisatie', 'Wacht op het antwoord; klagen kan ook.'],
  ),
  rights_request_pending: problem(
    409,
    ['Request waits for an answer', 'Wait for the answer to your earlier request.'],
    ['Verzoek wacht op antwoord', 'Wacht op het antwoord op uw eerdere verzoek.'],
  ),
  rights_request_answered: problem(
    409,
    ['Request is answered', 'Look the request up; what is on record stays so.'],
    ['Verzoek is beantwoord', 'Zoek het verzoek op; wat vastligt, blijft zo.'],
  ),
  extension_too_late: problem(
    409,
    ['Too late for more time', 'Answer the objection; the month is over.'],
    ['Te laat voor meer tijd', 'Beantwoord het bezwaar; de maand is om.'],
  ),
  correction_source_unknown: problem(
    422,
    ['No such source', 'Look up the sources at v1/participants.'],
    ['Geen bron die meedoet', 'Zoek de bronnen op bij v1/participants.'],
  ),
  correction_not_found: problem(
    404,
    ['No such report', 'Look up your reports at v1/corrections.'],
    ['Melding niet gevonden', 'Zoek uw meldingen op bij v1/corrections.'],
  ),
  correction_of_citizen: problem(
    403,
    ['Answer is for the source', 'Wait for the answer of the source; you can complain.'],
    ['Antwoord is aan de bron', 'Wacht op het antwoord van de bron; klagen kan ook.'],
  ),
  access_not_ended: problem(
    409,
    ['Access has not ended', 'Give the grant up first.'],
    ['Toegang is niet voorbij', 'Geef de toestemming eerst op.'],
  ),
  report_without_access: problem(
    403,
    ['No access to this fact', 'Name access of your own to it, that ended 90 days ago at most.'],
    ['Geen toegang tot dit gegeven', 'Noem eigen toegang ertoe, die hooguit 90 dagen voorbij is.'],
  ),
  correction_pending: problem(
    409,
    ['Report of this fact is open', 'Wait for the answer of the source.'],
    ['Melding over dit gegeven loopt nog', 'Wacht op het antwoord van de bron.'],
  ),
  corrections_too_many: problem(
    409,
    ['Too many open reports', 'Wait until sources have answered some of them.'],
    ['Te veel open meldingen', 'Wacht tot bronnen er een paar beantwoord hebben.'],
  ),
  correction_step_not_possible: problem(
    409,
    ['Report is past that step', 'Look the report up; take a step that the detail names, if any.'],
    ['Melding is die stap voorbij', 'Zoek de melding op; zet een stap die de toelichting noemt.'],
  ),
} as const;
