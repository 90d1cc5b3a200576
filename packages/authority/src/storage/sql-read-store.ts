import type { ReadRecord } from '@grondslag/protocol';
import type { ReadStore } from '../log/read-store.ts';
import type { Database } from './database.ts';

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
    async query({ participant, grant, before, limit }) {
      let found = db
        .selectFrom('read_record')
        .select('body')
        .where((is) => is.or([is('owner', '=', participant), is('agency', '=', participant)]));
      if (grant !== undefined) found = found.where('grant_id', '=', grant);
      if (before !== undefined) {
        const { at, id } = before;
        found = found.where((is) => is(is.refTuple('at', 'id'), '<', is.tuple(at, id)));
      }
      const rows = await found
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return { items: rows.slice(0, limit).map(({ body }) => body), more: rows.length > limit };
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
