import { expect, it } from 'vitest';
import { endOf } from './question.ts';

it.each([
  ['in winter', '2026-11-22T03:26:00Z', '2027-02-20T22:59:59Z'],
  ['in summer', '2026-05-01T10:00:00Z', '2026-07-30T21:59:59Z'],
  ['on the day the clock goes back', '2026-07-27T10:00:00Z', '2026-10-25T22:59:59Z'],
  ['on the day the clock goes forward', '2026-12-28T10:00:00Z', '2027-03-28T21:59:59Z'],
  ['just after midnight in the Netherlands', '2026-11-22T23:30:00Z', '2027-02-21T22:59:59Z'],
])('a question ends at the end of a day %s', (_, now, end) => {
  expect(endOf(new Date(now))).toEqual(new Date(end));
});
