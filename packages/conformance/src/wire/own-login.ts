import { base64url, type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import * as z from 'zod';
import type { LoginKind } from '../accounts/open-logins.ts';
import type { Person } from '../run/context.ts';

/** What a DPoP proof may differ in. */
export interface ProofChanges {
  /** Claims that differ; `undefined` leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Members of the header that differ. */
  readonly header?: Readonly<Record<string, unknown>>;
  /** Signs with a key of nobody. */
  readonly otherKey?: boolean;
}

/** A login whose proofs a case makes itself. */
export interface OwnLogin {
  readonly accessToken: string;
  proof(method: string, url: string, changes?: ProofChanges): Promise<string>;
  /** Headers of a request; with `DPoP`, a proof of its own is among them. */
  headers(method: string, url: string, changes?: ProofChanges): Promise<Record<string, string>>;
}

const metadataSchema = z.object({ token_endpoint: z.url() });
const tokenSchema = z.object({ access_token: z.string() });

/**
 * Logs in with client credentials and a key of its own, without any library of Solid.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9449 | RFC 9449, DPoP}
 */
export async function ownLogin(
  person: Pick<Person, 'oidcIssuer' | 'credentials'>,
  kind: LoginKind = 'DPoP',
): Promise<OwnLogin> {
  const key = await generateKeyPair('ES256');
  const other = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(key.publicKey)), alg: 'ES256' };
  const make = makeProofs(key.privateKey, jwk, other.privateKey);
  const wellKnown = new URL('.well-known/openid-configuration', person.oidcIssuer);
  const { token_endpoint } = metadataSchema.parse(await (await fetch(wellKnown)).json());
  const { clientId, clientSecret } = await person.credentials();
  const basic = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
  const response = await fetch(token_endpoint, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(basic)}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...(kind === 'DPoP' && { dpop: await make('POST', token_endpoint) }),
    },
    body: 'grant_type=client_credentials&scope=webid',
  });
  if (!response.ok) throw new Error(`${token_endpoint} answered ${response.status}; see --config.`);
  const { access_token: accessToken } = tokenSchema.parse(await response.json());
  return {
    accessToken,
    proof: make,
    headers: async (method, url, changes) => ({
      authorization: `${kind} ${accessToken}`,
      ...(kind === 'DPoP' && { dpop: await make(method, url, changes) }),
    }),
  };
}

function makeProofs(privateKey: CryptoKey, jwk: JWK, otherKey: CryptoKey): OwnLogin['proof'] {
  return (method, url, changes = {}) => {
    const { origin, pathname } = new URL(url);
    // without `ath` and without query, as the libraries of Inrupt
    const claims = {
      htu: origin + pathname,
      htm: method,
      jti: crypto.randomUUID(),
      iat: Math.floor(Date.now() / 1_000),
      ...changes.claims,
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk, ...changes.header })
      .sign(changes.otherKey ? otherKey : privateKey);
  };
}

/** `ath` of a token (RFC 9449 §4.2). */
export async function tokenHash(accessToken: string): Promise<string> {
  const bytes = new TextEncoder().encode(accessToken);
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
