import { describe, expect, it } from 'vitest';
import type { DataNeed } from '../activities/data-need.ts';
import { exampleQuestion, need } from '../decision-table/example.ts';
import { situations } from '../decision-table/situations.ts';
import { knownLaws } from '../law/known-laws.ts';
import { createLawRegister } from '../law/law-register.ts';
import { decide } from './decide.ts';
import type { Question } from './question.ts';

const question = exampleQuestion('e', 'public-authority');
const { mandate } = question;
if (mandate === undefined) throw new TypeError('The example has a mandate.');

// The outcomes are in the decision table; here is what it cannot show.
describe(decide, () => {
  it.each<[string, Question, string]>([
    ['what was asked', question, '2026-12-15T12:00:00.000Z'],
    [
      'the days of one access',
      { ...question, mandate: { ...mandate, accessDays: 2 } },
      '2026-11-24T12:00:00.000Z',
    ],
    [
      'the mandate',
      { ...question, mandate: { ...mandate, validUntil: '2026-11-30T00:00:00Z' } },
      '2026-11-30T00:00:00.000Z',
    ],
    [
      'the activity',
      {
        ...question,
        activity: question.activity && { ...question.activity, validUntil: '2026-12-01T00:00:00Z' },
      },
      '2026-12-01T00:00:00.000Z',
    ],
    ['the law', { ...question, laws: lawThatEnds('2026-12-05') }, '2026-12-05T00:00:00.000Z'],
  ])('ends access with %s', (_what, asked, until) => {
    expect(decide(asked)).toMatchObject({ outcome: 'allow', until: new Date(until) });
  });

  it('starts access after the days that the citizen is told before', () => {
    const notice = { when: 'before', waitDays: 14 } as const;
    expect(decide({ ...question, mandate: { ...mandate, notice } })).toMatchObject({
      outcome: 'allow',
      from: new Date('2026-12-06T12:00:00Z'),
      notice,
    });
  });

  it('gives no access when waiting takes longer than the access', () => {
    const notice = { when: 'before', waitDays: 60 } as const;
    expect(decide({ ...question, mandate: { ...mandate, notice } })).toMatchObject({
      outcome: 'refuse',
      rule: 'no_time_left',
    });
  });

  it('warns the citizen where a consent request is not refused', () => {
    const consent = exampleQuestion('a', 'private-body');
    const warnings = (asked: Question) => decide(asked).warnings;
    expect(warnings(consent)).toEqual([]);
    expect(warnings(situations['more than registered'](consent))).toEqual(['more_than_registered']);
    expect(warnings(situations['not in the register'](consent))).toEqual(['participant_unknown']);
    expect(warnings(situations['refused before'](consent))).toEqual(['denied_before']);
    expect(warnings(situations['granted already'](consent))).toEqual(['already_granted']);
  });

  it('takes a need that tells of a special category for what it is', () => {
    const consent = exampleQuestion('a', 'private-body');
    const dataNeeds: DataNeed[] = [{ ...need, specialCategories: ['health'] }];
    const decided = decide({ ...consent, ask: { ...consent.ask, dataNeeds } });
    expect(decided.rule).toBe('special_category_without_ground');
  });

  it('knows a hidden case: what a kind of fact is known for counts though the need does not say it', () => {
    const asked = { ...question, sensitivitiesOf: () => ['special-category'] as const };
    expect(need.sensitivities).toBeUndefined();
    expect(decide(asked).rule).toBe('special_category_without_ground');
  });
});

function lawThatEnds(validUntil: string) {
  return createLawRegister([{ laws: knownLaws.laws.map((law) => ({ ...law, validUntil })) }]);
}
