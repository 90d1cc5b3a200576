import type { Correction } from '@grondslag/legal-basis';
import { expect, it } from 'vitest';
import { dutch } from '../test-support/words.ts';
import { correctionStateInWords } from './correction-words.ts';

const answerBefore = '2026-12-22T09:00:00Z';
const say = (
  state: 'received' | 'in-examination' | 'corrected' | 'rejected',
  now: string,
  correction: Pick<Correction, 'reportedBy'> = {},
) =>
  correctionStateInWords({ state, answerBefore, correction }, 'Werkregister', new Date(now), dutch);

it('says when the answer comes, when it is late, and what it was', () => {
  const early = '2026-12-01T09:00:00Z';
  const late = '2026-12-23T09:00:00Z';
  expect(say('received', early)).toContain('heeft uw melding');
  expect(say('received', early)).toContain('22 december 2026');
  expect(say('in-examination', early)).toContain('kijkt het na');
  expect(say('in-examination', late)).toContain('U kunt klagen');
  expect(say('rejected', late)).toBe('Werkregister verbetert het niet.');
});

it('says of the report of an agency that it is not yours', () => {
  const early = '2026-12-01T09:00:00Z';
  const reportedBy = {
    ...{ agency: 'https://agency.example/#me', access: 'https://access.example/vc/1' },
    doubt: 'out-of-date' as const,
  };
  const said = say('received', early, { reportedBy });
  expect(said).toContain('heeft de melding');
  expect(said).not.toMatch(/\b[uU]w? /);
  expect(say('corrected', early, { reportedBy })).toBe('Werkregister heeft het verbeterd.');
});
