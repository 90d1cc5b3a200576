import type { Transaction } from 'kysely';
import { appendAllToFeeds } from './append-all-to-feeds.ts';
import type { Tables } from './database.ts';

/**
 * Moves what is due into its feeds, in a transaction of the caller's. What another instance is busy with, or what is
 * noted again at this moment, waits for the next time.
 *
 * @returns how many entries, and the feeds that were written
 */
export async function tellLaterEvents(
  tx: Transaction<Tables>,
  now: Date,
  limit: number,
): Promise<{ readonly count: number; readonly feeds: readonly string[] }> {
  const taken = await tx
    .with('due', (db) =>
      db
        .selectFrom('feed_later')
        .select(['feed', 'kind', 'credential_id'])
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom('feed_later')
    .using('due')
    .whereRef('feed_later.feed', '=', 'due.feed')
    .whereRef('feed_later.kind', '=', 'due.kind')
    .whereRef('feed_later.credential_id', '=', 'due.credential_id')
    .returningAll('feed_later')
    .execute();
  const due = taken.toSorted(
    (a, b) => a.due_at.getTime() - b.due_at.getTime() || (a.id < b.id ? -1 : 1),
  );
  const feeds = await appendAllToFeeds(
    tx,
    due.map(({ feed, kind, credential_id: credential, id }) => ({
      ...{ feed, kind, credential, id },
      at: now,
    })),
  );
  return { count: due.length, feeds };
}
