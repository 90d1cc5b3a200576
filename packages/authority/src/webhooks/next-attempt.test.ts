import { describe, expect, it } from 'vitest';
import { nextAttempt } from './next-attempt.ts';

const now = new Date('2026-11-22T12:00:00Z');
const secondsUntil = (failures: number, random = 0) =>
  (nextAttempt({ failures }, 'timeout', now, random).nextAttemptAt.getTime() - now.getTime()) /
  1000;

describe('the next attempt', () => {
  it('comes after 5 s, then twice as long each time, up to 6 hours', () => {
    expect([0, 1, 2, 3, 20, 2000].map((failures) => secondsUntil(failures))).toEqual([
      5, 10, 20, 40, 21_600, 21_600,
    ]);
  });

  it('comes up to half of that earlier by chance', () => {
    expect(secondsUntil(3, 0.5)).toBe(30);
    expect(secondsUntil(3, 1)).toBe(20);
  });

  it('never comes after three days of failing, or when the receiver is gone', () => {
    const since = (milliseconds: number) => ({
      failures: 40,
      failingSince: new Date(now.getTime() - milliseconds),
    });
    expect(nextAttempt(since(3 * 86_400_000 - 1), 'timeout', now, 0).disabledAt).toBeUndefined();
    expect(nextAttempt(since(3 * 86_400_000), 'timeout', now, 0).disabledAt).toEqual(now);
    expect(nextAttempt({ failures: 0 }, 'http_410', now, 0).disabledAt).toEqual(now);
    expect(nextAttempt({ failures: 0 }, 'http_500', now, 0).disabledAt).toBeUndefined();
  });
});
