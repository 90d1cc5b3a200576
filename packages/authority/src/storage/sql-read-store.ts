import type { ReadRecord } from '@grondslag/protocol';
import type { ReadStore } from '../log/read-store.ts';
import type { Database } from './database.ts';
import { selectReads } from './select-reads.ts';

/** The log of reads in SQL. */
export function createSqlReadStore(db: Database): ReadStore {
  return {
    async add(records, receivedAt) {
      if (records.length === 0) return 0;
      const inserted = await db
        .insertInto('read_record')
        .values(records.map((record) => toRow(record, receivedAt)))
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .execute();
      return inserted.length;
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
