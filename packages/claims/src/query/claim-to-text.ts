import type { NarrowedClaim } from '../claim/verified-claim.ts';
import type { ClaimText } from './worker-messages.ts';

const texts = new Map<number, string>();
const MAX_TEXTS = 1_000;

/** In ISO 8601. Sources date many credentials alike, and what is read together is judged for one instant. */
function textOf(instant: Date): string {
  const known = texts.get(instant.getTime());
  if (known !== undefined) return known;
  const text = instant.toISOString();
  if (texts.size >= MAX_TEXTS) texts.clear();
  texts.set(instant.getTime(), text);
  return text;
}

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
    validFrom: textOf(claim.validFrom),
    ...(validUntil && { validUntil: textOf(validUntil) }),
    holdsAt: textOf(claim.holdsAt),
    statusCheckedAt: textOf(claim.statusCheckedAt),
  };
}
