import { expect, it } from 'vitest';
import { dutch } from '../test-support/words.ts';
import { correctionStateInWords } from './correction-words.ts';

const answerBefore = '2026-12-22T09:00:00Z';
const say = (state: 'received' | 'in-examination' | 'corrected' | 'rejected', now: string) =>
  correctionStateInWords({ state, answerBefore }, 'Werkregister', new Date(now), dutch);

it('says when the answer comes, when it is late, and what it was', () => {
  const early = '2026-12-01T09:00:00Z';
  const late = '2026-12-23T09:00:00Z';
  expect(say('received', early)).toContain('heeft uw melding');
  expect(say('received', early)).toContain('22 december 2026');
  expect(say('in-examination', early)).toContain('kijkt het na');
  expect(say('in-examination', late)).toContain('U kunt klagen');
  expect(say('rejected', late)).toBe('Werkregister verbetert het niet.');
});
