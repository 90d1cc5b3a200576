import type { LocalText } from '@grondslag/protocol';
import { type Weighing, weighingQuestions, weighingSteps } from './weighing.ts';

/** A text shorter than this gives no reasons. */
const MIN_REASONS = 20;
/** A question answered lower than this is not a yes. */
const MIN_YES = 3;

/** Something a weighing lacks, or that does not fit; `path` says where. */
export interface Gap {
  readonly kind: 'missing' | 'inconsistent';
  readonly path: string;
  readonly text: LocalText & { readonly en: string };
}

const missing = (path: string, nl: string, en: string): Gap => ({
  ...{ kind: 'missing', path },
  text: { nl, en },
});
const inconsistent = (path: string, nl: string, en: string): Gap => ({
  ...{ kind: 'inconsistent', path },
  text: { nl, en },
});

/** What is missing or inconsistent. That nothing is does not make anything lawful. */
export function findGaps({ questions, steps, outcome }: Weighing): readonly Gap[] {
  const scores = weighingQuestions.map((name) => questions[name].score);
  const lowest = Math.min(...scores);
  const conditions = weighingQuestions.flatMap((name) => questions[name].conditions);
  return [
    ...weighingQuestions
      .filter((name) => questions[name].reasons.trim().length < MIN_REASONS)
      .map((name) =>
        missing(
          `questions.${name}.reasons`,
          'Leg uit waarom u deze score geeft.',
          'Say why you give this score.',
        ),
      ),
    ...weighingSteps
      .filter((name) => steps[name].trim().length < MIN_REASONS)
      .map((name) =>
        missing(
          `steps.${name}`,
          'Schrijf bij deze stap op wat u hebt overwogen.',
          'Write down at this step what you considered.',
        ),
      ),
    ...(outcome !== 'no-go' && lowest < MIN_YES
      ? [
          inconsistent(
            'outcome',
            `U gaat door, maar een van de drie vragen krijgt minder dan ${MIN_YES}. Pas de score of het besluit aan.`,
            `You go on, yet one of the three questions scores below ${MIN_YES}. Change the score or the decision.`,
          ),
        ]
      : []),
    ...(outcome === 'go' && conditions.length > 0
      ? [
          inconsistent(
            'outcome',
            'Er staan voorwaarden bij de vragen. Kies "door met voorwaarden", of haal ze weg.',
            'There are conditions with the questions. Choose "go with conditions", or remove them.',
          ),
        ]
      : []),
    ...(outcome === 'go-with-conditions' && conditions.length === 0
      ? [
          missing(
            'questions',
            'Schrijf op welke voorwaarden gelden.',
            'Write down which conditions there are.',
          ),
        ]
      : []),
  ];
}
