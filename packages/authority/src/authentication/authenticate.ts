import { covers } from '@grondslag/protocol';
// The function behind the library's `createSolidTokenVerifier`, which fetches WebIDs and keys itself: without a
// timeout, without a size limit, following redirects. Here both are fetched by us.
import { verifySolidAccessToken } from '@solid/access-token-verifier/dist/algorithm/verifySolidAccessToken.js';
import { decodeJwt } from 'jose';
import * as z from 'zod';
import { AuthorityError } from '../errors.ts';
import type { Fetch } from '../http/guarded-fetch.ts';
import type { Authenticate, Caller, SignedRequest } from './caller.ts';
import { createIssuerKeys } from './issuer-keys.ts';
import { createProofMemory, PROOF_MILLISECONDS } from './proof-memory.ts';
import type { ProofStore } from './proof-store.ts';
import { createProofRecognizer } from './recognize-proof.ts';
import { createVerifiedTokens } from './verified-tokens.ts';
import { createWebIdIssuers } from './webid-issuers.ts';

const claimsSchema = z.object({ iss: z.url(), webid: z.url(), client_id: z.string().optional() });

/**
 * Builds the check of Solid-OIDC access tokens, DPoP-bound or Bearer (Solid-OIDC §9).
 *
 * The token is only looked into further when its unverified `iss` is on the closed list `oidcIssuers` and its
 * `webid` lies below one of `webIds`: the next steps fetch both, and we ask nothing of a URL a stranger chose.
 *
 * `@solid/access-token-verifier` decides. A token it accepted is believed for a minute, and then only the proof of
 * the request is looked at, each time.
 */
export function createAuthenticate({
  oidcIssuers,
  webIds,
  fetch,
  isParticipant,
  proofs: shared,
  now,
}: {
  readonly oidcIssuers: readonly string[];
  /** Prefixes ending in a slash, or whole WebIDs. */
  readonly webIds: readonly string[];
  /** Whether it is a WebID of the register, wherever it lies. */
  readonly isParticipant?: (webId: string) => Promise<boolean>;
  readonly fetch: Fetch;
  readonly proofs: ProofStore;
  readonly now: () => Date;
}): Authenticate {
  const keysOf = createIssuerKeys(fetch);
  const issuersOf = createWebIdIssuers(fetch);
  const proofs = createProofMemory();
  const tokens = createVerifiedTokens();
  const recognizeProof = createProofRecognizer();

  async function spendProof(jti: string): Promise<void> {
    const forget = new Date(now().getTime() + PROOF_MILLISECONDS);
    if (!(await shared.use(jti, forget))) throw invalidToken();
  }

  /** The caller, when the token was verified a moment ago and the proof is of the usual kind. */
  async function recognize(request: SignedRequest, token: string): Promise<Caller | undefined> {
    const { authorization, dpop } = request;
    const known = authorization === undefined ? undefined : tokens.find(authorization);
    if (known?.jkt === undefined) return known?.caller;
    if (dpop === undefined) return undefined;
    const { jkt, caller } = known;
    const proof = recognizeProof({ ...request, dpop }, { value: token, jkt }, new Date());
    if (proof === undefined) return undefined;
    if (proofs.isReplay(proof.jti)) throw invalidToken();
    await spendProof(proof.jti);
    return caller;
  }

  return async (request) => {
    const token = tokenOf(request.authorization);
    const recognized = await recognize(request, token);
    if (recognized !== undefined) return recognized;
    const claims = claimsOf(token);
    if (!oidcIssuers.some((issuer) => sameUrl(issuer, claims.iss))) {
      throw new AuthorityError(
        'issuer_not_trusted',
        'The token is of an identity provider this authority does not accept.',
      );
    }
    const isKnown =
      webIds.some((allowed) => covers(allowed, claims.webid)) ||
      (await isParticipant?.(claims.webid)) === true;
    if (!isKnown) {
      throw new AuthorityError(
        'webid_not_allowed',
        'The WebID of the token is neither in a vault this authority serves nor that of a participant.',
      );
    }
    let jti: string | undefined;
    const { webid, exp, cnf } = await verify(request, {
      issuers: issuersOf,
      // The library's jose is older than ours and types the key set otherwise; it only calls it.
      keySet: keysOf as unknown as NonNullable<Verifier[0]['keySet']>,
      isReplay(id) {
        jti = id;
        return proofs.isReplay(id);
      },
    });
    if (jti !== undefined) await spendProof(jti);
    const caller = {
      webId: webid,
      ...(claims.client_id === undefined ? {} : { clientId: claims.client_id }),
    };
    const jkt = cnf?.jkt;
    tokens.keep(request.authorization ?? '', { caller, exp, ...(jkt !== undefined && { jkt }) });
    return caller;
  };
}

type Verifier = Parameters<typeof verifySolidAccessToken>;

async function verify(
  { authorization = '', dpop, method, url }: SignedRequest,
  {
    isReplay,
    ...retrieval
  }: Omit<Verifier[0], 'header'> & { readonly isReplay: (jti: string) => boolean },
) {
  try {
    return await verifySolidAccessToken(
      { header: authorization, ...retrieval },
      dpop === undefined
        ? undefined
        : {
            header: dpop,
            method: method as NonNullable<Verifier[1]>['method'],
            url,
            isDuplicateJTI: isReplay,
          },
    );
  } catch (cause) {
    if (cause instanceof AuthorityError) throw cause;
    throw invalidToken(cause);
  }
}

function tokenOf(authorization: string | undefined): string {
  if (authorization === undefined) {
    throw new AuthorityError(
      'token_missing',
      'Send a Solid-OIDC access token, DPoP-bound or Bearer, in the Authorization header.',
    );
  }
  const token = /^(?:DPoP|Bearer) +(\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw invalidToken();
  return token;
}

function claimsOf(token: string): z.infer<typeof claimsSchema> {
  try {
    return claimsSchema.parse(decodeJwt(token));
  } catch (cause) {
    throw invalidToken(cause);
  }
}

function sameUrl(a: string, b: string): boolean {
  return new URL(a).href === new URL(b).href;
}

function invalidToken(cause?: unknown): AuthorityError {
  return new AuthorityError(
    'token_invalid',
    'The Solid-OIDC token or its DPoP proof could not be verified; log in again and send a fresh proof.',
    { cause },
  );
}
