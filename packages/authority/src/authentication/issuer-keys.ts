import { createRemoteJWKSet, customFetch } from 'jose';
import * as z from 'zod';
import type { Fetch } from '../http/guarded-fetch.ts';
import { fetchIdentity } from './fetch-identity.ts';

/** The keys of one issuer: fetched when needed, and again when a token names an unknown one. */
export type IssuerKeys = ReturnType<typeof createRemoteJWKSet>;

/** How long a discovery document is believed; new keys are noticed sooner, see `cooldownDuration`. */
const DISCOVERY_MILLISECONDS = 600_000;
/** Least time between two fetches of the keys of one issuer. */
const KEY_COOLDOWN_MILLISECONDS = 5_000;

const discoverySchema = z.object({ jwks_uri: z.url() });

/**
 * Keys of an identity provider by its `iss` (OpenID Connect Discovery 1.0 §4). Only ever called for an issuer on
 * the closed list.
 */
export function createIssuerKeys(fetch: Fetch): (issuer: string) => Promise<IssuerKeys> {
  const known = new Map<string, { readonly keys: IssuerKeys; readonly until: number }>();
  return async (issuer) => {
    const found = known.get(issuer);
    if (found !== undefined && found.until > performance.now()) return found.keys;
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const text = await fetchIdentity(fetch, url, 'application/json');
    const { jwks_uri } = discoverySchema.parse(JSON.parse(text));
    const keys = createRemoteJWKSet(new URL(jwks_uri), {
      cooldownDuration: KEY_COOLDOWN_MILLISECONDS,
      [customFetch]: async (jwksUrl) =>
        new Response(await fetchIdentity(fetch, jwksUrl, 'application/json')),
    });
    known.set(issuer, { keys, until: performance.now() + DISCOVERY_MILLISECONDS });
    return keys;
  };
}
