import type { TicketStore } from '../tokens/ticket-store.ts';
import type { Database } from './database.ts';
import { createOnceOnly } from './once-only.ts';

/** Used tickets in SQL. */
export function createSqlTicketStore(db: Database): TicketStore {
  return {
    use: createOnceOnly(db, { table: 'used_ticket', column: 'jti' }),
    async prune(now) {
      await db.deleteFrom('used_ticket').where('expires_at', '<', now).execute();
    },
  };
}
