import { Parser } from 'n3';
import type { Fetch } from '../http/guarded-fetch.ts';
import { fetchIdentity } from './fetch-identity.ts';

/** How long a WebID document is believed, as in `@solid/access-token-verifier`. */
const PROFILE_MILLISECONDS = 120_000;
const MAX_PROFILES = 10_000;
const OIDC_ISSUER = 'http://www.w3.org/ns/solid/terms#oidcIssuer';

/**
 * Identity providers that may speak for a WebID, as its document says (Solid-OIDC §5, OIDC issuer discovery).
 * Only ever called for a WebID below an allowed prefix.
 */
export function createWebIdIssuers(fetch: Fetch): (webId: string) => Promise<string[]> {
  const known = new Map<string, { readonly issuers: string[]; readonly until: number }>();
  return async (webId) => {
    const found = known.get(webId);
    if (found !== undefined && found.until > performance.now()) return found.issuers;
    const document = new URL(webId);
    document.hash = '';
    const turtle = await fetchIdentity(fetch, document.href, 'text/turtle');
    const issuers = new Parser({ baseIRI: document.href })
      .parse(turtle)
      .filter(
        ({ subject, predicate }) => subject.value === webId && predicate.value === OIDC_ISSUER,
      )
      .map(({ object }) => object.value);
    if (known.size >= MAX_PROFILES) known.clear();
    known.set(webId, { issuers, until: performance.now() + PROFILE_MILLISECONDS });
    return issuers;
  };
}
