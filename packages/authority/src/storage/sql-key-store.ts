import type { Selectable } from 'kysely';
import type { KeyStore, StoredKey } from '../keys/key-store.ts';
import type { Database, Tables } from './database.ts';

/** The keys of the authority in SQL. */
export function createSqlKeyStore(db: Database): KeyStore {
  return {
    async list() {
      const rows = await db.selectFrom('signing_key').selectAll().orderBy('generation').execute();
      return rows.map(toStoredKey);
    },
    async add({ use, generation, id, privateKey, createdAt, signsFrom }) {
      const added = await db
        .insertInto('signing_key')
        .values({
          use,
          generation,
          id,
          private_jwk: JSON.stringify(privateKey),
          created_at: createdAt,
          signs_from: signsFrom,
          withdrawn_at: null,
        })
        .onConflict((conflict) => conflict.columns(['use', 'generation']).doNothing())
        .returning('id')
        .execute();
      return added.length === 1;
    },
    async withdrawBefore(use, generation, at) {
      await db
        .updateTable('signing_key')
        .set({ withdrawn_at: at })
        .where('use', '=', use)
        .where('generation', '<', generation)
        .where('withdrawn_at', 'is', null)
        .execute();
    },
  };
}

function toStoredKey(row: Selectable<Tables['signing_key']>): StoredKey {
  return {
    use: row.use,
    generation: row.generation,
    id: row.id,
    privateKey: row.private_jwk,
    createdAt: row.created_at,
    signsFrom: row.signs_from,
    ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
  };
}
