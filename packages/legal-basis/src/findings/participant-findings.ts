import { finding } from './finding.ts';

/** About who asks. */
export const participantFindings = {
  participant_unknown: finding(
    '5(2)',
    [
      'Deze organisatie staat niet in het register van deelnemers.',
      'This organisation is not in the register of participants.',
      'Cette organisation n’est pas dans le registre des participants.',
      'Diese Organisation steht nicht im Register der Teilnehmer.',
    ],
    [
      'Vraag toelating aan bij de beheerder van het stelsel.',
      'Apply for admission to the operator of the ecosystem.',
    ],
  ),
  participant_not_admitted: finding(
    '5(2)',
    [
      'De toelating van deze organisatie geldt nu niet.',
      'The admission of this organisation does not hold now.',
      'L’admission de cette organisation ne vaut pas maintenant.',
      'Die Zulassung dieser Organisation gilt jetzt nicht.',
    ],
    [
      'Kijk in het register waarom, en vraag zo nodig een nieuw besluit.',
      'Look in the register why, and ask for a new decision where needed.',
    ],
  ),
  competence_missing: finding(
    '6(3)',
    [
      'Er is geen wet vastgelegd die deze organisatie deze publieke taak geeft.',
      'No law is on record that gives this organisation this public task.',
      'Aucune loi notée ne donne cette mission publique à cette organisation.',
      'Es ist kein Gesetz festgehalten, das dieser Organisation diese öffentliche Aufgabe gibt.',
    ],
    [
      'Leg vast welk orgaan bevoegd is, en volgens welke wet.',
      'Put on record which organ is competent, and by which law.',
    ],
  ),
} as const;
