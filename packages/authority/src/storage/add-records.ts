import type { Kysely, Transaction } from 'kysely';
import { createUuidV7 } from '../credentials/credential-id.ts';
import type { DecisionEntry } from '../decisions/decision-store.ts';
import type { HelperActEntry } from '../helpers/helper-store.ts';
import type { NewNotice } from '../notices/notice-store.ts';
import type { Tables } from './database.ts';

/** Adds what a helper did, in the transaction of what was done. */
export async function addHelperAct(
  tx: Transaction<Tables>,
  { helper, did, subject, at }: HelperActEntry,
): Promise<void> {
  await tx
    .insertInto('helper_act')
    .values({ id: createUuidV7(at), helper_id: helper, at, did, subject })
    .execute();
}

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
