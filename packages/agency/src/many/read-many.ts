import type { Fetch } from '../bounded-fetch.ts';
import type { AuthorityConnection } from '../connect-authority.ts';
import type { Kind } from '../kinds/kind.ts';
import type { FactsOutcome, ReadOutcome } from '../outcomes.ts';
import { checkQuery, type ReadOptions, readChecked } from '../read-claims.ts';
import { readFacts } from '../read-facts.ts';
import type { ReadContext, ReadPowers } from '../read-verified.ts';
import { retryAfterSeconds } from '../retries/retry-after.ts';
import { type Wait, waitByTheClock } from '../retries/wait.ts';
import { askTogether } from './ask-together.ts';
import type { Checkpoint } from './checkpoint.ts';
import { createHostQueues } from './host-queues.ts';
import { inParallel } from './in-parallel.ts';
import { type AnyOutcome, type ManyRead, readPatiently } from './read-patiently.ts';

/** How fast, and under whose trace and for what purpose. */
export interface ManyOptions extends ReadContext {
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

/** What to ask of each access, and how fast. */
export interface ReadManyOptions extends ManyOptions, ReadOptions {}

/** What came of one access. */
export interface ManyOutcome<Outcome = ReadOutcome> {
  /** Id of the grant, or of the lawful access, as it was given. */
  readonly access: string;
  readonly outcome: ManyRead<Outcome>;
}

/** What reading many needs beyond reading one. */
export interface ManyPowers {
  readonly read: ReadPowers;
  /** The authority, with something around the `fetch` that is logged in there. */
  readonly connect: (around: (fetch: Fetch) => Fetch, remembers: number) => AuthorityConnection;
  /** Resolves after so many milliseconds; by default by the clock of the machine. */
  readonly wait?: Wait;
}

/** What to read of each access. */
interface Reading<Outcome> {
  /** Before any access is taken. */
  readonly check?: () => Promise<void>;
  readonly readOne: (read: ReadPowers, access: string) => Promise<Outcome>;
}

type Accesses = Iterable<string> | AsyncIterable<string>;

/** Reads many, and answers a query over each. */
export function readMany(
  powers: ManyPowers,
  accesses: Accesses,
  { query, traceparent, purpose, ...limits }: ReadManyOptions,
): AsyncGenerator<ManyOutcome, void, undefined> {
  const options = { query, ...contextOf({ traceparent, purpose }) };
  return readEach(powers, accesses, limits, {
    check: () => checkQuery(powers.read, query),
    readOne: (read, access) => readChecked(read, access, options),
  });
}

/** Reads many, and of each the facts of one kind. */
export function readManyFacts<Values extends object>(
  powers: ManyPowers,
  accesses: Accesses,
  kind: Kind<Values>,
  { traceparent, purpose, ...limits }: ManyOptions,
): AsyncGenerator<ManyOutcome<FactsOutcome<Values>>, void, undefined> {
  const context = contextOf({ traceparent, purpose });
  return readEach(powers, accesses, limits, {
    readOne: (read, access) => readFacts(read, access, kind, context),
  });
}

/**
 * Reads one access after the other, many at a time, and says of each what came of it, in the order in which they end.
 *
 * An access is taken when there is room for it, and finished (in the checkpoint) when the loop asks for the next one.
 * Each vault server, and the authority, has a limit of its own; one that says 429 or 503 is left alone as long as it asks.
 * A read that a server could not answer is tried again, whole: it changes nothing.
 */
async function* readEach<Outcome extends AnyOutcome>(
  { read, connect, wait = waitByTheClock }: ManyPowers,
  accesses: Accesses,
  {
    atOnce = 64,
    atOncePerHost = 12,
    attempts = 6,
    checkpoint,
    signal,
  }: Omit<ManyOptions, keyof ReadContext>,
  { check, readOne }: Reading<Outcome>,
): AsyncGenerator<ManyOutcome<Outcome>, void, undefined> {
  for (const [name, value] of Object.entries({ atOnce, atOncePerHost, attempts })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new TypeError(`Expected a whole number of at least 1 for ${name}, got ${value}.`);
    }
  }
  await check?.();
  const ending = new AbortController();
  const hosts = createHostQueues(atOncePerHost, ending.signal);
  const authorityHost = new URL(read.authority.url).origin;
  const bounded =
    (fetch: Fetch) =>
    async (...request: Parameters<Fetch>) => {
      const response = await hosts.atHost(authorityHost, () => fetch(...request));
      const seconds = retryAfterSeconds(response, read.now());
      if (seconds !== undefined) hosts.leaveAlone(authorityHost, seconds);
      return response;
    };
  // Requests come along with what answers them: those of what is under way are remembered.
  const asked = askTogether(connect(bounded, 2 * atOnce), atOnce);
  const powers = { read: { ...read, ...asked }, readOne, hosts, wait, attempts };
  const work = async (access: string, stop: AbortSignal): Promise<ManyOutcome<Outcome>> => {
    return { access, outcome: await readPatiently(powers, access, stop) };
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

function contextOf(context: {
  readonly traceparent: string | undefined;
  readonly purpose: string | undefined;
}): ReadContext {
  return Object.fromEntries(Object.entries(context).filter(([, value]) => value !== undefined));
}

async function* leftOf(
  accesses: Accesses,
  checkpoint: Checkpoint | undefined,
): AsyncGenerator<string> {
  for await (const access of accesses) if (!checkpoint?.has(access)) yield access;
}
