import * as z from 'zod';

/** Runs statements in the database of the runs. */
export interface Database {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** How far a run is. */
export interface RunProgress {
  readonly name: string;
  readonly total: number;
  /** Accesses with an outcome, those that failed included. */
  readonly done: number;
  readonly failed: number;
  /** Workers that were heard of in the last 15 seconds. */
  readonly workers: number;
}

/** A run as a worker needs it. */
export type OpenRun = z.infer<typeof openRunSchema>;
/** What is kept of an access that was read. */
export interface KeptOutcome {
  readonly access: string;
  readonly status: string;
  /** JSON. */
  readonly line: string;
}

/** Accesses in one job. A worker that dies has as many read again, at most. */
export const BATCH_SIZE = 10;
const PAGE_SIZE = 500;
const LIVE = `seen_at > now() - interval '15 seconds'`;

// One at a time, also when several processes begin together.
const tables = `
select pg_advisory_xact_lock(7321904411);
create schema if not exists grondslag_runs;
create table if not exists grondslag_runs.run (
  id text primary key, agency text not null, name text not null, query text, kind text, purpose text,
  at_once_per_host int not null, list text, began_at timestamptz not null default now(), unique (agency, name));
create table if not exists grondslag_runs.access (
  run text not null references grondslag_runs.run on delete cascade, position int not null, access text not null,
  status text, line text, primary key (run, position), unique (run, access));
create index if not exists access_left on grondslag_runs.access (run, position) where status is null;
create table if not exists grondslag_runs.worker (
  run text not null references grondslag_runs.run on delete cascade, id text not null, seen_at timestamptz not null,
  primary key (run, id));
`;

const openRunSchema = z.object({
  id: z.string(),
  /** Either this, or a kind: its claim type and fields, as JSON. */
  query: z.string().nullable(),
  kind: z.string().nullable(),
  purpose: z.string().nullable(),
  atOncePerHost: z.int(),
});
const runSchema = openRunSchema.extend({ list: z.string().nullable() });
const progressSchema = z.object({
  name: z.string(),
  total: z.coerce.number(),
  done: z.coerce.number(),
  failed: z.coerce.number(),
  workers: z.coerce.number(),
});
const COLUMNS = 'id, query, kind, purpose, at_once_per_host as "atOncePerHost", list';

/** What is kept of runs in PostgreSQL: what is asked, of which accesses, and what came of each, once. */
export type RunStore = Awaited<ReturnType<typeof openRunStore>>;

/** Opens the tables, and makes them when they are not there. */
export async function openRunStore(db: Database, agency: string) {
  await db.executeSql(tables);
  async function all<T>(row: z.ZodType<T>, text: string, values: unknown[]): Promise<T[]> {
    return z.array(row).parse((await db.executeSql(text, values)).rows);
  }
  const done = async (text: string, values: unknown[]) => void (await db.executeSql(text, values));

  return {
    /** Begins a run, or finds it. */
    async add(run: Omit<z.infer<typeof runSchema>, 'list'> & { readonly name: string }) {
      const { id, name, query, kind, purpose, atOncePerHost } = run;
      await done(
        `insert into grondslag_runs.run (id, agency, name, query, kind, purpose, at_once_per_host)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [id, agency, name, query, kind, purpose, atOncePerHost],
      );
      const [found] = await all(
        runSchema,
        `select ${COLUMNS} from grondslag_runs.run where id = $1`,
        [id],
      );
      if (found === undefined)
        throw new Error('Expected the run that was begun, it was forgotten.');
      return found;
    },
    /** Takes away a list that was not put down to its end; of it nothing was read. */
    emptyList: (id: string) => done('delete from grondslag_runs.access where run = $1', [id]),
    addAccesses: (id: string, from: number, accesses: readonly string[]) =>
      done(
        `insert into grondslag_runs.access (run, position, access)
         select $1, $2 + place - 1, access from unnest($3::text[]) with ordinality as given (access, place)
         on conflict do nothing`,
        [id, from, accesses],
      ),
    /** The list is whole from now on; `list` says which one it is. */
    closeList: (id: string, list: string) =>
      done('update grondslag_runs.run set list = $2 where id = $1', [id, list]),
    /** What failed is to be read again. */
    retryFailed: (id: string) =>
      done(
        `update grondslag_runs.access set status = null, line = null where run = $1 and status = 'failed'`,
        [id],
      ),
    /** Numbers of batches with something left to read. */
    async batchesLeft(id: string): Promise<number[]> {
      const rows = await all(
        z.object({ batch: z.coerce.number() }),
        `select distinct position / $2 as batch from grondslag_runs.access where run = $1 and status is null order by 1`,
        [id, BATCH_SIZE],
      );
      return rows.map(({ batch }) => batch);
    },
    async accessesLeft(id: string, batch: number): Promise<string[]> {
      const rows = await all(
        z.object({ access: z.string() }),
        `select access from grondslag_runs.access
         where run = $1 and status is null and position >= $2 and position < $3 order by position`,
        [id, batch * BATCH_SIZE, (batch + 1) * BATCH_SIZE],
      );
      return rows.map(({ access }) => access);
    },
    /** Of each access the first outcome stands, whoever was to read it. */
    keep: (id: string, outcomes: readonly KeptOutcome[]) =>
      done(
        `update grondslag_runs.access as kept set status = found.status, line = found.line
         from unnest($2::text[], $3::text[], $4::text[]) as found (access, status, line)
         where kept.run = $1 and kept.access = found.access and kept.status is null`,
        [
          id,
          outcomes.map(({ access }) => access),
          outcomes.map(({ status }) => status),
          outcomes.map(({ line }) => line),
        ],
      ),
    /** Runs with something left to read, the oldest first. */
    openRuns: (): Promise<OpenRun[]> =>
      all(
        openRunSchema,
        `select ${COLUMNS} from grondslag_runs.run where agency = $1 and list is not null
         and exists (select from grondslag_runs.access where run = run.id and status is null) order by began_at`,
        [agency],
      ),
    progress: (): Promise<RunProgress[]> =>
      all(
        progressSchema,
        `select name, count(access) as total, count(status) as done,
         count(*) filter (where status = 'failed') as failed,
         (select count(*) from grondslag_runs.worker where run = run.id and ${LIVE}) as workers
         from grondslag_runs.run left join grondslag_runs.access on access.run = run.id
         where agency = $1 group by run.id order by began_at`,
        [agency],
      ),
    /** Outcomes as JSON, in the order of the list. */
    async *lines(id: string): AsyncGenerator<string, void, undefined> {
      let after = -1;
      for (;;) {
        const rows = await all(
          z.object({ position: z.int(), line: z.string() }),
          `select position, line from grondslag_runs.access
           where run = $1 and position > $2 and line is not null order by position limit ${PAGE_SIZE}`,
          [id, after],
        );
        yield* rows.map(({ line }) => line);
        if (rows.length < PAGE_SIZE) return;
        after = rows.at(-1)?.position ?? after;
      }
    },
    /** Says that a worker is there; resolves to how many there are. */
    async see(id: string, worker: string): Promise<number> {
      await done(
        `insert into grondslag_runs.worker (run, id, seen_at) values ($1, $2, now())
         on conflict (run, id) do update set seen_at = now()`,
        [id, worker],
      );
      const [row] = await all(
        z.object({ live: z.coerce.number() }),
        `select count(*) as live from grondslag_runs.worker where run = $1 and ${LIVE}`,
        [id],
      );
      return row?.live ?? 1;
    },
    leave: (id: string, worker: string) =>
      done('delete from grondslag_runs.worker where run = $1 and id = $2', [id, worker]),
    forget: (id: string) => done('delete from grondslag_runs.run where id = $1', [id]),
  };
}
