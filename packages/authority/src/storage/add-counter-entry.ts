import type { Transaction } from 'kysely';
import type { NewCounterEntry } from '../counter/counter-store.ts';
import type { Database, Tables } from './database.ts';

/** Puts on record what a clerk did, in a transaction of the caller's; a question is opened once by each. */
export async function addCounterEntry(
  db: Database | Transaction<Tables>,
  { citizen, letter, entry }: NewCounterEntry,
): Promise<void> {
  const { id, kind, clerk } = entry;
  await db
    .insertInto('counter_entry')
    .values({
      ...{ id, citizen, kind },
      letter_id: letter ?? null,
      clerk: clerk.webId,
      body: JSON.stringify(entry),
    })
    .$if(kind === 'opened', (insert) => insert.onConflict((conflict) => conflict.doNothing()))
    .execute();
}
