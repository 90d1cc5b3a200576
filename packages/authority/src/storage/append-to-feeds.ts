import type { Transaction } from 'kysely';
import { createUuidV7 } from '../credentials/credential-id.ts';
import type { EventKind, FeedEntry } from '../events/event-store.ts';
import type { Tables } from './database.ts';

/**
 * Writes an event in each of `feeds`, which are sorted. It locks the row of each feed until the commit, so it comes
 * last in a transaction.
 */
export async function appendToFeeds(
  tx: Transaction<Tables>,
  feeds: readonly string[],
  event: Pick<FeedEntry, 'kind' | 'credential' | 'at' | 'actedBy'> & Partial<Pick<FeedEntry, 'id'>>,
): Promise<void> {
  const { kind, credential, at, actedBy, id = createUuidV7(at) } = event;
  await tx
    .with('numbered', (db) =>
      db
        .insertInto('feed')
        .values(feeds.map((name) => ({ name, head: 1 })))
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet((column) => ({ head: column('feed.head', '+', 1) })),
        )
        .returning(['name', 'head']),
    )
    .insertInto('feed_entry')
    .columns(['feed', 'seq', 'id', 'kind', 'credential_id', 'at', 'acted_by'])
    .expression((from) =>
      from
        .selectFrom('numbered')
        .select((is) => [
          'numbered.name',
          'numbered.head',
          is.cast<string>(is.val(id), 'uuid').as('id'),
          is.cast<EventKind>(is.val(kind), 'text').as('kind'),
          is.cast<string>(is.val(credential), 'text').as('credential_id'),
          is.cast<Date>(is.val(at), 'timestamptz').as('at'),
          is.cast<string | null>(is.val(actedBy ?? null), 'text').as('acted_by'),
        ]),
    )
    .execute();
}
