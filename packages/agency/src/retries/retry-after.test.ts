import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

describe(retryAfterSeconds, () => {
  const now = new Date('2027-01-01T00:00:00Z');
  const seconds = (status: number, said?: string) =>
    retryAfterSeconds(
      new Response(null, { status, ...(said && { headers: { 'retry-after': said } }) }),
      now,
    );

  it('reads seconds and dates, of a server that is too busy', () => {
    expect(seconds(429, '7')).toBe(7);
    expect(seconds(503, 'Fri, 01 Jan 2027 00:01:00 GMT')).toBe(60);
    expect(seconds(503, 'Thu, 31 Dec 2026 00:00:00 GMT')).toBe(0);
  });

  it('stays away for a second when nothing is said that can be read', () => {
    expect(seconds(429)).toBe(1);
    expect(seconds(429, 'soon')).toBe(1);
  });

  it('is of no other answer', () => {
    expect(seconds(200, '7')).toBeUndefined();
    expect(seconds(500, '7')).toBeUndefined();
  });
});
