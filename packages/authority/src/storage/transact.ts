import { setTimeout as sleep } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Database, Tables } from './database.ts';

const MAX_TRIES = 8;
/** `serialization_failure` and `deadlock_detected`: nothing was changed, and the next try may well succeed. */
const AGAIN = new Set(['40001', '40P01']);

/** Runs `work` in a transaction, again when the database asks for it: so `work` has no other effects. */
export async function transact<T>(
  db: Database,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (tries === MAX_TRIES || !AGAIN.has((error as { readonly code?: string }).code ?? '')) {
        throw error;
      }
      await sleep(Math.random() * 2 ** tries);
    }
  }
}
