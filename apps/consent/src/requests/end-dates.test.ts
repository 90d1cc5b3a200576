import { describe, expect, it } from 'vitest';
import { endOfTypedDay, endOptions, typedDay } from './end-dates.ts';

const now = new Date(2026, 10, 22, 10, 0);
const asked = new Date(2026, 11, 1, 12, 0);

describe('endOptions', () => {
  it('offers what was asked and only what is shorter', () => {
    const options = endOptions(asked, now);
    expect(options.map(({ choice }) => choice)).toEqual(['asked', 'today', 'day', 'week']);
    expect(options.every(({ at }) => at <= asked)).toBe(true);
  });

  it('offers ends also when none was asked', () => {
    expect(endOptions(undefined, now).map(({ choice }) => choice)).toEqual([
      'today',
      'day',
      'week',
      'month',
      'quarter',
      'year',
    ]);
  });
});

describe('endOfTypedDay', () => {
  it('lasts until the end of that day', () => {
    expect(endOfTypedDay('2026-11-25', asked, now)).toEqual(new Date(2026, 10, 25, 23, 59, 59));
  });

  it('stops at the hour that was asked on the last day', () => {
    expect(endOfTypedDay('2026-12-01', asked, now)).toEqual(asked);
  });

  it.each(['2026-12-02', '2026-11-21', '2026-02-30', '', 'morgen'])('takes no %j', (typed) => {
    expect(endOfTypedDay(typed, asked, now)).toBeUndefined();
  });

  it('writes a day as a date field does', () => {
    expect(typedDay(new Date(2026, 2, 3, 23, 0))).toBe('2026-03-03');
  });
});
