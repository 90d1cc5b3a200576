import { andThen } from '../and-then.ts';
import type { StatusAnswer, StatusChecker, StatusMessage } from '../status/check-status.ts';
import { readStatusEntry, type StatusEntry, type StatusPurpose } from '../status/status-entry.ts';
import { readValidity } from './envelope.ts';
import { isTooOld } from './freshness.ts';
import type { Signed } from './read-signed.ts';
import type { Left } from './verified-claim.ts';

/** That a credential holds now, and as of when its status is. */
export interface Standing {
  readonly checkedAt: Date;
  readonly messages: readonly StatusMessage[];
}

/** Whether it holds, or why it is left out. */
export type Judged = Standing | Pick<Left, 'reason' | 'detail' | 'statusProblem'>;

/**
 * Articles P8 to P10 of policy: dates, age, status. At once when the status lists are at hand.
 *
 * @param claimType for which the trust list may say which statuses are always there
 */
export function judgeStanding(
  { proof, statements, envelope, issuer, isPart }: Signed,
  statuses: StatusChecker,
  maxAgeDays: number | undefined,
  claimType: string,
  at: Date,
): Judged | Promise<Judged> {
  const validity = readValidity(envelope, at);
  if (validity !== 'valid') return { reason: validity };
  const { validFrom } = envelope;
  if (maxAgeDays !== undefined && isTooOld({ ...proof, validFrom }, maxAgeDays, at)) {
    return { reason: 'too_old' };
  }
  const entries = envelope.statuses.map((entry) => readStatusEntry(statements, entry));
  const missing = missingPurpose(entries, issuer.statusPurposes?.[claimType]);
  if (missing !== undefined) return { reason: 'status_missing', detail: missing };
  if (isPart && (envelope.statuses.length === 0 || !envelope.validUntil)) {
    const what = envelope.validUntil ? 'a status' : 'an end';
    return {
      reason: 'status_unknown',
      detail: `a part without ${what}: it may have been left out`,
    };
  }
  return andThen(statuses.check(entries, issuer, at), judgedBy);
}

function judgedBy(answer: StatusAnswer): Judged {
  if (answer.status === 'active') return answer;
  if (answer.status !== 'unknown') return { reason: answer.status, detail: answer.detail };
  const { detail, problem } = answer;
  return { reason: 'status_unknown', detail, ...(problem && { statusProblem: problem }) };
}

/** A purpose of which there are fewer statuses than the source always gives; one that cannot be read may be of any. */
function missingPurpose(
  entries: readonly (StatusEntry | undefined)[],
  always: readonly StatusPurpose[] = [],
): StatusPurpose | undefined {
  if (always.length === 0 || entries.includes(undefined)) return undefined;
  const count = (purposes: readonly (StatusPurpose | undefined)[], one: StatusPurpose) =>
    purposes.filter((purpose) => purpose === one).length;
  const there = entries.map((entry) => entry?.purpose);
  return always.find((purpose) => count(there, purpose) < count(always, purpose));
}
