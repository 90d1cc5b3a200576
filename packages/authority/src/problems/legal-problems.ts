import { problem } from './problem-type.ts';

/** Legal bases other than consent, beyond the rules that decide. */
export const legalProblems = {
  not_operator: problem(
    403,
    ['For the operator only', 'Ask the operator of this authority to do this.'],
    ['Alleen voor de beheerder', 'Vraag de beheerder van deze autoriteit om dit te doen.'],
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
      'Signature of the decision does not fit',
      'Sign this version, with these reasons and this name, with a key of the register.',
    ],
    [
      'Handtekening van het besluit klopt niet',
      'Onderteken deze versie, met deze redenen en naam, met een sleutel uit het register.',
    ],
  ),
} as const;
