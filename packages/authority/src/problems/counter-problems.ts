import { problem } from './problem-type.ts';

/** Letters, and what clerks enter at a counter. */
export const counterProblems = {
  letter_not_possible: problem(
    409,
    [
      'No letter about this request',
      'Send letters about requests to read that wait for an answer.',
    ],
    [
      'Geen brief over deze vraag',
      'Stuur brieven over vragen om te lezen die op antwoord wachten.',
    ],
  ),
  letter_code_mistyped: problem(
    422,
    ['Typing error in the code', 'Look at the letter again: a sign is wrong or missing.'],
    ['Typefout in de code', 'Kijk nog eens op de brief: een teken is fout of ontbreekt.'],
  ),
  letter_unknown: problem(
    404,
    [
      'No such letter',
      'Compare code and date of birth with the letter and the document. Of two letters the newest counts.',
    ],
    [
      'Geen brief gevonden',
      'Vergelijk de code en de geboortedatum met de brief en het document. Van twee brieven telt de nieuwste.',
    ],
  ),
  letter_expired: problem(
    409,
    ['The code has ended', 'Ask the agency for a new letter, or take the other route.'],
    ['De code geldt niet meer', 'Vraag de organisatie om een nieuwe brief, of neem de andere weg.'],
  ),
  letter_locked: problem(
    409,
    ['The code is locked', 'Ask the agency for a new letter.'],
    ['De code is geblokkeerd', 'Vraag de organisatie om een nieuwe brief.'],
  ),
  too_many_codes: problem(
    429,
    ['Too many wrong codes', 'Wait an hour, and look at the letter again.'],
    ['Te veel foute codes', 'Wacht een uur, en kijk nog eens op de brief.'],
  ),
  card_unknown: problem(
    404,
    [
      'No such card',
      'Compare number and date of birth with the card and the document. Of two cards the newest counts.',
    ],
    [
      'Geen baliepas gevonden',
      'Vergelijk het nummer en de geboortedatum met de pas en het document. Van twee passen telt de nieuwste.',
    ],
  ),
  card_locked: problem(
    409,
    [
      'The card is locked',
      'The citizen can make a new one in the app, or have one made with a letter.',
    ],
    ['De baliepas is geblokkeerd', 'De burger kan een nieuwe maken in de app, of met een brief.'],
  ),
  too_many_lookups: problem(
    429,
    ['Too many citizens looked up', 'Wait an hour, or let a colleague help.'],
    ['Te veel burgers opgezocht', 'Wacht een uur, of laat een collega helpen.'],
  ),
  letter_of_own_printing: problem(
    403,
    ['You printed this letter', 'Let a colleague enter the answer.'],
    ['U printte deze brief zelf', 'Laat een collega het antwoord invoeren.'],
  ),
  not_clerk: problem(
    403,
    ['For clerks of a desk', 'Ask the operator of this authority to admit you.'],
    ['Alleen voor baliemedewerkers', 'Vraag de beheerder van deze autoriteit om u toe te laten.'],
  ),
  desk_unknown: problem(
    404,
    ['No such desk', 'Record the desk first, with PUT v1/desks.'],
    ['Balie niet gevonden', 'Leg eerst de balie vast, met PUT v1/desks.'],
  ),
  desk_of_asking_agency: problem(
    403,
    ['Desk of the agency that asks', 'Send the citizen to a desk that somebody else runs.'],
    ['Balie van wie het vraagt', 'Verwijs de burger naar een balie van een ander.'],
  ),
  answer_of_other_request: problem(
    403,
    ['Answer to another question', 'Enter the answer to the question of this letter.'],
    ['Antwoord op een andere vraag', 'Voer het antwoord in op de vraag van deze brief.'],
  ),
  nothing_to_withdraw: problem(
    409,
    ['Nothing to stop', 'Look at the question of the letter: there is no yes that counts now.'],
    ['Niets om te stoppen', 'Kijk naar de vraag van de brief: er is geen ja dat nu geldt.'],
  ),
} as const;
