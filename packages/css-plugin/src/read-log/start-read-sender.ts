import type { ReadRecord } from '@grondslag/protocol';
import { ReportRefusedError } from '../errors.ts';
import type { ReadQueue } from './open-read-queue.ts';

/** Reads of one moment travel together. */
const GATHER_MS = 200;
/** Looks for segments of processes that ended. */
const IDLE_MS = 60_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;

export interface StartReadSenderOptions {
  readonly queue: ReadQueue;
  /** Resolves when the authority has the records. */
  readonly send: (records: readonly ReadRecord[], signal: AbortSignal) => Promise<void>;
  /** Told of every round that failed. */
  readonly onFailure: (error: unknown) => void;
  readonly random?: () => number;
  readonly gatherMs?: number;
  readonly firstRetryMs?: number;
}

export interface ReadSender {
  /** There is something to send. */
  wake(): void;
  /** Stops; what is not sent stays in the queue. */
  stop(): Promise<void>;
}

/** Empties the queue in the background, for as long as it takes. Keeps no process alive. */
export function startReadSender({
  queue,
  send,
  onFailure,
  random = Math.random,
  gatherMs = GATHER_MS,
  firstRetryMs = FIRST_RETRY_MS,
}: StartReadSenderOptions): ReadSender {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  let isRunning = false;
  let isGathering = false;
  let wokenDuringRound = false;
  let failures = 0;

  function schedule(delayMs: number): void {
    clearTimeout(timer);
    if (stopping.signal.aborted) return;
    timer = setTimeout(() => {
      timer = undefined;
      round = runRound();
    }, delayMs);
    timer.unref();
  }

  /** Not put off by what comes meanwhile: on a busy server that would be for ever. */
  function gather(): void {
    if (isGathering) return;
    isGathering = true;
    schedule(gatherMs);
  }

  async function runRound(): Promise<void> {
    isRunning = true;
    isGathering = false;
    wokenDuringRound = false;
    const error = await sendAll().catch((cause: unknown) => cause ?? new Error('unknown'));
    isRunning = false;
    if (error !== undefined && !stopping.signal.aborted) onFailure(error);
    failures = error === undefined ? 0 : failures + 1;
    if (failures > 0) schedule(retryDelayMs());
    else if (wokenDuringRound) gather();
    else schedule(IDLE_MS);
  }

  /** Resolves to the last error of the round, if there was one. */
  async function sendAll(): Promise<unknown> {
    let lastError: unknown;
    for (const name of await queue.listClosedSegments()) {
      if (stopping.signal.aborted) break;
      try {
        const records = await queue.readSegment(name);
        if (records.length > 0) await send(records, stopping.signal);
        await queue.removeSegment(name);
      } catch (error) {
        lastError = error;
        // One report the authority does not take must not hold up the others.
        if (!(error instanceof ReportRefusedError && error.isAboutThisReport)) break;
      }
    }
    return lastError;
  }

  /** Doubles up to a minute, with a random half so that vault servers do not return all at once. */
  function retryDelayMs(): number {
    const delayMs = Math.min(firstRetryMs * 2 ** (failures - 1), LAST_RETRY_MS);
    return delayMs * (0.5 + random() / 2);
  }

  schedule(0);
  return {
    wake() {
      if (isRunning) wokenDuringRound = true;
      else if (failures === 0) gather();
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await round;
    },
  };
}
