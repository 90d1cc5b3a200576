import { expect, it } from 'vitest';
import { correctDraft } from './answer-correction.ts';

const draft = {
  path: 'facts/work/employment',
  source: 'werkregister',
  type: 'EmploymentCredential',
  statement: { employment: { employer: 'Werf', hours: 32, isPermanent: true } },
} as const;

it('changes the fields that the citizen said, each to the kind of value it was', () => {
  const fields = [
    { name: 'hours', shouldBe: '36' },
    { name: 'isPermanent', shouldBe: 'nee' },
    { name: 'employer' },
    { name: 'salary', shouldBe: '1' },
  ];
  expect(correctDraft(draft, { fields }).statement).toEqual({
    employment: { employer: 'Werf', hours: 36, isPermanent: false },
  });
});
