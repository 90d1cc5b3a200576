import type { Fetch } from '../bounded-fetch.ts';
import { AgencyError } from '../errors.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { retryDelay } from './retry-delay.ts';
import type { Wait } from './wait.ts';

const ATTEMPTS = 3;
const FIRST_MILLISECONDS = 500;
/** Who asks for more patience gets no second request of ours: the caller knows better whether to wait. */
const MOST_RETRY_AFTER_SECONDS = 30;

interface PatientOptions {
  readonly now: () => Date;
  readonly wait: Wait;
  /** From 0 up to 1; by default by chance. */
  readonly random?: () => number;
}

/** Whether a server may do better in a moment: it failed (5xx), or is too busy (429). */
export function mayPass({ status }: Response): boolean {
  return status === 429 || status >= 500;
}

/**
 * A `fetch` that reads again, three times in all, what a server could not answer: after a wait that grows, is cut short
 * by chance, and is as long as the server asks (`Retry-After`, half a minute at most). Only `GET` and `HEAD`: what
 * changes something is sent once (RFC 9110, 9.2.2). A server that was silent for the whole time of a request is not asked
 * again.
 */
export function createPatientFetch(
  fetch: Fetch,
  { now, wait, random = Math.random }: PatientOptions,
): Fetch {
  return async (input, init) => {
    const { method = 'GET', signal } = init ?? {};
    if (!['GET', 'HEAD'].includes(method.toUpperCase())) return fetch(input, init);
    for (let failures = 0; ; failures += 1) {
      const isLast = failures === ATTEMPTS - 1;
      const delay = retryDelay(failures, { first: FIRST_MILLISECONDS, random: random() });
      let asked = 0;
      try {
        const response = await fetch(input, init);
        asked = retryAfterSeconds(response, now()) ?? 0;
        if (isLast || !mayPass(response) || asked > MOST_RETRY_AFTER_SECONDS) return response;
        await response.body?.cancel();
      } catch (error) {
        if (isLast || !isAway(error)) throw error;
      }
      await wait(Math.max(delay, asked * 1000), signal ?? undefined);
    }
  };
}

function isAway(error: unknown): boolean {
  return (
    error instanceof AgencyError &&
    error.code === 'peer_unreachable' &&
    !(error.cause instanceof Error && error.cause.name === 'TimeoutError')
  );
}
