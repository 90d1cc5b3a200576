import type { TicketStore } from '../tokens/ticket-store.ts';
import type { Database } from './database.ts';

/** Used tickets in SQL. */
export function createSqlTicketStore(db: Database): TicketStore {
  return {
    async use(jti, expiresAt) {
      const inserted = await db
        .insertInto('used_ticket')
        .values({ jti, expires_at: expiresAt })
        .onConflict((conflict) => conflict.doNothing())
        .returning('jti')
        .execute();
      return inserted.length === 1;
    },
    async prune(now) {
      await db.deleteFrom('used_ticket').where('expires_at', '<', now).execute();
    },
  };
}
