import type { Fetch } from '../bounded-fetch.ts';
import type { AuthorityConnection } from '../connect-authority.ts';
import { checkQuery, type ReadOptions } from '../read-claims.ts';
import type { ReadPowers } from '../read-verified.ts';
import { retryAfterSeconds } from '../retries/retry-after.ts';
import { type Wait, waitByTheClock } from '../retries/wait.ts';
import type { Checkpoint } from './checkpoint.ts';
import { createHostQueues } from './host-queues.ts';
import { inParallel } from './in-parallel.ts';
import { type ManyRead, readPatiently } from './read-patiently.ts';

/** What to ask of each access, and how fast. */
export interface ReadManyOptions extends ReadOptions {
  /** Accesses under way, with those whose outcome was not taken yet; memory goes with it. 64 when left out. */
  readonly atOnce?: number;
  /** Accesses read at one vault server at a time, and requests under way at the authority. 12 when left out. */
  readonly atOncePerHost?: number;
  /** How often one access is tried when a server is too busy or away, the first time included. 6 when left out. */
  readonly attempts?: number;
  /** What an earlier run finished is not read again: `await openCheckpoint(file, …)`. */
  readonly checkpoint?: Checkpoint;
  /** Ends the run: the loop throws its reason, and what is under way is dropped. */
  readonly signal?: AbortSignal;
}

/** What came of one access. */
export interface ManyOutcome {
  /** Id of the grant, or of the lawful access, as it was given. */
  readonly access: string;
  readonly outcome: ManyRead;
}

/** What reading many needs beyond reading one. */
export interface ManyPowers {
  readonly read: ReadPowers;
  /** The authority, with something around the `fetch` that is logged in there. */
  readonly connect: (around: (fetch: Fetch) => Fetch) => AuthorityConnection;
  /** Resolves after so many milliseconds; by default by the clock of the machine. */
  readonly wait?: Wait;
}

/**
 * Reads one access after the other, many at a time, and says of each what came of it, in the order in which they end.
 *
 * An access is taken when there is room for it, and finished (in the checkpoint) when the loop asks for the next one.
 * Each vault server, and the authority, has a limit of its own; one that says 429 or 503 is left alone as long as it asks.
 * A read that a server could not answer is tried again, whole: it changes nothing.
 */
export async function* readMany(
  { read, connect, wait = waitByTheClock }: ManyPowers,
  accesses: Iterable<string> | AsyncIterable<string>,
  {
    atOnce = 64,
    atOncePerHost = 12,
    attempts = 6,
    checkpoint,
    signal,
    ...options
  }: ReadManyOptions,
): AsyncGenerator<ManyOutcome, void, undefined> {
  for (const [name, value] of Object.entries({ atOnce, atOncePerHost, attempts })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new TypeError(`Expected a whole number of at least 1 for ${name}, got ${value}.`);
    }
  }
  await checkQuery(read, options.query);
  const ending = new AbortController();
  const hosts = createHostQueues(atOncePerHost, ending.signal);
  const authorityHost = new URL(read.authority.url).origin;
  const authority = connect((fetch) => async (...request) => {
    const response = await hosts.atHost(authorityHost, () => fetch(...request));
    const seconds = retryAfterSeconds(response, read.now());
    if (seconds !== undefined) hosts.leaveAlone(authorityHost, seconds);
    return response;
  });
  const powers = { read: { ...read, authority }, hosts, wait, attempts };
  const work = async (access: string, stop: AbortSignal): Promise<ManyOutcome> => {
    return { access, outcome: await readPatiently(powers, access, options, stop) };
  };
  try {
    const left = leftOf(accesses, checkpoint);
    for await (const found of inParallel(left, { atOnce, signal, beforeEnd }, work)) {
      yield found;
      if (found.outcome.status !== 'failed') await checkpoint?.add(found.access);
    }
  } finally {
    beforeEnd();
  }

  /** What waits for its turn is let go, and finds that the run has ended. */
  function beforeEnd(): void {
    ending.abort();
    hosts.end();
  }
}

async function* leftOf(
  accesses: Iterable<string> | AsyncIterable<string>,
  checkpoint: Checkpoint | undefined,
): AsyncGenerator<string> {
  for await (const access of accesses) if (!checkpoint?.has(access)) yield access;
}
