import {
  authorityPaths,
  tokenResponseSchema,
  UMA_TICKET_GRANT_TYPE,
  VP_CLAIM_TOKEN_FORMAT,
} from '@grondslag/protocol';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';

/** A token that ends this soon is replaced first. */
const RENEW_BEFORE_MS = 5_000;
const TIMEOUT_MS = 30_000;

/**
 * Reads in the vault of the citizen who is helped, under the grant for help: a ticket of the vault server and the grant
 * are traded for a token (UMA 2.0 Grant §3.3), which opens all facts of the grant for a minute.
 */
export function createReadWithGrant({
  authority,
  vault,
  loadGrant,
  fetch,
  publicFetch,
}: {
  /** Base URL of the authority. */
  readonly authority: string;
  /** Base URL of the vault server; nothing else gets the token. */
  readonly vault: string;
  readonly loadGrant: () => Promise<unknown>;
  /** Knows who is signed in. */
  readonly fetch: AuthenticatedFetch;
  /** Knows nobody. */
  readonly publicFetch: typeof globalThis.fetch;
}): AuthenticatedFetch {
  let held: { readonly token: Promise<string>; endsAt: number } | undefined;

  const send = (url: string, init: RequestInit | undefined, headers: Record<string, string>) =>
    publicFetch(url, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init?.headers)), ...headers },
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });

  async function obtain(url: string): Promise<{ token: string; endsAt: number }> {
    const refused = await send(url, undefined, {});
    const challenge = refused.headers.get('WWW-Authenticate') ?? '';
    const ticket = /ticket="([^"]+)"/.exec(challenge)?.[1];
    if (ticket === undefined) throw new Error(`vault: expected a ticket, got ${refused.status}`);
    const presentation = {
      type: ['VerifiablePresentation'],
      verifiableCredential: [await loadGrant()],
    };
    const response = await fetch(new URL(authorityPaths.token, authority).href, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: UMA_TICKET_GRANT_TYPE,
        ticket,
        claim_token_format: VP_CLAIM_TOKEN_FORMAT,
        claim_token: base64(JSON.stringify(presentation)),
      }).toString(),
    });
    if (!response.ok) throw new Error(`token: expected 200, got ${response.status}`);
    const { access_token: token, expires_in: seconds } = tokenResponseSchema.parse(
      await response.json(),
    );
    return { token, endsAt: Date.now() + seconds * 1000 - RENEW_BEFORE_MS };
  }

  /** One exchange at a time, for all facts that are read at once. */
  function tokenFor(url: string): Promise<string> {
    if (held && held.endsAt > Date.now()) return held.token;
    const obtained = obtain(url);
    const mine = { token: obtained.then(({ token }) => token), endsAt: Number.POSITIVE_INFINITY };
    held = mine;
    obtained.then(
      ({ endsAt }) => {
        mine.endsAt = endsAt;
      },
      () => {
        if (held === mine) held = undefined;
      },
    );
    return mine.token;
  }

  return async (url, init) => {
    if (!url.startsWith(vault)) throw new TypeError('This URL is not below the vault');
    return send(url, init, { Authorization: `Bearer ${await tokenFor(url)}` });
  };
}

function base64(text: string): string {
  return btoa(
    Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''),
  );
}
