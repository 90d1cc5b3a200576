import { hash } from 'node:crypto';
import type { ProofStore } from '../authentication/proof-store.ts';
import type { Database } from './database.ts';
import { createOnceOnly } from './once-only.ts';

/** Used DPoP proofs in SQL, by their hash: callers choose how long a `jti` is. */
export function createSqlProofStore(db: Database): ProofStore {
  const spend = createOnceOnly(db, { table: 'used_proof', column: 'id' });
  return {
    use: (jti, expiresAt) => spend(hash('sha256', jti, 'base64url'), expiresAt),
    async prune(now) {
      await db.deleteFrom('used_proof').where('expires_at', '<', now).execute();
    },
  };
}
