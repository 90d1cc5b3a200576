import { describe, expect, it } from 'vitest';
import { exampleWeighing } from '../decision-table/example.ts';
import { findGaps } from './find-gaps.ts';
import { type Weighing, weighingSteps } from './weighing.ts';

const weighing = (members: Partial<Weighing>) => findGaps({ ...exampleWeighing, ...members });
const { questions, steps } = exampleWeighing;

describe(findGaps, () => {
  it('finds nothing in a weighing that is complete', () => {
    expect(findGaps(exampleWeighing)).toEqual([]);
  });

  it.each(weighingSteps)('misses the step %s', (name) => {
    const gaps = weighing({ steps: { ...steps, [name]: '  n.v.t.  ' } });
    expect(gaps.map(({ kind, path }) => ({ kind, path }))).toEqual([
      { kind: 'missing', path: `steps.${name}` },
    ]);
  });

  it.each<[string, Partial<Weighing>, string]>([
    [
      'a score without reasons',
      { questions: { ...questions, can: { ...questions.can, reasons: '' } } },
      'questions.can.reasons',
    ],
    [
      'a go with a low score',
      { questions: { ...questions, want: { ...questions.want, score: 2 } } },
      'outcome',
    ],
    [
      'a go with conditions that does not say so',
      { questions: { ...questions, may: { ...questions.may, conditions: ['Een jaar.'] } } },
      'outcome',
    ],
    ['conditions nobody wrote down', { outcome: 'go-with-conditions' }, 'questions'],
  ])('finds %s', (_what, members, path) => {
    const gaps = weighing(members);
    expect(gaps.map((gap) => gap.path)).toEqual([path]);
    expect(gaps[0]?.text.nl).toMatch(/\.$/);
  });

  it('takes a no-go with low scores as consistent', () => {
    const low = { score: 1, reasons: questions.may.reasons, conditions: [] };
    expect(weighing({ questions: { may: low, can: low, want: low }, outcome: 'no-go' })).toEqual(
      [],
    );
  });
});
