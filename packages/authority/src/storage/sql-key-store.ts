import type { KeyStore } from '../keys/key-store.ts';
import type { Database } from './database.ts';

/** The keys of the authority in SQL. */
export function createSqlKeyStore(db: Database): KeyStore {
  return {
    async find(use) {
      const row = await db
        .selectFrom('signing_key')
        .selectAll()
        .where('use', '=', use)
        .executeTakeFirst();
      return row && { use, id: row.id, privateJwk: row.private_jwk, createdAt: row.created_at };
    },
    async add({ use, id, privateJwk, createdAt }) {
      await db
        .insertInto('signing_key')
        .values({ use, id, private_jwk: JSON.stringify(privateJwk), created_at: createdAt })
        .onConflict((conflict) => conflict.column('use').doNothing())
        .execute();
    },
  };
}
