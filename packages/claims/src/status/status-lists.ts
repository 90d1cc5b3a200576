import type { TrustedIssuer } from '../trust/trust-list.ts';
import { loadStatusList, type StatusList, type StatusListPowers } from './load-status-list.ts';
import { StatusListError } from './status-problem.ts';
import { statusListUrl } from './status-url.ts';

/** A list whose source does not say for how long to keep it. */
const DEFAULT_AGE_MILLISECONDS = 60_000;
/** A `ttl` beyond it is not followed: a withdrawal must be felt within minutes. */
const MAX_AGE_MILLISECONDS = 300_000;
/** A list that cannot be had is asked for again after this long, not for every credential. */
const RETRY_AFTER_MILLISECONDS = 5_000;
const MAX_LISTS = 200;

/** A list, or why there is none. */
export type FoundList = StatusList | StatusListError;

/** Status lists of issuers, each fetched and verified once as long as it is fresh. */
export interface StatusLists {
  /** At once when it is at hand. Several callers wait for one request. */
  find(address: string, issuer: TrustedIssuer, at: Date): FoundList | Promise<FoundList>;
}

interface Kept {
  /** A trust list that changed may have taken a key away: then nothing verified under it counts. */
  readonly issuer: TrustedIssuer;
  list?: StatusList;
  found: FoundList | Promise<FoundList>;
  until: number;
}

/** Keeps each list for its `ttl` (at most 300 s, else 60 s) or until its `validUntil`, whichever is sooner. */
export function createStatusLists(powers: StatusListPowers): StatusLists {
  const lists = new Map<string, Kept>();

  async function load(url: string, kept: Kept): Promise<FoundList> {
    try {
      const list = await loadStatusList(url, kept.issuer, powers, kept.list);
      kept.list = list;
      kept.found = list;
      kept.until = freshUntil(list);
      return list;
    } catch (error) {
      // An error of ours goes up, and the next caller tries anew.
      if (!(error instanceof StatusListError)) {
        lists.delete(keyOf(url, kept.issuer));
        throw error;
      }
      kept.found = error;
      kept.until = powers.now().getTime() + RETRY_AFTER_MILLISECONDS;
      return error;
    }
  }

  return {
    find(address, issuer, at) {
      const key = keyOf(address, issuer);
      const known = lists.get(key);
      const own = known?.issuer === issuer ? known : undefined;
      if (own && at.getTime() < own.until) return own.found;
      const url = statusListUrl(address, issuer.statusLists);
      if (url === undefined) {
        return new StatusListError('STATUS_VERIFICATION_ERROR', 'not one of its source');
      }
      const kept: Kept = own ?? { issuer, found: PENDING, until: Number.POSITIVE_INFINITY };
      kept.until = Number.POSITIVE_INFINITY;
      kept.found = load(url, kept);
      lists.delete(key);
      lists.set(key, kept);
      const [oldest] = lists.keys();
      if (lists.size > MAX_LISTS && oldest !== undefined) lists.delete(oldest);
      return kept.found;
    },
  };
}

const PENDING = new StatusListError('STATUS_RETRIEVAL_ERROR', 'not fetched yet');

function keyOf(address: string, issuer: TrustedIssuer): string {
  return `${issuer.id} ${address}`;
}

function freshUntil({ loadedAt, ttlMilliseconds, validUntil }: StatusList): number {
  const wanted = ttlMilliseconds ?? DEFAULT_AGE_MILLISECONDS;
  // Bitstring Status List, 2.2: MUST NOT use a list that was cached for more than its ttl.
  const until = loadedAt.getTime() + Math.min(wanted, MAX_AGE_MILLISECONDS);
  // the instant itself is still within
  return Math.min(until, (validUntil?.getTime() ?? until) + 1);
}
