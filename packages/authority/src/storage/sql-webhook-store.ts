import type { Selectable } from 'kysely';
import type { Webhook, WebhookStore } from '../webhooks/webhook-store.ts';
import type { Database, Tables } from './database.ts';
import { transact } from './transact.ts';

/** Webhooks in SQL. */
export function createSqlWebhookStore(db: Database): WebhookStore {
  const leased = (id: string, lease: string) =>
    db.updateTable('webhook').where('id', '=', id).where('lease', '=', lease);
  return {
    add(webhook, max) {
      return transact(db, async (tx) => {
        const { count } = await tx
          .selectFrom('webhook')
          .select((is) => is.fn.countAll<number>().as('count'))
          .where('owner', '=', webhook.owner)
          .executeTakeFirstOrThrow();
        if (Number(count) >= max) return false;
        await tx
          .insertInto('webhook')
          .values({
            id: webhook.id,
            owner: webhook.owner,
            url: webhook.url,
            secret: webhook.secret,
            types: JSON.stringify(webhook.types),
            created_at: webhook.createdAt,
            delivered_seq: webhook.deliveredSeq,
            failures: 0,
            next_attempt_at: webhook.nextAttemptAt,
          })
          .execute();
        return true;
      });
    },
    async find(id) {
      const row = await db
        .selectFrom('webhook')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toWebhook(row);
    },
    async list(owner) {
      const rows = await db
        .selectFrom('webhook')
        .selectAll()
        .where('owner', '=', owner)
        .orderBy('id')
        .execute();
      return rows.map(toWebhook);
    },
    async remove(id) {
      await db.deleteFrom('webhook').where('id', '=', id).execute();
    },
    async claim({ lease, now, leaseUntil }) {
      const row = await db
        .updateTable('webhook')
        .set({ lease, lease_until: leaseUntil })
        .where('id', '=', (is) =>
          is
            .selectFrom('webhook as due')
            .innerJoin('feed', 'feed.name', 'due.owner')
            .select('due.id')
            .whereRef('feed.head', '>', 'due.delivered_seq')
            .where('due.disabled_at', 'is', null)
            .where('due.next_attempt_at', '<=', now)
            .where((or) =>
              or.or([or('due.lease_until', 'is', null), or('due.lease_until', '<', now)]),
            )
            .orderBy('due.next_attempt_at')
            .limit(1)
            // Another instance is at that very row: take the next.
            .forUpdate('due')
            .skipLocked(),
        )
        .returningAll()
        .executeTakeFirst();
      return row && toWebhook(row);
    },
    async advance(id, lease, { seq, leaseUntil }) {
      const { numUpdatedRows } = await leased(id, lease)
        .set({
          delivered_seq: seq,
          lease_until: leaseUntil,
          failures: 0,
          failing_since: null,
          last_problem: null,
        })
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async fail(id, lease, { problem, failingSince, nextAttemptAt, disabledAt }) {
      const { numUpdatedRows } = await leased(id, lease)
        .set((column) => ({
          failures: column('failures', '+', 1),
          failing_since: failingSince,
          last_problem: problem,
          next_attempt_at: nextAttemptAt,
          disabled_at: disabledAt ?? null,
          lease: null,
          lease_until: null,
        }))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async release(id, lease, nextAttemptAt) {
      const { numUpdatedRows } = await leased(id, lease)
        .set({ lease: null, lease_until: null, next_attempt_at: nextAttemptAt })
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

function toWebhook(row: Selectable<Tables['webhook']>): Webhook {
  return {
    id: row.id,
    owner: row.owner,
    url: row.url,
    secret: row.secret,
    types: row.types,
    createdAt: row.created_at,
    deliveredSeq: Number(row.delivered_seq),
    failures: row.failures,
    nextAttemptAt: row.next_attempt_at,
    ...(row.failing_since && { failingSince: row.failing_since }),
    ...(row.last_problem !== null && { lastProblem: row.last_problem }),
    ...(row.disabled_at && { disabledAt: row.disabled_at }),
  };
}
