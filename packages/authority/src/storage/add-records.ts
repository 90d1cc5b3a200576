import type { Kysely, Transaction } from 'kysely';
import type { DecisionEntry } from '../decisions/decision-store.ts';
import type { NewNotice } from '../notices/notice-store.ts';
import type { Tables } from './database.ts';

/** Adds decisions, in a transaction of the caller's or alone. */
export async function addDecisions(
  db: Kysely<Tables> | Transaction<Tables>,
  entries: readonly DecisionEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await db
    .insertInto('legal_decision')
    .values(
      entries.map(({ id, credential, agency, citizen, record }) => ({
        id,
        credential_id: credential ?? null,
        agency,
        citizen,
        body: JSON.stringify(record),
      })),
    )
    .execute();
}

/** Adds what citizens are told, in a transaction of the caller's. */
export async function addNotices(
  tx: Transaction<Tables>,
  notices: readonly NewNotice[],
): Promise<void> {
  if (notices.length === 0) return;
  await tx
    .insertInto('notice')
    .values(
      notices.map(({ citizen, hiddenUntil, notice }) => ({
        id: notice.id,
        citizen,
        hidden_until: hiddenUntil ?? null,
        body: JSON.stringify(notice),
      })),
    )
    .execute();
}
