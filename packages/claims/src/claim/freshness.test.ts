import { describe, expect, it } from 'vitest';
import { isTooOld } from './freshness.ts';

const at = new Date('2026-03-31T12:00:00Z');

describe(isTooOld, () => {
  it('counts to the millisecond: exactly so many days old is not too old', () => {
    expect(isTooOld({ validFrom: new Date('2026-03-01T12:00:00Z') }, 30, at)).toBe(false);
    expect(isTooOld({ validFrom: new Date('2026-03-01T11:59:59.999Z') }, 30, at)).toBe(true);
  });

  it('goes by the older of the two dates', () => {
    const old = new Date('2025-01-01T00:00:00Z');
    const fresh = new Date('2026-03-30T00:00:00Z');
    expect(isTooOld({ validFrom: fresh, created: fresh }, 30, at)).toBe(false);
    expect(isTooOld({ validFrom: old, created: fresh }, 30, at)).toBe(true);
    expect(isTooOld({ validFrom: fresh, created: old }, 30, at)).toBe(true);
  });
});
