import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { AgencyVerbs } from '../create-agency.ts';
import type { AnyKind } from '../kinds/kind.ts';
import type { ManyOutcome } from '../many/read-many.ts';
import type { FactsOutcome } from '../outcomes.ts';
import { findKind } from './named-kind.ts';
import type { KeptOutcome, OpenRun, RunStore } from './run-store.ts';

/** What of an agency a worker uses. */
export type ReadsMany = Pick<AgencyVerbs, 'readMany'>;

/** What came of one access: of a query, or of a kind. */
export type RunOutcome = ManyOutcome | ManyOutcome<FactsOutcome<Record<string, unknown>>>;

/** How a worker reads. */
export interface WorkOptions {
  readonly agency: ReadsMany;
  /**
   * What is kept of an outcome in the database, as JSON, and nothing else: no more of the facts than the question needs.
   */
  readonly keep: (found: RunOutcome) => object;
  /** Kinds of fact that a run may ask for in place of a query. */
  readonly kinds?: readonly AnyKind[];
  /** As of `readMany`; of this worker. */
  readonly atOnce?: number;
  /** Ends when every run has an outcome of each access, in place of waiting for the next run. */
  readonly once?: boolean;
  /** Ends the work: what is under way is dropped, and left to others at once. */
  readonly signal?: AbortSignal;
  /** Told of each outcome as it comes. */
  readonly onOutcome?: (found: RunOutcome) => void;
}

/** What a worker did. */
export interface Worked {
  readonly read: number;
}

interface BatchData {
  readonly batch: number;
}
interface Batch {
  readonly job: string;
  readonly left: Set<string>;
}

const TOUCH_MILLISECONDS = 3_000;
const IDLE_MILLISECONDS = 1_000;
/** Outcomes are kept so many together, or when the last ones were kept so long ago. */
const KEEP_TOGETHER = 25;
const KEEP_MILLISECONDS = 500;

/** Reads batches of all open runs, one run after the other, until the signal says so (or, `once`, nothing is left). */
export async function workOnRuns(
  boss: PgBoss,
  store: RunStore,
  options: WorkOptions,
): Promise<Worked> {
  const { once = false, signal } = options;
  const worker = randomUUID();
  let read = 0;
  while (!signal?.aborted) {
    const runs = await store.openRuns();
    if (once && runs.length === 0) break;
    let found = 0;
    for (const run of runs) {
      if (signal?.aborted) break;
      found += await workOnRun({ boss, store, worker, run, ...options });
    }
    read += found;
    // What is left is with others, whose leases may end.
    if (found === 0) await sleep(IDLE_MILLISECONDS, undefined, { signal }).catch(() => undefined);
  }
  return { read };
}

interface RunWork extends WorkOptions {
  readonly boss: PgBoss;
  readonly store: RunStore;
  readonly worker: string;
  readonly run: OpenRun;
}

/** Reads batch after batch without a pause, until none waits or the number of workers is another; resolves to how many. */
async function workOnRun({ boss, store, worker, run, ...options }: RunWork): Promise<number> {
  const { agency, keep, kinds = [], atOnce, signal, onOutcome } = options;
  const kind = run.kind === null ? undefined : findKind(run.kind, kinds);
  const first = await nextBatch(boss, store, run.id);
  if (first === undefined) return 0;
  const held = new Map<string, Batch>();
  const batchOf = new Map<string, Batch>();
  const workers = await store.see(run.id, worker);
  let live = workers;
  const lease = setInterval(() => {
    // One that fails is made up for by the next; a lease that ends all the same means that another reads it too.
    void Promise.all([
      store.see(run.id, worker).then((count) => {
        live = count;
      }),
      held.size > 0 && boss.touch(run.id, [...held.keys()]),
    ]).catch(() => undefined);
  }, TOUCH_MILLISECONDS);

  async function* accesses(): AsyncGenerator<string> {
    let batch: Batch | undefined = first;
    while (batch !== undefined) {
      held.set(batch.job, batch);
      const taken = [...batch.left];
      for (const access of taken) batchOf.set(access, batch);
      yield* taken;
      // With another number of workers each has another part of what a vault server takes.
      batch = live === workers ? await nextBatch(boss, store, run.id) : undefined;
    }
  }

  let read = 0;
  let unkept: KeptOutcome[] = [];
  let keptAt = performance.now();
  async function keepAll(): Promise<void> {
    if (unkept.length > 0) await store.keep(run.id, unkept);
    for (const { access } of unkept) {
      const batch = batchOf.get(access);
      batchOf.delete(access);
      batch?.left.delete(access);
      if (batch?.left.size !== 0) continue;
      held.delete(batch.job);
      await boss.complete(run.id, batch.job);
    }
    unkept = [];
    keptAt = performance.now();
  }
  try {
    const limits = {
      atOncePerHost: Math.max(1, Math.floor(run.atOncePerHost / workers)),
      ...(run.purpose !== null && { purpose: run.purpose }),
      ...(atOnce !== undefined && { atOnce }),
      ...(signal && { signal }),
    };
    const outcomes: AsyncIterable<RunOutcome> = kind
      ? agency.readMany(accesses(), kind, limits)
      : agency.readMany(accesses(), { query: run.query ?? '', ...limits });
    for await (const found of outcomes) {
      const { access, outcome } = found;
      unkept.push({ access, status: outcome.status, line: JSON.stringify(keep(found)) });
      read += 1;
      onOutcome?.(found);
      if (unkept.length >= KEEP_TOGETHER || performance.now() - keptAt > KEEP_MILLISECONDS) {
        await keepAll();
      }
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  } finally {
    clearInterval(lease);
    await keepAll();
    // Others need not wait until the lease ends.
    if (held.size > 0) await boss.fail(run.id, [...held.keys()]);
    await store.leave(run.id, worker);
  }
  return read;
}

/** The next batch with something left; one of which all has an outcome is done. */
async function nextBatch(boss: PgBoss, store: RunStore, run: string): Promise<Batch | undefined> {
  for (;;) {
    const [job] = await boss.fetch<BatchData>(run);
    if (job === undefined) return undefined;
    const left = new Set(await store.accessesLeft(run, job.data.batch));
    if (left.size > 0) return { job: job.id, left };
    await boss.complete(run, job.id);
  }
}
