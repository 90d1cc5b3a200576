import { describe, expect, it } from 'vitest';
import { createRateLimiter } from './rate-limit.ts';

function limiter(limit = { burst: 3, perMinute: 60 }, maxKeys = 10) {
  let now = 5_000;
  return {
    ...createRateLimiter(limit, { nowMilliseconds: () => now, maxKeys }),
    wait(milliseconds: number) {
      now += milliseconds;
    },
  };
}

describe('a rate limit', () => {
  it('allows a burst, and says how long to wait for more', () => {
    const { take } = limiter();
    expect([take('a'), take('a'), take('a')].map(({ remaining }) => remaining)).toEqual([2, 1, 0]);
    expect(take('a')).toEqual({ allowed: false, remaining: 0, retryAfterSeconds: 1 });
  });

  it('allows the rate after the burst, and a refusal costs nothing', () => {
    const { take, wait } = limiter({ burst: 1, perMinute: 6 });
    expect(take('a').allowed).toBe(true);
    expect(take('a')).toMatchObject({ allowed: false, retryAfterSeconds: 10 });
    wait(9_000);
    expect(take('a')).toMatchObject({ allowed: false, retryAfterSeconds: 1 });
    wait(1_000);
    expect(take('a').allowed).toBe(true);
  });

  it('never saves up more than the burst', () => {
    const { look, wait } = limiter();
    wait(3_600_000);
    expect(look('a').remaining).toBe(3);
  });

  it('counts each key apart, and looking takes nothing', () => {
    const { take, look } = limiter();
    take('a');
    expect(look('a').remaining).toBe(2);
    expect(look('a').remaining).toBe(2);
    expect(look('b').remaining).toBe(3);
  });

  it('forgets the key that was used longest ago when there are too many', () => {
    const { take, look } = limiter(undefined, 2);
    for (const key of ['a', 'b', 'a', 'c']) take(key);
    expect(look('a').remaining).toBe(1);
    expect(look('b').remaining).toBe(3);
    expect(look('c').remaining).toBe(2);
  });
});
