import type { StatusChecker, StatusMessage } from '../status/check-status.ts';
import { readStatusEntry } from '../status/status-entry.ts';
import { readValidity } from './envelope.ts';
import { isTooOld } from './freshness.ts';
import type { Signed } from './read-signed.ts';
import type { Left } from './verified-claim.ts';

/** That a credential holds now, and as of when its status is. */
export interface Standing {
  readonly checkedAt: Date;
  readonly messages: readonly StatusMessage[];
}

/** Articles P8 to P10 of policy: dates, age, status. */
export async function judgeStanding(
  { proof, statements, envelope, issuer, isPart }: Signed,
  statuses: StatusChecker,
  maxAgeDays: number | undefined,
  at: Date,
): Promise<Standing | Pick<Left, 'reason' | 'detail' | 'statusProblem'>> {
  const validity = readValidity(envelope, at);
  if (validity !== 'valid') return { reason: validity };
  const { validFrom } = envelope;
  if (maxAgeDays !== undefined && isTooOld({ ...proof, validFrom }, maxAgeDays, at)) {
    return { reason: 'too_old' };
  }
  if (isPart && (envelope.statuses.length === 0 || !envelope.validUntil)) {
    const what = envelope.validUntil ? 'a status' : 'an end';
    return {
      reason: 'status_unknown',
      detail: `a part without ${what}: it may have been left out`,
    };
  }
  const entries = envelope.statuses.map((entry) => readStatusEntry(statements, entry));
  const answer = await statuses.check(entries, issuer, at);
  if (answer.status === 'active') return answer;
  if (answer.status !== 'unknown') return { reason: answer.status, detail: answer.detail };
  const { detail, problem } = answer;
  return { reason: 'status_unknown', detail, ...(problem && { statusProblem: problem }) };
}
