import { sql } from 'kysely';
import { createBatch } from './batch.ts';
import type { Database } from './database.ts';

const MAX_A_STATEMENT = 500;

interface Used {
  readonly id: string;
  readonly expiresAt: Date;
}

/**
 * Remembers ids that may be used once, those of concurrent calls in one statement. Resolves to `false` for one that was
 * used before; of concurrent calls only one gets `true`.
 *
 * Nobody waits for the disk: other instances see the row at once, and what a crash of the database takes with it is the
 * last half second of tickets and proofs (embedded: `flush-wal.ts`), which are of use to nobody but their owner, for what is checked again anyway.
 */
export function createOnceOnly(
  db: Database,
  { table, column }: { readonly table: 'used_ticket' | 'used_proof'; readonly column: string },
): (id: string, expiresAt: Date) => Promise<boolean> {
  const spend = createBatch(async (used: readonly Used[]) => {
    const first = firstOfEach(used);
    const ids = first.map(({ id }) => id);
    const ends = first.map(({ expiresAt }) => expiresAt.toISOString());
    const name = sql.ref(column);
    const { rows } = await sql<{ id: string }>`
      with relaxed as (select set_config('synchronous_commit', 'off', true))
      insert into ${sql.table(table)} (${name}, expires_at)
      select used.id, used.expires_at
      from relaxed, unnest(${ids}::text[], ${ends}::timestamptz[]) as used (id, expires_at)
      on conflict do nothing returning ${name} as id`.execute(db);
    const won = new Set(rows.map(({ id }) => id));
    return used.map((one) => first.includes(one) && won.has(one.id));
  }, MAX_A_STATEMENT);
  return (id, expiresAt) => spend({ id, expiresAt });
}

// In one order everywhere: two instances that insert many rows at once then never wait for each other.
function firstOfEach(used: readonly Used[]): readonly Used[] {
  const first = new Map<string, Used>();
  for (const one of used) if (!first.has(one.id)) first.set(one.id, one);
  return [...first.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
