import { expect, it } from 'vitest';
import { dutch } from '../test-support/words.ts';
import { objectionStateInWords } from './objection-words.ts';

const answerBefore = '2026-12-22T09:00:00Z';
const says = (state: 'received' | 'upheld' | 'rejected', now: string) =>
  objectionStateInWords({ state, answerBefore }, 'Bureau Aanvulling', new Date(now), dutch);

it('says by when there must be an answer, and that one is late', () => {
  expect(says('received', '2026-12-01T00:00:00Z')).toBe(
    'Bureau Aanvulling bekijkt uw bezwaar. U krijgt antwoord, uiterlijk op 22 december 2026.',
  );
  expect(says('received', '2026-12-23T00:00:00Z')).toContain('is te laat');
});

it('says the outcome, however late', () => {
  expect(says('upheld', '2027-12-23T00:00:00Z')).toBe('U kreeg gelijk. Het lezen is gestopt.');
  expect(says('rejected', '2027-12-23T00:00:00Z')).toBe(
    'U kreeg geen gelijk. Bureau Aanvulling mag weer lezen.',
  );
});
