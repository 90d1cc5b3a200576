import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ProofStore } from '../authentication/proof-store.ts';
import type { Database } from './database.ts';

/** Used DPoP proofs in SQL, by their hash: callers choose how long a `jti` is. */
export function createSqlProofStore(db: Database): ProofStore {
  return {
    async use(jti, expiresAt) {
      const id = createHash('sha256').update(jti).digest('base64url');
      // Nobody waits for the disk: others see the row at once, and what a crash of the database takes with it is the
      // last half second of proofs that nobody but their owner has.
      const { rows } = await sql`
        with relaxed as (select set_config('synchronous_commit', 'off', true))
        insert into used_proof (id, expires_at) select ${id}, ${expiresAt}::timestamptz from relaxed
        on conflict do nothing returning id`.execute(db);
      return rows.length === 1;
    },
    async prune(now) {
      await db.deleteFrom('used_proof').where('expires_at', '<', now).execute();
    },
  };
}
