import { type Selectable, sql } from 'kysely';
import type { EventStore, FeedEntry } from '../events/event-store.ts';
import type { FeedSignal } from '../events/feed-signal.ts';
import type { Database, Tables } from './database.ts';
import { tellLaterEvents } from './tell-later-events.ts';
import { transact } from './transact.ts';

/** Feeds in SQL. */
export function createSqlEventStore(db: Database, { announce, subscribe }: FeedSignal): EventStore {
  const entries = (feed: string, after: number, limit: number) =>
    db
      .selectFrom('feed_entry')
      .selectAll()
      .where('feed', '=', feed)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit);
  return {
    async head(feed) {
      const row = await db
        .selectFrom('feed')
        .select('head')
        .where('name', '=', feed)
        .executeTakeFirst();
      return row?.head ?? 0;
    },
    async after(feed, seq, limit) {
      return (await entries(feed, seq, limit).execute()).map(toFeedEntry);
    },
    async since(feed, at, limit) {
      // Two statements of a few rows each; one would read the feed from its start or sort all that is found.
      const { seq } = await db
        .selectFrom('feed_entry')
        // A sum, so that the database looks from `at` on and not from the first entry of the feed on.
        .select((is) => is.fn.min<number | null>(is('seq', '+', 0)).as('seq'))
        .where('feed', '=', feed)
        .where('at', '>=', at)
        .executeTakeFirstOrThrow();
      if (seq === null) return [];
      // Clocks of instances differ: not every entry behind the first is as new.
      const rows = await entries(feed, seq - 1, limit)
        .where('at', '>=', at)
        .execute();
      return rows.map(toFeedEntry);
    },
    async heads(feeds) {
      const rows = await db
        .selectFrom('feed')
        .selectAll()
        .where('name', '=', sql<string>`any(${[...feeds]})`)
        .execute();
      return new Map(rows.map(({ name, head }) => [name, head]));
    },
    async tellLater(now, limit) {
      const { count, feeds } = await transact(db, (tx) => tellLaterEvents(tx, now, limit));
      if (count > 0) announce(feeds);
      return count;
    },
    async prune(before) {
      const { numDeletedRows } = await db
        .deleteFrom('feed_entry')
        .where('at', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    subscribe,
  };
}

function toFeedEntry(row: Selectable<Tables['feed_entry']>): FeedEntry {
  const { feed, seq, id, kind, credential_id: credential, at, acted_by: actedBy } = row;
  return { feed, seq, id, kind, credential, at, ...(actedBy !== null && { actedBy }) };
}
