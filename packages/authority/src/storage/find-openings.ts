import type { Transaction } from 'kysely';
import { isLawfulAccess, type StoredCredential } from '../credentials/credential-store.ts';
import { isGrant } from '../tokens/check-grant.ts';
import { openGrant } from '../tokens/open-grant.ts';
import { type Opening, openingOfLawfulAccess } from '../tokens/opening.ts';
import type { Database, Tables } from './database.ts';
import { toStoredCredential } from './sql-credential-store.ts';

/** What each of these accesses opens, by id; none of those that are not there, or that nobody can read. */
export async function findOpenings(
  db: Database | Transaction<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Opening>> {
  const found = new Map<string, Opening>();
  for (const stored of await select(db, ids)) {
    const opening = await open(stored, async (id) => (await select(db, [id]))[0]).catch(
      () => undefined,
    );
    if (opening) found.set(stored.id, opening);
  }
  return found;
}

async function open(
  stored: StoredCredential,
  find: (id: string) => Promise<StoredCredential | undefined>,
): Promise<Opening | undefined> {
  if (isLawfulAccess(stored)) return openingOfLawfulAccess(stored);
  return isGrant(stored) ? openGrant(stored, find) : undefined;
}

async function select(
  db: Database | Transaction<Tables>,
  ids: readonly string[],
): Promise<readonly StoredCredential[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('credential').selectAll().where('id', 'in', ids).execute();
  return rows.map(toStoredCredential);
}
