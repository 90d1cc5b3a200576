import { setTimeout as delay } from 'node:timers/promises';
import { MAX_STATUS_WAIT_MILLISECONDS, type StatusChanges } from '@grondslag/protocol';
import { ageMs, type Moment, takeMoment } from '../moment.ts';
import { createBlockedGrants } from './blocked-grants.ts';

/** What is known is asked for again before it is older than this: the rest of a second is for serving the request. */
const RENEW_AFTER_MS = 750;
/** While grants are used, the long question is short enough to keep what is known fresh by itself. */
const WAIT_IN_USE_MS = 500;
const IN_USE_MS = 10_000;
/** On top of the wait asked for. */
const ANSWER_TIMEOUT_MS = 1_000;
const SHORT_TIMEOUT_MS = 400;
/** A short question goes out again without an answer: behind a load balancer to another instance. */
const SHORT_REPEAT_MS = 100;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 1_000;
/** An authority that does not wait is not asked without pause. */
const MIN_PAUSE_MS = 100;

/** What happened to a grant. */
export type GrantStatus = 'honoured' | 'ended' | 'unknown';

export interface StartStatusFeedOptions {
  /** Asks the authority once. */
  readonly ask: (
    question: Pick<AskedQuestion, 'after' | 'waitMs' | 'signal'>,
  ) => Promise<StatusChanges>;
  /** Without an answer for longer, no grant is honoured. */
  readonly maxSilenceMs: number;
  /** A grant was withdrawn or suspended. */
  readonly onEnded: (grant: string) => void;
  /** The authority was put back to an earlier state: nothing remembered about its grants is worth anything. */
  readonly onReset: () => void;
  /** The state of contact changed. `cause`: why it was lost. */
  readonly onContact: (isInContact: boolean, cause?: unknown) => void;
  readonly random?: () => number;
}

interface AskedQuestion {
  readonly after: number | undefined;
  readonly waitMs: number;
  readonly signal: AbortSignal;
}

/** What one authority says of its grants, kept up to date in the background. */
export interface StatusFeed {
  /**
   * Whether a grant opens anything now, by an answer to a question asked less than a second ago. When the authority
   * gives none, by the last one, until that is older than `maxSilenceMs`: `unknown` from then on.
   */
  check(grant: string): Promise<GrantStatus>;
  /** Stops asking. */
  stop(): Promise<void>;
}

/** Follows the status changes of one authority. */
export function startStatusFeed({
  ask,
  maxSilenceMs,
  onEnded,
  onReset,
  onContact,
  random = Math.random,
}: StartStatusFeedOptions): StatusFeed {
  const stopping = new AbortController();
  const blocked = createBlockedGrants(() => performance.now());
  let head: number | undefined;
  /** Of questions whose answers count; a new one after a reset. */
  let era = 0;
  let contact: Moment | undefined;
  let lastUseMs = Number.NEGATIVE_INFINITY;
  let shortQuestion: Promise<void> | undefined;
  let reported: boolean | undefined;
  let lastError: unknown;

  // An answer that waited longer than the bound would come too late to count.
  const idleWaitMs = Math.min(MAX_STATUS_WAIT_MILLISECONDS, Math.floor(maxSilenceMs / 2));
  const isFresh = () => contact !== undefined && ageMs(contact) <= RENEW_AFTER_MS;
  const isInContact = () => contact !== undefined && ageMs(contact) <= maxSilenceMs;

  /** Asks once, and again while there is more. Rejects when there is no answer. */
  async function askAll(waitMs: number, timeoutMs: number, cancelled: AbortSignal): Promise<void> {
    for (let more = true; more; ) {
      const [after, askedIn, askedAt] = [head, era, takeMoment()];
      const answer = await withDeadline(timeoutMs, cancelled, (signal) =>
        ask({ after, waitMs: after === undefined ? 0 : waitMs, signal }),
      );
      if (askedIn !== era) continue;
      if (after !== undefined && answer.head < after) {
        // Restored from a backup: its numbers start again, and grants may have come back to life.
        era += 1;
        head = undefined;
        onReset();
        continue;
      }
      const fresh = answer.changes.filter(({ seq }) => head === undefined || seq > head);
      head = Math.max(head ?? 0, answer.head);
      for (const change of fresh) if (blocked.apply(change)) onEnded(change.credential);
      more = answer.more;
      if (!more && (contact === undefined || askedAt.monotonicMs > contact.monotonicMs))
        contact = askedAt;
    }
    report();
  }

  /** Several questions, one after another until one is answered: an instance that hangs costs little. */
  async function askShort(): Promise<void> {
    const done = new AbortController();
    const starts = Array.from(
      { length: SHORT_TIMEOUT_MS / SHORT_REPEAT_MS },
      (_, index) => index * SHORT_REPEAT_MS,
    );
    try {
      await Promise.any(
        starts.map(async (startMs) => {
          if (startMs > 0) await delay(startMs, undefined, { signal: done.signal });
          await askAll(0, SHORT_TIMEOUT_MS - startMs, done.signal);
        }),
      );
    } finally {
      done.abort();
    }
  }

  async function follow(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const isInUse = performance.now() - lastUseMs < IN_USE_MS;
      const waitMs = isInUse ? WAIT_IN_USE_MS : idleWaitMs;
      const [before, startMs] = [head, performance.now()];
      try {
        await askAll(waitMs, waitMs + ANSWER_TIMEOUT_MS, stopping.signal);
        failures = 0;
        const cameAtOnce = head === before && performance.now() - startMs < MIN_PAUSE_MS;
        if (cameAtOnce) await pause(MIN_PAUSE_MS);
      } catch (error) {
        failures += 1;
        lastError = error;
        await pause(random() * Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS));
      }
      blocked.prune();
      report();
    }
  }

  function pause(ms: number): Promise<void> {
    return delay(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
  }

  function report(): void {
    const state = isInContact();
    if (state === reported || stopping.signal.aborted) return;
    const isFirst = reported === undefined;
    reported = state;
    if (!(isFirst && state)) onContact(state, state ? undefined : lastError);
  }

  const following = follow();
  return {
    async check(grant) {
      lastUseMs = performance.now();
      if (!isFresh()) {
        shortQuestion ??= askShort().finally(() => {
          shortQuestion = undefined;
        });
        await shortQuestion.catch(() => undefined);
      }
      if (blocked.has(grant)) return 'ended';
      return isInContact() ? 'honoured' : 'unknown';
    },
    async stop() {
      stopping.abort();
      await following;
    },
  };
}

/** Without `AbortSignal.any`, which would grow with each question on a signal that lives as long as the server. */
async function withDeadline<T>(
  timeoutMs: number,
  cancelled: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController();
  const abort = () => deadline.abort();
  const timer = setTimeout(abort, timeoutMs);
  cancelled.addEventListener('abort', abort);
  if (cancelled.aborted) abort();
  try {
    return await work(deadline.signal);
  } finally {
    clearTimeout(timer);
    cancelled.removeEventListener('abort', abort);
  }
}
