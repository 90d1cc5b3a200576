import type { TrustedIssuer } from '../trust/trust-list.ts';
import type { StatusListPowers } from './load-status-list.ts';
import { MIN_STATUS_LIST_BITS, readStatusValue } from './status-bits.ts';
import { isAboutValidity, type StatusEntry, type StatusPurpose } from './status-entry.ts';
import { createStatusLists, type FoundList } from './status-lists.ts';
import { StatusListError, type StatusProblem } from './status-problem.ts';

/** What a source says about a credential beside whether it holds, such as that there is a newer one. */
export interface StatusMessage {
  readonly purpose: StatusPurpose;
  readonly value: number;
  /** In the words of the source; plain text. Absent when it gave none for this value. */
  readonly message?: string;
}

export type StatusAnswer =
  | {
      readonly status: 'active';
      readonly checkedAt: Date;
      readonly messages: readonly StatusMessage[];
    }
  | { readonly status: 'revoked' | 'suspended'; readonly detail: string }
  | { readonly status: 'unknown'; readonly detail: string; readonly problem?: StatusProblem };

/** Looks up whether a source still stands behind a credential. */
export interface StatusChecker {
  /**
   * @param entries all of `credentialStatus`; `undefined` for one that cannot be read
   * @returns at once when every list is at hand
   */
  check(
    entries: readonly (StatusEntry | undefined)[],
    issuer: TrustedIssuer,
    at: Date,
  ): StatusAnswer | Promise<StatusAnswer>;
}

export function createStatusChecker(powers: StatusListPowers): StatusChecker {
  const lists = createStatusLists(powers);
  return {
    check(found, issuer, at) {
      const entries = found.filter((entry) => entry !== undefined);
      if (entries.length < found.length) {
        return unknown('its status entry is not readable', 'MALFORMED_VALUE_ERROR');
      }
      if (!entries.some(isAboutValidity)) {
        return unknown('it names no status list');
      }
      const looked = entries.map(({ list }) => lists.find(list, issuer, at));
      return looked.some((list) => list instanceof Promise)
        ? Promise.all(looked).then((all) => judge(entries, all))
        : judge(entries, looked as FoundList[]);
    },
  };
}

/** The worst of all entries: revoked, suspended, not known, active. */
function judge(entries: readonly StatusEntry[], lists: readonly FoundList[]): StatusAnswer {
  const messages: StatusMessage[] = [];
  let checkedAt: Date | undefined;
  let worst: StatusAnswer | undefined;
  for (const [at, entry] of entries.entries()) {
    const list = lists[at] as FoundList;
    const value = statusOf(entry, list);
    if (!isAboutValidity(entry)) {
      if (typeof value === 'number') messages.push(...messageOf(entry, value));
    } else if (typeof value !== 'number') {
      worst ??= unknown(value.message, value.problem);
    } else if (value !== 0) {
      const status = entry.purpose === 'revocation' ? 'revoked' : 'suspended';
      if (worst?.status !== 'revoked') worst = { status, detail: entry.purpose };
    } else if (!(list instanceof StatusListError)) {
      // What was asked first is what the answer is as of.
      if (!checkedAt || list.loadedAt < checkedAt) checkedAt = list.loadedAt;
    }
  }
  if (worst) return worst;
  return checkedAt ? { status: 'active', checkedAt, messages } : unknown('it names no status list');
}

function statusOf(
  { purpose, index, size }: StatusEntry,
  list: FoundList,
): number | StatusListError {
  if (list instanceof StatusListError) return list;
  if (!list.purposes.includes(purpose)) {
    return new StatusListError('STATUS_VERIFICATION_ERROR', 'for another purpose');
  }
  if ((index + 1) * size > list.bits.length * 8) {
    return new StatusListError('RANGE_ERROR', 'index outside it');
  }
  return size === 1 || list.bits.length * 8 >= MIN_STATUS_LIST_BITS * size
    ? readStatusValue(list.bits, index, size)
    : new StatusListError('STATUS_LIST_LENGTH_ERROR', 'too short for its size');
}

function messageOf({ purpose, messages }: StatusEntry, value: number): StatusMessage[] {
  const message = messages.get(value);
  if (message !== undefined) return [{ purpose, value, message }];
  return value === 0 ? [] : [{ purpose, value }];
}

function unknown(detail: string, problem?: StatusProblem): StatusAnswer {
  return { status: 'unknown', detail, ...(problem && { problem }) };
}
