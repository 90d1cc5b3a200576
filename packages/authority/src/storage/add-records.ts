import type { Kysely, Transaction } from 'kysely';
import type { DecisionEntry } from '../decisions/decision-store.ts';
import type { NewNotice } from '../notices/notice-store.ts';
import type { Tables } from './database.ts';

/** Adds a decision, in a transaction of the caller's or alone. */
export async function addDecision(
  db: Kysely<Tables> | Transaction<Tables>,
  { id, credential, agency, citizen, record }: DecisionEntry,
): Promise<void> {
  await db
    .insertInto('legal_decision')
    .values({
      id,
      credential_id: credential ?? null,
      agency,
      citizen,
      body: JSON.stringify(record),
    })
    .execute();
}

/** Adds what a citizen is told, in a transaction of the caller's. */
export async function addNotice(
  tx: Transaction<Tables>,
  { citizen, hiddenUntil, notice }: NewNotice,
): Promise<void> {
  await tx
    .insertInto('notice')
    .values({
      id: notice.id,
      citizen,
      hidden_until: hiddenUntil ?? null,
      body: JSON.stringify(notice),
    })
    .execute();
}
