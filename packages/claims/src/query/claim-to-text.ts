import type { NarrowedClaim } from '../claim/verified-claim.ts';
import type { ClaimText } from './worker-messages.ts';

/** What a store takes of a claim. */
export function claimToText(claim: NarrowedClaim): ClaimText {
  const { canonical, graph, source, credential, resource, claimType, validUntil } = claim;
  return {
    canonical,
    graph,
    source: source.id,
    credential,
    resource,
    claimType,
    validFrom: claim.validFrom.toISOString(),
    ...(validUntil && { validUntil: validUntil.toISOString() }),
    holdsAt: claim.holdsAt.toISOString(),
    statusCheckedAt: claim.statusCheckedAt.toISOString(),
  };
}
