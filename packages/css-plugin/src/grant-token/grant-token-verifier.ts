import { authorityPaths } from '@grondslag/protocol';
import { createRemoteJWKSet } from 'jose';
import { AccessGrantCredentials } from './access-grant-credentials.ts';
import { RememberedTokens } from './remembered-tokens.ts';
import { MAX_TOKEN_AGE_SECONDS, verifyGrantToken } from './verify-grant-token.ts';

/** A key that the authority no longer publishes is honoured this long at most. */
const KEYS_MAX_AGE_MS = 60_000;
const KEYS_RETRY_MS = 5_000;

export interface CreateGrantTokenVerifierOptions {
  /** Base URL of the authority, the only issuer. */
  readonly authority: string;
  /** Base URL of this vault server, the only audience. */
  readonly baseUrl: string;
  readonly nowMs?: () => number;
}

export type GrantTokenResult =
  | { readonly credentials: AccessGrantCredentials }
  /** `reason`: code of the failed check, fit for logs. */
  | { readonly credentials?: undefined; readonly reason: string };

/** Checks tokens of one authority, each signature once. Failures are not remembered. */
export interface GrantTokenVerifier {
  verify(jwt: string): Promise<GrantTokenResult>;
  /** The next use of a token of this grant is checked anew. */
  forget(grant: string): void;
  forgetAll(): void;
}

export function createGrantTokenVerifier({
  authority,
  baseUrl,
  nowMs = Date.now,
}: CreateGrantTokenVerifierOptions): GrantTokenVerifier {
  const remembered = new RememberedTokens({ nowMs });
  const keys = createRemoteJWKSet(new URL(authorityPaths.jwks, authority), {
    timeoutDuration: 1_000,
    cooldownDuration: 30_000,
    cacheMaxAge: Number.POSITIVE_INFINITY, // their age is looked at here
  });
  let renewKeysAtMs = Number.NEGATIVE_INFINITY;
  let knownKeys = '';

  /** Fetches the keys again when they are old; when that fails the old ones stay: silence has its own bound. */
  async function renewKeys(): Promise<void> {
    if (nowMs() < renewKeysAtMs) return;
    renewKeysAtMs = nowMs() + KEYS_RETRY_MS;
    await keys.reload();
    renewKeysAtMs = nowMs() + KEYS_MAX_AGE_MS;
    noticeKeys();
  }

  /** A token is remembered under the keys of that moment: when one rotates out, its tokens must not stay. */
  function noticeKeys(): void {
    const published = JSON.stringify(keys.jwks());
    if (published !== knownKeys) remembered.clear();
    knownKeys = published;
  }

  return {
    async verify(jwt) {
      await renewKeys().catch(() => undefined);
      const known = remembered.get(jwt);
      if (known) return { credentials: known };

      const now = () => new Date(nowMs());
      const result = await verifyGrantToken(jwt, { authority, baseUrl, keys, now });
      if (!result.verified) return { reason: result.reason };
      noticeKeys();
      const { token } = result;
      const credentials = new AccessGrantCredentials(token);
      const untilMs = Math.min(token.exp, token.iat + MAX_TOKEN_AGE_SECONDS) * 1_000;
      remembered.add(jwt, { credentials, untilMs });
      return { credentials };
    },
    forget: (grant) => remembered.forget(grant),
    forgetAll: () => remembered.clear(),
  };
}
