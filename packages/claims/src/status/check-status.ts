import { RDF_TYPE } from '@grondslag/vocab';
import type { Term } from '@rdfjs/types';
import { isIri, isLiteral, isNode, only, type Statements } from '../claim/statements.ts';
import { status } from '../claim/terms.ts';
import type { TrustedIssuer } from '../trust/trust-list.ts';
import { loadStatusList, type StatusList, type StatusListPowers } from './load-status-list.ts';
import { readStatusBit } from './status-bits.ts';
import { statusListUrl } from './status-url.ts';

const MAX_AGE_MILLISECONDS = 60_000;
/** A list that cannot be had is asked for again after this long, not for every credential. */
const RETRY_AFTER_MILLISECONDS = 5_000;
const MAX_LISTS = 100;

export type StatusAnswer =
  | { readonly status: 'active'; readonly checkedAt: Date }
  | { readonly status: 'revoked' | 'suspended'; readonly detail: string }
  | { readonly status: 'unknown'; readonly detail: string };

/** Looks up whether a source still stands behind a credential. */
export interface StatusChecker {
  /** `entries`: the objects of `credentialStatus`. No entry, or one that cannot be read, is `unknown`. */
  check(
    statements: Statements,
    entries: readonly Term[],
    issuer: TrustedIssuer,
  ): Promise<StatusAnswer>;
}

/** Keeps fetched lists for 60 seconds, or until their `validUntil` if that is sooner. */
export function createStatusChecker(powers: StatusListPowers): StatusChecker {
  const lists = new Map<string, { list: Promise<StatusList | string>; until: number }>();

  function find(url: string, issuer: TrustedIssuer): Promise<StatusList | string> {
    const key = `${issuer.id} ${url}`;
    const kept = lists.get(key);
    if (kept && powers.now().getTime() < kept.until) return kept.list;
    if (lists.size >= MAX_LISTS) lists.clear();
    const list = loadStatusList(url, issuer, powers).then(
      (loaded) => {
        const soonest = loaded.loadedAt.getTime() + MAX_AGE_MILLISECONDS;
        entry.until = Math.min(soonest, loaded.validUntil?.getTime() ?? soonest);
        return loaded;
      },
      (error: unknown) => {
        entry.until = powers.now().getTime() + RETRY_AFTER_MILLISECONDS;
        return error instanceof Error ? error.message : 'status list: not fetched';
      },
    );
    // Until it is here, everybody waits for the same request.
    const entry = { list, until: Number.POSITIVE_INFINITY };
    lists.set(key, entry);
    return list;
  }

  async function checkEntry(entry: StatusEntry, issuer: TrustedIssuer): Promise<StatusAnswer> {
    const url = statusListUrl(entry.list, issuer.statusLists);
    if (url === undefined) return unknown('its status list is not one of its source');
    const list = await find(url, issuer);
    if (typeof list === 'string') return unknown(list);
    if (!list.purposes.includes(entry.purpose)) return unknown('status list: another purpose');
    if (entry.index >= list.bits.length * 8) return unknown('status list: index outside it');
    return readStatusBit(list.bits, entry.index)
      ? { status: entry.purpose === 'suspension' ? 'suspended' : 'revoked', detail: entry.purpose }
      : { status: 'active', checkedAt: list.loadedAt };
  }

  return {
    async check(statements, entries, issuer) {
      let answer: StatusAnswer = unknown('it names no status list');
      for (const term of entries) {
        const entry = readEntry(statements, term);
        answer = entry
          ? await checkEntry(entry, issuer)
          : unknown('its status entry is not readable');
        if (answer.status !== 'active') return answer;
      }
      return answer;
    },
  };
}

function unknown(detail: string): StatusAnswer {
  return { status: 'unknown', detail };
}

interface StatusEntry {
  readonly purpose: string;
  readonly index: number;
  readonly list: string;
}

/** Both make a fact unusable now; the other purposes of the standard say nothing about that. */
const purposes = new Set(['revocation', 'suspension']);

function readEntry(statements: Statements, term: Term): StatusEntry | undefined {
  if (!isNode(term)) return undefined;
  const type = only(statements.objects(term, RDF_TYPE));
  const purpose = only(statements.objects(term, status.statusPurpose));
  const index = only(statements.objects(term, status.statusListIndex));
  const list = only(statements.objects(term, status.statusListCredential));
  if (!isIri(type, status.BitstringStatusListEntry) || list?.termType !== 'NamedNode')
    return undefined;
  if (!isLiteral(purpose) || !purposes.has(purpose.value)) return undefined;
  if (!isLiteral(index) || !/^\d{1,9}$/.test(index.value)) return undefined;
  return { purpose: purpose.value, index: Number(index.value), list: list.value };
}
