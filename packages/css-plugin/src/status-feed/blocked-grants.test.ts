import { describe, expect, it } from 'vitest';
import { createBlockedGrants } from './blocked-grants.ts';

const one = 'https://authority.example/vc/1';
const two = 'https://authority.example/vc/2';

describe(createBlockedGrants, () => {
  it('says of a change whether it takes something away', () => {
    const grants = createBlockedGrants(() => 0);
    expect(grants.apply({ credential: one, change: 'suspended' })).toBe(true);
    expect(grants.apply({ credential: one, change: 'revoked' })).toBe(false);
    expect(grants.apply({ credential: two, change: 'resumed' })).toBe(false);
    expect(grants.has(one)).toBe(true);
    expect(grants.has(two)).toBe(false);
  });

  it('forgets after a quarter of an hour, when every token of before has ended', () => {
    let nowMs = 0;
    const grants = createBlockedGrants(() => nowMs);
    grants.apply({ credential: one, change: 'revoked' });
    nowMs = 600_000;
    grants.apply({ credential: two, change: 'revoked' });
    grants.prune();
    expect(grants.size).toBe(2);
    nowMs = 900_001;
    grants.prune();
    expect([grants.has(one), grants.has(two)]).toEqual([false, true]);
  });
});
