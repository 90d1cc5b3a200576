import { sql, type Transaction } from 'kysely';
import type { NewFeedEntry } from '../events/event-store.ts';
import type { Tables } from './database.ts';

/**
 * Notes what readers are told at `dueAt`, or when it happened. What happens to one thing again before its reader is told, is told once. It locks
 * what it notes until the commit, so nobody is told before what it is about can be seen.
 */
export async function addLaterEvents(
  tx: Transaction<Tables>,
  events: readonly NewFeedEntry[],
): Promise<void> {
  const rows = new Map(
    events.map(({ feed, kind, credential, id, at, dueAt = at }) => [
      JSON.stringify([feed, kind, credential]),
      { feed, kind, credential_id: credential, id, due_at: dueAt },
    ]),
  );
  if (rows.size === 0) return;
  // In one order, so that two transactions never lock the same rows crosswise.
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  await tx
    .insertInto('feed_later')
    .values(sorted)
    .onConflict((conflict) =>
      conflict.columns(['feed', 'kind', 'credential_id']).doUpdateSet((column) => ({
        id: column.ref('excluded.id'),
        due_at: sql`least(feed_later.due_at, excluded.due_at)`,
      })),
    )
    .execute();
}
