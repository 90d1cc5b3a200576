import { describe, expect, it } from 'vitest';
import { drawProgress, progressLine } from './progress.ts';

describe(progressLine, () => {
  it('says how far it is, how fast, and how long it takes yet', () => {
    expect(progressLine({ done: 2_500, total: 10_000, failed: 3, seconds: 25 })).toBe(
      '██████░░░░░░░░░░░░░░░░░░  25%  2,500/10,000  100/s  1 min 15 s left  3 failed',
    );
  });

  it('says what it knows of a list whose end is not known', () => {
    expect(progressLine({ done: 12, total: undefined, failed: 0, seconds: 4 })).toBe('12  3.0/s');
  });

  it.each([
    [59, '59 s left'],
    [3_700, '1 h 1 min left'],
  ])('writes %i seconds as people do', (seconds, text) => {
    expect(progressLine({ done: 1, total: seconds + 1, failed: 0, seconds: 1 })).toContain(text);
  });
});

describe(drawProgress, () => {
  it('draws on one line, ten times a second at most, and takes it away', () => {
    let written = '';
    let now = 0;
    const bar = drawProgress(
      (text) => {
        written += text;
      },
      () => now,
    );
    const state = { total: undefined, failed: 0, seconds: 1 };
    bar.draw({ done: 1, ...state });
    bar.draw({ done: 2, ...state });
    now = 100;
    bar.draw({ done: 3, ...state });
    bar.clear();
    const lines = ['1  1.0/s', '3  3.0/s'].map((line) => `\r\u001B[2K\u001B[?7l${line}\u001B[?7h`);
    expect(written).toBe(`${lines.join('')}\r\u001B[2K`);
  });
});
