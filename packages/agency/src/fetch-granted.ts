import {
  type ClaimVerifier,
  fetchAndVerify,
  type LeftOut,
  type VerifiedClaim,
} from '@grondslag/claims';
import { type AccessGrant, covers, type Need } from '@grondslag/protocol';
import { acl } from '@grondslag/vocab';
import { type AgencyErrorCode, GrantRefusedError } from './errors.ts';
import { type ExchangePowers, exchangeGrant } from './exchange-grant.ts';
import { overlaps } from './resource-overlap.ts';
import type { Trace } from './trace.ts';

/** What fetching under a grant needs beyond an exchange. */
export interface FetchGrantedPowers extends ExchangePowers {
  verifier: (trace?: Trace) => Promise<ClaimVerifier>;
}

/** What a grant gave: verified, or left out and why. */
export interface Readable {
  readonly claims: VerifiedClaim[];
  readonly leftOut: LeftOut[];
}

/** Fetches with one token a vault server; what was not asked for is not fetched, or not kept. */
export async function fetchGranted(
  powers: FetchGrantedPowers,
  { grant, needs, trace }: { grant: AccessGrant; needs: readonly Need[]; trace: Trace },
  beforeFetch: () => void,
): Promise<Readable> {
  const verifier = await powers.verifier(trace);
  const { forPersonalData, mode, inherit } = grant.credentialSubject.providedConsent;
  const asked = forPersonalData.filter((granted) =>
    needs.some(({ resource }) => overlaps(granted, resource, inherit)),
  );
  const resources = mode.includes(acl.Read) ? asked : [];
  const found: Readable = { claims: [], leftOut: [] };
  for (const vault of powers.vaults) {
    const here = resources.filter((resource) => covers(vault, resource));
    const [first] = here;
    if (first === undefined) continue;
    let refused: GrantRefusedError | undefined;
    const tokenFetch = await exchangeGrant(powers, grant, first, trace);
    const { claims, leftOut } = await fetchAndVerify({
      resources: here,
      citizen: grant.credentialSubject.id,
      verifier,
      // A refusal on renewal is no unreadable resource but the end of the access.
      fetch: (input, init) => {
        beforeFetch();
        return tokenFetch(input, init).catch((error) => {
          if (error instanceof GrantRefusedError) refused = error;
          throw error;
        });
      },
    });
    if (refused) throw refused;
    found.leftOut.push(...leftOut.map(withoutFact).map(nameLimit));
    for (const claim of claims) {
      if (isAskedFor(claim, needs)) found.claims.push(claim);
      else found.leftOut.push(notAskedFor(claim));
    }
  }
  const elsewhere = resources.filter((resource) => !powers.vaults.some((v) => covers(v, resource)));
  found.leftOut.push(
    ...elsewhere.map((resource): LeftOut => ({ resource, reason: 'not_readable' })),
  );
  return found;
}

function isAskedFor({ claimType, resource }: VerifiedClaim, needs: readonly Need[]): boolean {
  return needs.some((need) => need.claimType === claimType && covers(need.resource, resource));
}

function notAskedFor({ resource, source }: VerifiedClaim): LeftOut {
  return { resource, reason: 'unknown_claim', detail: 'not asked for', source };
}

/** The citizen may be shown a revoked fact; an agency may not use it, so it does not get it. */
function withoutFact({ fact: _fact, ...leftOut }: LeftOut): LeftOut {
  return leftOut;
}

/** Beyond our own limit the body was never handed to the verifier, which would have said the same. */
function nameLimit(leftOut: LeftOut): LeftOut {
  const tooLarge: AgencyErrorCode = 'answer_too_large';
  if (leftOut.reason !== 'not_readable' || leftOut.detail !== tooLarge) return leftOut;
  return { ...leftOut, reason: 'too_large' };
}
