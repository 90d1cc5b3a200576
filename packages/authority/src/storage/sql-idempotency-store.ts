import type { IdempotencyStore, Reservation } from '../idempotency/idempotency-store.ts';
import type { Database } from './database.ts';
import { transact } from './transact.ts';

/** Idempotency keys in SQL. */
export function createSqlIdempotencyStore(db: Database): IdempotencyStore {
  return {
    reserve({ owner, key, fingerprint, resource, now, leaseUntil, forgetBefore }) {
      const fresh = {
        fingerprint,
        resource_id: resource,
        lease_until: leaseUntil,
        answer: null,
        created_at: now,
      };
      return transact<Reservation>(db, async (tx) => {
        const inserted = await tx
          .insertInto('idempotency_key')
          .values({ owner, key, ...fresh })
          // A row too old to count is as good as none.
          .onConflict((conflict) =>
            conflict
              .columns(['owner', 'key'])
              .doUpdateSet(fresh)
              .where('idempotency_key.created_at', '<', forgetBefore),
          )
          .returning('key')
          .executeTakeFirst();
        if (inserted !== undefined) return { outcome: 'reserved', resource, again: false };
        const row = await tx
          .selectFrom('idempotency_key')
          .selectAll()
          .where('owner', '=', owner)
          .where('key', '=', key)
          .forUpdate()
          .executeTakeFirst();
        // Given free a moment ago.
        if (row === undefined) return { outcome: 'in_use' };
        if (row.fingerprint !== fingerprint) return { outcome: 'other_request' };
        if (row.answer !== null) return { outcome: 'answered', answer: row.answer };
        if (row.lease_until > now) return { outcome: 'in_use' };
        await tx
          .updateTable('idempotency_key')
          .set({ lease_until: leaseUntil })
          .where('owner', '=', owner)
          .where('key', '=', key)
          .execute();
        return { outcome: 'reserved', resource: row.resource_id, again: true };
      });
    },
    async keep({ owner, key }, answer) {
      await db
        .updateTable('idempotency_key')
        .set({ answer: JSON.stringify(answer) })
        .where('owner', '=', owner)
        .where('key', '=', key)
        .execute();
    },
    async release({ owner, key }) {
      await db
        .deleteFrom('idempotency_key')
        .where('owner', '=', owner)
        .where('key', '=', key)
        .where('answer', 'is', null)
        .execute();
    },
    async prune(before) {
      const { numDeletedRows } = await db
        .deleteFrom('idempotency_key')
        .where('created_at', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
