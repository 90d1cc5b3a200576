/** How often something may be done: `burst` times at once, and after that `perMinute` times a minute. */
export interface RateLimit {
  readonly burst: number;
  readonly perMinute: number;
}

/** What is left for one key. */
export interface Allowance {
  readonly allowed: boolean;
  /** How many more at once. */
  readonly remaining: number;
  /** Seconds until one more is allowed; 0 when it is. */
  readonly retryAfterSeconds: number;
}

/** Counts for many keys. */
export interface RateLimiter {
  /** Takes one when there is one. */
  take(key: string): Allowance;
  /** What is left, without taking. */
  look(key: string): Allowance;
}

const MAX_KEYS = 100_000;

/**
 * A token bucket for each key, as the generic cell rate algorithm (ITU-T I.371): one number a key, the moment at which
 * its bucket is full again. Memory is bounded; beyond `maxKeys` the key that was used longest ago starts anew.
 */
export function createRateLimiter(
  { burst, perMinute }: RateLimit,
  {
    nowMilliseconds = () => performance.now(),
    maxKeys = MAX_KEYS,
  }: { readonly nowMilliseconds?: () => number; readonly maxKeys?: number } = {},
): RateLimiter {
  const milliseconds = 60_000 / perMinute;
  // In order of use, so the first are the oldest.
  const fullAt = new Map<string, number>();
  const allowance = (full: number, now: number): Allowance => {
    const remaining = Math.floor((burst * milliseconds - (full - now)) / milliseconds + 1e-9);
    const wait = full + milliseconds - burst * milliseconds - now;
    return {
      allowed: remaining >= 1,
      remaining: Math.max(0, remaining),
      retryAfterSeconds: remaining >= 1 ? 0 : Math.max(1, Math.ceil(wait / 1000)),
    };
  };
  const look = (key: string, now = nowMilliseconds()) =>
    allowance(Math.max(fullAt.get(key) ?? now, now), now);
  return {
    look: (key) => look(key),
    take(key) {
      const now = nowMilliseconds();
      const before = look(key, now);
      if (!before.allowed) return before;
      const full = Math.max(fullAt.get(key) ?? now, now) + milliseconds;
      fullAt.delete(key);
      fullAt.set(key, full);
      for (const [oldest] of fullAt) {
        if (fullAt.size <= maxKeys) break;
        fullAt.delete(oldest);
      }
      return { ...before, remaining: before.remaining - 1 };
    },
  };
}
