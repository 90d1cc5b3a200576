import { problem } from './problem-type.ts';

/** What may be wrong with a request, grant or denial that is to be issued. */
export const issueProblems = {
  unknown_context: problem(
    400,
    ['Unknown JSON-LD context', 'Name only the contexts the detail lists.'],
    ['Onbekende JSON-LD-context', 'Noem alleen de contexten uit de toelichting.'],
  ),
  unknown_term: problem(
    400,
    ['Unknown term', 'Leave the term out, or write it as an absolute IRI within the consent.'],
    ['Onbekende term', 'Laat de term weg, of schrijf hem als absolute IRI binnen de toestemming.'],
  ),
  reserved_field: problem(
    400,
    ['Reserved field', 'Choose an IRI of your own as the name of the custom field.'],
    ['Gereserveerd veld', 'Kies een eigen IRI als naam van het extra veld.'],
  ),
  invalid_credential: problem(
    400,
    ['Credential not as described', 'Set right the member the detail names.'],
    ['Verklaring klopt niet', 'Verbeter het veld dat in de toelichting staat.'],
  ),
  invalid_resource: problem(
    400,
    ['Resource is not a usable URL', 'Name resources by normalised http(s) URLs without fragment.'],
    ['Gegeven heeft geen bruikbare URL', 'Gebruik genormaliseerde http(s)-URL’s zonder fragment.'],
  ),
  resource_outside_vaults: problem(
    400,
    ['Resource outside the vaults', 'Name only resources of vault servers this authority serves.'],
    ['Gegeven buiten de kluizen', 'Noem alleen gegevens op kluisservers van deze autoriteit.'],
  ),
  resources_on_several_vaults: problem(
    400,
    ['Resources on several vault servers', 'Send one request or decision for each vault server.'],
    ['Gegevens op meer kluisservers', 'Stuur per kluisserver een eigen vraag of besluit.'],
  ),
  expiry_in_past: problem(
    400,
    ['End is in the past', 'Choose an end that is still to come, or check your clock.'],
    ['Einddatum is al geweest', 'Kies een einddatum in de toekomst, of controleer uw klok.'],
  ),
  expiry_too_far: problem(
    400,
    ['End is too far away', 'Choose an end within a year.'],
    ['Einddatum is te ver weg', 'Kies een einddatum binnen een jaar.'],
  ),
  expiry_before_issuance: problem(
    400,
    ['End is before the start', 'Choose an end after the start.'],
    ['Einddatum ligt voor het begin', 'Kies een einddatum na het begin.'],
  ),
  issuance_in_future: problem(
    400,
    ['Start is in the future', 'Leave the start out, or check your clock.'],
    ['Begin ligt in de toekomst', 'Laat het begin weg, of controleer uw klok.'],
  ),
  issuance_too_old: problem(
    400,
    ['Start is too long ago', 'Leave the start out, or choose one within the last year.'],
    ['Begin is te lang geleden', 'Laat het begin weg, of kies een begin in het afgelopen jaar.'],
  ),
  issuance_before_request: problem(
    400,
    ['Decision starts before its request', 'Leave the start out, or choose one after the request.'],
    ['Besluit begint voor de vraag', 'Laat het begin weg, of kies een begin na de vraag.'],
  ),
  subject_not_caller: problem(
    403,
    ['In the name of someone else', 'Speak for yourself: leave credentialSubject.id out.'],
    ['Namens een ander', 'Spreek voor uzelf: laat credentialSubject.id weg.'],
  ),
  not_controller: problem(
    403,
    ['Not yours to decide on', 'Name only resources you control at the vault server.'],
    ['Niet aan u om over te besluiten', 'Noem alleen gegevens die u zelf beheert in de kluis.'],
  ),
  resource_not_of_citizen: problem(
    400,
    ['Not data of this person', 'Ask only for resources the person asked controls.'],
    ['Geen gegevens van deze persoon', 'Vraag alleen gegevens die de gevraagde persoon beheert.'],
  ),
  vault_unreachable: problem(
    503,
    ['Vault server does not answer', 'Try again in a few seconds.'],
    ['Kluisserver antwoordt niet', 'Probeer het over een paar seconden opnieuw.'],
  ),
  vault_answer_invalid: problem(
    502,
    ['Vault server answered something else', 'Tell the operator of the vault server.'],
    ['Kluisserver gaf een vreemd antwoord', 'Meld dit aan de beheerder van de kluisserver.'],
  ),
} as const;
