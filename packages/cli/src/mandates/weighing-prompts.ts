import { type Words, weighingQuestions, weighingSteps } from '@grondslag/legal-basis';
import { answerAt, type Draft } from './draft.ts';
import { parseAssessment } from './parse-assessment.ts';
import { type Prompt, parseChoice, parseScore, parseText, words } from './prompt.ts';

/** The three questions before use, as people read them. */
export const questionWords: Record<(typeof weighingQuestions)[number], Words> = {
  may: words('Mag het?', 'May we?'),
  can: words('Kan het?', 'Can we?'),
  want: words('Willen we het?', 'Do we want to?'),
};

const questionHelp: typeof questionWords = {
  may: words(
    'De wet: is er een taak, zijn deze gegevens nodig, mag de bron ze geven?',
    'The law: is there a task, are these data needed, may the source give them?',
  ),
  can: words(
    'Kwaliteit en beveiliging: kloppen de gegevens, en blijven ze veilig?',
    'Quality and security: are the data right, and do they stay safe?',
  ),
  want: words(
    'Is het goed om te doen: is het eerlijk, legt u het uit, en is er steun voor?',
    'Is it right to do: is it fair, can you explain it, is there support for it?',
  ),
};

/** The nine steps, as people read them. */
export const stepWords: Record<(typeof weighingSteps)[number], Words> = {
  interest: words('Welk belang is er, en van wie?', 'What interest is there, and whose?'),
  concretePurpose: words(
    'Wat wilt u precies bereiken met deze gegevens?',
    'What exactly do you want to reach with these data?',
  ),
  statutoryTask: words('Welke taak in de wet is dit?', 'Which task in the law is this?'),
  dataNeeded: words(
    'Welke gegevens zijn nodig, zijn ze geschikt, en kan het met minder?',
    'Which data are needed, are they suitable, and would less do?',
  ),
  intendedEffects: words(
    'Welke risico’s heeft het gevolg dat u wilt?',
    'Which risks come with the effect you want?',
  ),
  unintendedEffects: words(
    'Welke gevolgen kan het hebben die u niet wilt?',
    'Which effects may it have that you do not want?',
  ),
  notDoingIt: words('Wat gebeurt er als u het niet doet?', 'What happens when you do not do it?'),
  proportionality: words(
    'Staat het in verhouding, en is er een lichter middel?',
    'Is it in proportion, and is there a lighter means?',
  ),
  decision: words('Wat besluit u, en waarom?', 'What do you decide, and why?'),
};

/** The weighing before use, question by question; documents are looked for from `folder`. */
export function weighingPrompts(folder: string): readonly Prompt[] {
  return [
    ...weighingQuestions.flatMap((name): Prompt[] => [
      {
        kind: 'line',
        parse: parseScore,
        path: ['weighing', 'questions', name, 'score'],
        question: words(
          `${questionWords[name].nl} 0 zeker niet … 5 zeker wel`,
          `${questionWords[name].en} 0 certainly not … 5 certainly`,
        ),
        help: questionHelp[name],
      },
      {
        kind: 'line',
        parse: parseText,
        path: ['weighing', 'questions', name, 'reasons'],
        question: words('Waarom deze score?', 'Why this score?'),
      },
      {
        kind: 'list',
        parse: parseText,
        path: ['weighing', 'questions', name, 'conditions'],
        question: words('Onder welke voorwaarden?', 'On what conditions?'),
        help: words(
          'Eén per regel. Een lege regel sluit af; er mogen er geen zijn.',
          'One a line. An empty line ends the list; there may be none.',
        ),
      },
    ]),
    ...weighingSteps.map(
      (name, index): Prompt => ({
        kind: 'line',
        parse: parseText,
        path: ['weighing', 'steps', name],
        question: words(
          `Stap ${index + 1} van 9. ${stepWords[name].nl}`,
          `Step ${index + 1} of 9. ${stepWords[name].en}`,
        ),
      }),
    ),
    {
      kind: 'line',
      parse: parseChoice(['go', 'go-with-conditions', 'no-go']),
      path: ['weighing', 'outcome'],
      question: words(
        'De uitkomst: 1 doen, 2 doen met voorwaarden, 3 niet doen',
        'The outcome: 1 go, 2 go with conditions, 3 no go',
      ),
    },
    {
      kind: 'list',
      parse: parseAssessment(folder),
      path: ['weighing', 'assessments'],
      question: words('Welke beoordelingen horen erbij?', 'Which assessments belong to it?'),
      help: words(
        'Eén per regel: soort, adres, datum, document. Zoals: DPIA https://… 2026-03-01 dpia.pdf\nSoorten: NecessityAssessment, ProportionalityAssessment, DPIA, BalancingTest, PurposeCompatibilityAssessment. Een lege regel sluit af.',
        'One a line: type, address, date, document. Such as: DPIA https://… 2026-03-01 dpia.pdf\nTypes: NecessityAssessment, ProportionalityAssessment, DPIA, BalancingTest, PurposeCompatibilityAssessment. An empty line ends the list.',
      ),
    },
    {
      kind: 'line',
      parse: parseText,
      path: ['weighing', 'by', 'name'],
      question: words('Wie woog dit af? Naam', 'Who weighed this? Name'),
    },
    {
      kind: 'line',
      parse: parseText,
      path: ['weighing', 'by', 'role'],
      question: words('Functie', 'Role'),
    },
  ];
}

/** A weighing is complete in form when its last question is answered: its moment can be written down. */
export function isWeighed(draft: Draft): boolean {
  return answerAt(draft, ['weighing', 'by', 'role']) !== undefined;
}
