import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { AnyKind } from '../kinds/kind.ts';
import { nameKind } from './named-kind.ts';
import { type Database, openRunStore, type RunProgress } from './run-store.ts';
import { type Worked, type WorkOptions, workOnRuns } from './work-on-runs.ts';

/** Where runs are kept, and whose they are. */
export type SharedRunsOptions = {
  /** WebID; a run of another agency in the same database is not seen. */
  readonly agency: string;
  /** Told what went wrong beside the work, such as a connection that was lost; the work goes on. */
  readonly onProblem?: (error: Error) => void;
} & (
  | {
      /** `postgres://…`. Its user may make schemas: `grondslag_runs` and `grondslag_queue`. */
      readonly connectionString: string;
    }
  | { readonly database: Database }
);

/** What a run asks of each access. */
export type RunQuestion = {
  /** Chosen by the agency; the same name goes on with the same run. */
  readonly name: string;
  /** As of `readMany`. */
  readonly purpose?: string;
  /** Accesses read at one vault server at a time by all workers together, one by each at least. 12 when left out. */
  readonly atOncePerHost?: number;
} & (
  | { readonly query: string }
  /** Workers know it by its claim type; of its fields these are read. */
  | { readonly kind: Pick<AnyKind, 'claimType' | 'fields'> }
);

/** Runs of `readMany` that several processes share. */
export interface SharedRuns {
  /**
   * Begins a run, or goes on with it: what failed is read again, what has an outcome is not. An access that is in the
   * list twice is read once.
   *
   * @throws {TypeError} when the run of this name asks something else, or of other accesses
   */
  begin(
    question: RunQuestion,
    accesses: Iterable<string> | AsyncIterable<string>,
  ): Promise<RunProgress>;
  /** Reads what there is to read, with other workers. Resolves when the signal ends it, or with `once` when nothing is left. */
  work(options: WorkOptions): Promise<Worked>;
  /** How far a run is, again and again until each access has an outcome. */
  follow(name: string, signal?: AbortSignal): AsyncGenerator<RunProgress, void, undefined>;
  /** All runs of this agency, the oldest first. */
  list(): Promise<readonly RunProgress[]>;
  /** What `work` kept of each access, in the order of the list. */
  outcomes(name: string): AsyncGenerator<unknown, void, undefined>;
  /** Erases a run: what it asks, its accesses, and what came of them. */
  forget(name: string): Promise<void>;
  close(): Promise<void>;
}

const EVERY_MILLISECONDS = 500;
/** A job that nobody has, though something of it is left, is made again after so many looks. */
const LOOKS_TO_MEND = 20;
const FILL_SIZE = 1_000;
/** A worker that was not heard of for so long has lost its job; pg-boss takes no less. */
const LEASE_SECONDS = 10;

/**
 * Opens the runs of an agency in PostgreSQL, with pg-boss as the queue.
 *
 * @throws when the database cannot be reached, or pg-boss is not installed (`ERR_MODULE_NOT_FOUND`)
 */
export async function openSharedRuns(options: SharedRunsOptions): Promise<SharedRuns> {
  const { agency, onProblem = () => undefined } = options;
  // Here, because it is installed by those who share runs only.
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    ...('database' in options
      ? { db: options.database }
      : { connectionString: options.connectionString, max: 4 }),
    schema: 'grondslag_queue',
    schedule: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on('error', onProblem);
  await boss.start();
  const store = await openRunStore(boss.getDb(), agency);
  const idOf = (name: string) =>
    createHash('sha256')
      .update(JSON.stringify([agency, name]))
      .digest('hex')
      .slice(0, 32);

  /** A job for each batch with something left; one that waits or is worked on is not made again. */
  async function queueLeft(id: string): Promise<void> {
    const jobs = (await store.batchesLeft(id)).map((batch) => ({
      data: { batch },
      singletonKey: String(batch),
    }));
    for (let from = 0; from < jobs.length; from += FILL_SIZE) {
      await boss.insert(id, jobs.slice(from, from + FILL_SIZE));
    }
  }
  async function progressOf(name: string): Promise<RunProgress> {
    const found = (await store.progress()).find((one) => one.name === name);
    if (found) return found;
    throw new TypeError(`Expected a run of this agency, there is none with the name “${name}”.`);
  }

  return {
    async begin({ name, purpose, atOncePerHost = 12, ...question }, accesses) {
      z.int().min(1).parse(atOncePerHost);
      const id = idOf(name);
      const asked = {
        query: 'query' in question ? question.query : null,
        kind: 'kind' in question ? nameKind(question.kind) : null,
        purpose: purpose ?? null,
      };
      const run = await store.add({ id, name, ...asked, atOncePerHost });
      const isAnother = (['query', 'kind', 'purpose'] as const).some((part) => {
        return run[part] !== asked[part];
      });
      if (isAnother) {
        throw new TypeError(
          `Expected the question of the run “${name}”, got another. Take another name, or forget that run.`,
        );
      }
      const isNew = run.list === null;
      if (isNew) await store.emptyList(id);
      const list = createHash('sha256');
      let from = 0;
      for await (const some of inPieces(accesses)) {
        for (const access of some) list.update(`${access}\n`);
        if (isNew) await store.addAccesses(id, from, some);
        from += some.length;
      }
      const digest = list.digest('hex');
      if (isNew) await store.closeList(id, digest);
      else if (run.list !== digest) {
        throw new TypeError(
          `Expected the accesses of the run “${name}”, got others. Take another name, or forget that run.`,
        );
      }
      await boss.createQueue(id, {
        // Of each batch one job waits or is worked on.
        policy: 'exclusive',
        heartbeatSeconds: LEASE_SECONDS,
        expireInSeconds: 12 * 3_600,
        retryLimit: 1_000,
        retryDelay: 0,
      });
      await store.retryFailed(id);
      await queueLeft(id);
      return progressOf(name);
    },
    work: (work) => workOnRuns(boss, store, work),
    async *follow(name, signal) {
      for (let looks = 1; ; looks += 1) {
        signal?.throwIfAborted();
        const progress = await progressOf(name);
        yield progress;
        if (progress.done === progress.total) return;
        if (looks % LOOKS_TO_MEND === 0) await queueLeft(idOf(name));
        await sleep(EVERY_MILLISECONDS, undefined, { signal });
      }
    },
    list: () => store.progress(),
    async *outcomes(name) {
      for await (const line of store.lines(idOf(name))) yield JSON.parse(line);
    },
    async forget(name) {
      await boss.deleteQueue(idOf(name));
      await store.forget(idOf(name));
    },
    close: () => boss.stop({ graceful: false }),
  };
}

async function* inPieces(accesses: Iterable<string> | AsyncIterable<string>) {
  let some: string[] = [];
  for await (const access of accesses) {
    some.push(access);
    if (some.length < FILL_SIZE) continue;
    yield some;
    some = [];
  }
  yield some;
}
