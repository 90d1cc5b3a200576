import type { FailedAttempt, Webhook } from './webhook-store.ts';

const FIRST_WAIT_MILLISECONDS = 5_000;
const LONGEST_WAIT_MILLISECONDS = 6 * 3_600_000;
const GIVE_UP_MILLISECONDS = 3 * 86_400_000;
/** The receiver says that it wants no more (Standard Webhooks, "Deliverability and reliability"). */
const GONE = 'http_410';

/**
 * When to try again: after 5 s, then twice as long each time up to 6 h, less up to half of it by chance, so that a
 * receiver that comes back is not met by all at once. After three days, or at 410, never.
 *
 * @param random from 0 up to 1
 */
export function nextAttempt(
  { failures, failingSince = undefined }: Pick<Webhook, 'failures' | 'failingSince'>,
  problem: string,
  now: Date,
  random: number,
): FailedAttempt {
  const since = failingSince ?? now;
  const wait = Math.min(FIRST_WAIT_MILLISECONDS * 2 ** failures, LONGEST_WAIT_MILLISECONDS);
  const over = now.getTime() - since.getTime() >= GIVE_UP_MILLISECONDS || problem === GONE;
  return {
    problem,
    failingSince: since,
    nextAttemptAt: new Date(now.getTime() + wait * (1 - random / 2)),
    ...(over && { disabledAt: now }),
  };
}
