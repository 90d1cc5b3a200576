import { describe, expect, it } from 'vitest';
import { powerOverQuestion } from './power-over-question.ts';

describe('what somebody may do with a question', () => {
  it.each([
    ['a citizen decides, whoever asks', undefined, false, 'decide'],
    ['who looks along reads it', { may: 'see' }, true, 'read'],
    ['who helps decides on who is known', { may: 'act' }, true, 'decide'],
    ['who helps can only refuse who is not known', { may: 'act' }, false, 'refuse'],
  ] as const)('%s', (_, helping, known, power) => {
    expect(powerOverQuestion(helping, { known })).toBe(power);
  });
});
