import type { Transaction } from 'kysely';
import type { NewFeedEntry } from '../events/event-store.ts';
import { addLaterEvents } from './add-later-events.ts';
import type { Tables } from './database.ts';

/**
 * Writes many events at once, each feed's in the order given, as `appendToFeeds` does for one: it locks the rows of the
 * feeds in one order until the commit, so it comes last in a transaction.
 *
 * @returns the feeds that were written
 */
export async function appendAllToFeeds(
  tx: Transaction<Tables>,
  told: readonly NewFeedEntry[],
): Promise<readonly string[]> {
  const { now: entries = [], later = [] } = Object.groupBy(told, ({ dueAt }) =>
    dueAt === undefined ? 'now' : 'later',
  );
  await addLaterEvents(tx, later);
  if (entries.length === 0) return [];
  const byFeed = Map.groupBy(entries, ({ feed }) => feed);
  const feeds = [...byFeed.keys()].sort((a, b) => (a < b ? -1 : 1));
  const heads = await tx
    .insertInto('feed')
    .values(feeds.map((name) => ({ name, head: byFeed.get(name)?.length ?? 0 })))
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet((column) => ({ head: column('feed.head', '+', column.ref('excluded.head')) })),
    )
    .returning(['name', 'head'])
    .execute();
  const rows = heads.flatMap(({ name, head }) => {
    const own = byFeed.get(name) ?? [];
    return own.map(({ feed, id, kind, credential, at, actedBy }, index) => ({
      ...{ feed, id, kind, at },
      seq: head - own.length + index + 1,
      credential_id: credential,
      acted_by: actedBy ?? null,
    }));
  });
  await tx.insertInto('feed_entry').values(rows).execute();
  return feeds;
}
