import {
  type ClaimVerifier,
  fetchAndVerify,
  type LeftOut,
  type NarrowedClaim,
  narrowClaim,
} from '@grondslag/claims';
import { covers, type Need } from '@grondslag/protocol';
import { type AgencyErrorCode, GrantRefusedError } from './errors.ts';
import { type ExchangePowers, exchangeGrant } from './exchange-grant.ts';
import { extentOf, type Opening } from './opening.ts';
import { overlaps } from './resource-overlap.ts';
import type { Trace } from './trace.ts';

/** What fetching under a grant needs beyond an exchange. */
export interface FetchGrantedPowers extends ExchangePowers {
  verifier: (trace?: Trace) => Promise<ClaimVerifier<NarrowedClaim>>;
  /** Does the work when it is its turn at a vault server; at once when left out. */
  atVault?: (<T>(vault: string, work: () => Promise<T>) => Promise<T>) | undefined;
}

/** A kind of fact in a container, and the fields of it that may be used; all of them when none are named. */
export type Wanted = Pick<Need, 'claimType' | 'resource'> & {
  readonly fields?: readonly string[];
  /** Older than this, in days, it does not answer the need. */
  readonly maxAgeDays?: number;
};

/** What a grant gave: verified, or left out and why. */
export interface Readable {
  readonly claims: NarrowedClaim[];
  readonly leftOut: LeftOut[];
}

/** Fetches with one token a vault server; what was not asked for is not fetched, or not kept. */
export async function fetchGranted(
  powers: FetchGrantedPowers,
  {
    grant,
    needs,
    trace,
    purpose,
  }: {
    grant: Opening;
    needs: readonly Wanted[];
    trace: Trace;
    purpose: string | undefined;
  },
  beforeFetch: () => void,
): Promise<Readable> {
  const verifier = await powers.verifier(trace);
  const { atVault = (_vault, work) => work() } = powers;
  const { citizen, resources: opened, inherit } = extentOf(grant);
  const resources = opened.filter((granted) =>
    needs.some(({ resource }) => overlaps(granted, resource, inherit)),
  );
  const use = { trace, purpose };
  const found: Readable = { claims: [], leftOut: [] };
  for (const vault of powers.vaults) {
    const here = resources.filter((resource) => covers(vault, resource));
    const [first] = here;
    if (first === undefined) continue;
    const { claims, leftOut } = await atVault(vault, () => fetchHere(here, first));
    found.leftOut.push(...leftOut.map(withoutFact).map(nameLimit));
    for (const claim of claims) {
      const asked = needs.filter((need) => isAskedFor(claim, need));
      if (asked.length > 0) found.claims.push(onlyFields(claim, asked));
      else found.leftOut.push(notAskedFor(claim));
    }
  }
  const elsewhere = resources.filter((resource) => !powers.vaults.some((v) => covers(v, resource)));
  found.leftOut.push(
    ...elsewhere.map((resource): LeftOut => ({ resource, reason: 'not_readable' })),
  );
  return found;

  async function fetchHere(here: readonly string[], first: string) {
    let refused: GrantRefusedError | undefined;
    const tokenFetch = await exchangeGrant(powers, grant, first, use);
    const read = await fetchAndVerify({
      resources: here,
      citizen,
      verifier,
      maxAgeDays: (claim) => mostDays(needs.filter((need) => isAskedFor(claim, need))),
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
    // A token that stops working in the middle: the access may have ended, and then nothing of it may be used.
    if (read.leftOut.some(({ detail }) => detail === 'HTTP 401')) {
      await exchangeGrant(powers, grant, first, use);
    }
    return read;
  }
}

/** What is fresh enough for one of the needs is read; `undefined` when one of them asks for no age. */
function mostDays(needs: readonly Wanted[]): number | undefined {
  const days = needs.map(({ maxAgeDays }) => maxAgeDays ?? Number.POSITIVE_INFINITY);
  const most = Math.max(...days);
  return Number.isFinite(most) ? most : undefined;
}

function isAskedFor(
  { claimType, resource }: Pick<NarrowedClaim, 'claimType' | 'resource'>,
  need: Wanted,
): boolean {
  return need.claimType === claimType && covers(need.resource, resource);
}

/**
 * The vault server keeps to the fields of a mandate, and to those a citizen chose. What comes whole, because its source
 * signed it so or the citizen's app named no fields, is cut here, before anybody sees it; that is all this is for.
 */
function onlyFields(claim: NarrowedClaim, asked: readonly Wanted[]): NarrowedClaim {
  if (asked.some(({ fields }) => fields === undefined)) return claim;
  return narrowClaim(
    claim,
    asked.flatMap(({ fields = [] }) => fields),
  );
}

function notAskedFor({ resource, source }: NarrowedClaim): LeftOut {
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
