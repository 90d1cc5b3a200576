import type { ReadRecord } from '@grondslag/protocol';
import { sql, type Transaction } from 'kysely';
import { createUuidV7 } from '../credentials/credential-id.ts';
import type { ReadStore } from '../log/read-store.ts';
import { addLaterEvents } from './add-later-events.ts';
import type { Database, Tables } from './database.ts';
import { selectReads } from './select-reads.ts';
import { transact } from './transact.ts';

/** The log of reads in SQL. */
export function createSqlReadStore(db: Database): ReadStore {
  return {
    async add(records, receivedAt) {
      if (records.length === 0) return 0;
      return transact(db, async (tx) => {
        const inserted = await tx
          .insertInto('read_record')
          .values(records.map((record) => toRow(record, receivedAt)))
          .onConflict((conflict) => conflict.doNothing())
          .returning(['owner', 'grant_id'])
          .execute();
        await tellOwners(tx, inserted, receivedAt);
        return inserted.length;
      });
    },
    async query(query) {
      const rows = await selectReads(db, query);
      return {
        items: rows.slice(0, query.limit).map(({ body }) => body),
        more: rows.length > query.limit,
      };
    },
  };
}

/** A citizen is told of all that is read by one access within a moment at once; of hidden access when it opens. */
async function tellOwners(
  tx: Transaction<Tables>,
  inserted: readonly { readonly owner: string; readonly grant_id: string }[],
  at: Date,
): Promise<void> {
  if (inserted.length === 0) return;
  const ownerOf = new Map(inserted.map(({ grant_id, owner }) => [grant_id, owner]));
  const hidden = await tx
    .selectFrom('lawful_access')
    .select(['credential_id', 'hidden_until'])
    .where('credential_id', '=', sql<string>`any(${[...ownerOf.keys()]}::text[])`)
    .where('hidden_until', '>', at)
    .execute();
  const hiddenUntil = new Map(hidden.map((row) => [row.credential_id, row.hidden_until]));
  await addLaterEvents(
    tx,
    [...ownerOf].map(([credential, feed]) => ({
      ...{ feed, kind: 'read-recorded', credential, id: createUuidV7(at), at },
      dueAt: hiddenUntil.get(credential) ?? at,
    })),
  );
}

function toRow(record: ReadRecord, receivedAt: Date) {
  return {
    id: record.id,
    at: new Date(record.at),
    grant_id: record.grant,
    agency: record.agency,
    owner: record.owner,
    body: JSON.stringify(record),
    received_at: receivedAt,
  };
}
