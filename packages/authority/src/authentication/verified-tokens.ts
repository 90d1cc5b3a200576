import { hash } from 'node:crypto';
import type { Caller } from './caller.ts';

/** How long a verified token is believed at most: a key or a WebID document may change. */
const MAX_MILLISECONDS = 60_000;
const MAX_TOKENS = 10_000;

/** What a verified access token says. */
export interface VerifiedToken {
  readonly caller: Caller;
  /** Thumbprint of the key it is bound to; absent: whoever bears it may use it. */
  readonly jkt?: string;
  /** `exp`, seconds. */
  readonly exp: number;
}

/** Access tokens that were verified a moment ago, by the SHA-256 of the whole `Authorization` header. */
export interface VerifiedTokens {
  find(authorization: string): VerifiedToken | undefined;
  keep(authorization: string, token: VerifiedToken): void;
}

export function createVerifiedTokens(): VerifiedTokens {
  // In order of arrival, so the first are the oldest.
  const tokens = new Map<string, VerifiedToken & { readonly until: number }>();
  return {
    find(authorization) {
      const key = hash('sha256', authorization, 'base64');
      const found = tokens.get(key);
      if (found === undefined || found.until > Date.now()) return found;
      tokens.delete(key);
      return undefined;
    },
    keep(authorization, token) {
      const [oldest] = tokens.keys();
      if (tokens.size >= MAX_TOKENS && oldest !== undefined) tokens.delete(oldest);
      const until = Math.min(Date.now() + MAX_MILLISECONDS, token.exp * 1000);
      tokens.set(hash('sha256', authorization, 'base64'), { ...token, until });
    },
  };
}
