import { expect, it } from 'vitest';
import { correctDraft } from './answer-correction.ts';

const draft = {
  path: 'facts/work/employment',
  source: 'werkregister',
  type: 'EmploymentCredential',
  flaw: 'expired',
  statement: {
    employment: { employer: 'Werf', hours: 32, 'https://x.example/#isPermanent': true },
  },
} as const;

it('changes the fields that the citizen said, each to the kind of value it was, and holds', () => {
  const fields = [
    { name: 'hours', shouldBe: '36' },
    { name: 'isPermanent', shouldBe: 'nee' },
    { name: 'employer' },
    { name: 'salary', shouldBe: '1' },
  ];
  const corrected = correctDraft(draft, { fields });
  expect(corrected.statement).toEqual({
    employment: { employer: 'Werf', hours: 36, 'https://x.example/#isPermanent': false },
  });
  expect(corrected).not.toHaveProperty('flaw');
});
