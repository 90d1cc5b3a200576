import { AuthorityError } from '../errors.ts';
import { createRateLimiter, type RateLimit, type RateLimiter } from './rate-limit.ts';

/** Whose requests are counted together. */
export type LimitedBy = 'anonymous' | 'client' | 'subject';

/** A limit, or none. */
export type LimitSetting = RateLimit | false;

/** Limits of one instance; `endpoints` has those of single endpoints, such as `token`, `verify`, `reads`. */
export interface RateLimitSettings extends Readonly<Record<LimitedBy, LimitSetting>> {
  readonly endpoints: Readonly<
    Record<string, { readonly [by in Exclude<LimitedBy, 'subject'>]?: LimitSetting | undefined }>
  >;
}

/** Somebody asks too much; `policy` and `retryAfterSeconds` are for the headers of the answer. */
export class RateLimitedError extends AuthorityError {
  readonly policy: LimitedBy;
  readonly limit: RateLimit;
  readonly retryAfterSeconds: number;

  constructor(policy: LimitedBy, limit: RateLimit, retryAfterSeconds: number) {
    super('rate_limited', `Too many requests; try again in ${retryAfterSeconds} seconds.`);
    this.policy = policy;
    this.limit = limit;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The limits of this instance. */
export interface RateLimits {
  /**
   * Counts one request.
   *
   * @param endpoint path relative to the base URL
   * @throws {RateLimitedError}
   */
  count(by: LimitedBy, key: string, endpoint?: string): void;
  /**
   * Counts nothing, and refuses when there is nothing left.
   *
   * @throws {RateLimitedError}
   */
  check(by: LimitedBy, key: string, endpoint?: string): void;
  /** Counts one, and refuses nothing. */
  note(by: LimitedBy, key: string, endpoint?: string): void;
}

/** Limits without any. */
export const noRateLimits: RateLimits = {
  count: () => undefined,
  check: () => undefined,
  note: () => undefined,
};

export function createRateLimits({ endpoints, ...settings }: RateLimitSettings): RateLimits {
  const made = new Map<string, { readonly limiter: RateLimiter; readonly limit: RateLimit }>();
  const find = (by: LimitedBy, endpoint: string) => {
    const [segment = ''] = endpoint.replace(/^v\d+\//, '').split('/');
    const own = by === 'subject' ? undefined : endpoints[segment]?.[by];
    const limit = own ?? settings[by];
    if (limit === false) return undefined;
    // Only what an operator named has a bucket of its own: paths are made up by callers.
    const name = own === undefined ? by : `${by} ${segment}`;
    const found = made.get(name) ?? { limiter: createRateLimiter(limit), limit };
    made.set(name, found);
    return found;
  };
  const refuseWhenEmpty =
    (verb: 'take' | 'look') =>
    (by: LimitedBy, key: string, endpoint = '') => {
      const found = find(by, endpoint);
      if (found === undefined) return;
      const { allowed, retryAfterSeconds } = found.limiter[verb](key);
      if (!allowed) throw new RateLimitedError(by, found.limit, retryAfterSeconds);
    };
  return {
    count: refuseWhenEmpty('take'),
    check: refuseWhenEmpty('look'),
    note(by, key, endpoint = '') {
      find(by, endpoint)?.limiter.take(key);
    },
  };
}

/** Headers of a refusal (RFC 9110 §10.2.3, draft-ietf-httpapi-ratelimit-headers-10 §3 and §4); none for other errors. */
export function rateLimitHeaders(error: unknown): Record<string, string> {
  if (!(error instanceof RateLimitedError)) return {};
  const { policy, limit, retryAfterSeconds } = error;
  const windowSeconds = Math.max(1, Math.round((limit.burst / limit.perMinute) * 60));
  return {
    'Retry-After': String(retryAfterSeconds),
    'RateLimit-Policy': `"${policy}";q=${limit.burst};w=${windowSeconds}`,
    RateLimit: `"${policy}";r=0;t=${retryAfterSeconds}`,
  };
}
