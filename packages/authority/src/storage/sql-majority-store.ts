import type { Transaction } from 'kysely';
import type { NewCredential } from '../credentials/credential-store.ts';
import type { FeedSignal } from '../events/feed-signal.ts';
import { CONFIRM_WITHIN_DAYS, type MajorityStore } from '../helpers/majority-store.ts';
import { changeStatus } from './change-status.ts';
import type { Database, Tables } from './database.ts';
import { transact } from './transact.ts';

const DAY_MILLISECONDS = 86_400_000;
const ENDED_AT_ONCE = 100;

/** What representatives of children said yes to, in SQL. */
export function createSqlMajorityStore(
  db: Database,
  announce: FeedSignal['announce'],
): MajorityStore {
  const open = () =>
    db
      .selectFrom('represented_grant')
      .innerJoin('credential', 'credential.id', 'represented_grant.grant_id')
      .selectAll('represented_grant')
      .where('confirmed_at', 'is', null)
      .where('credential.revoked_at', 'is', null)
      .orderBy('confirm_before');
  return {
    async listUnconfirmed(citizen, now) {
      const rows = await open()
        .where('citizen', '=', citizen)
        .where('asked_from', '<=', now)
        .where('credential.expires_at', '>', now)
        .execute();
      return rows.map(({ grant_id: grant, helper_id: helper, confirm_before: confirmBefore }) => {
        return { grant, helper, confirmBefore };
      });
    },
    async confirm(grant, citizen, at) {
      const confirmed = await db
        .updateTable('represented_grant')
        .set({ confirmed_at: at })
        .where('grant_id', '=', grant)
        .where('citizen', '=', citizen)
        .where('asked_from', '<=', at)
        .where('confirm_before', '>', at)
        .where('confirmed_at', 'is', null)
        .returning('grant_id')
        .execute();
      return confirmed.length > 0;
    },
    async endUnconfirmed(now) {
      const due = await open()
        .where('confirm_before', '<=', now)
        .where('credential.expires_at', '>', now)
        .limit(ENDED_AT_ONCE)
        .execute();
      for (const { grant_id: id } of due) {
        announce(await transact(db, (tx) => changeStatus(tx, 'revoked', { id, at: now })));
      }
      return due.length;
    },
  };
}

/** Remembers that a grant is of a representative of a child, in the transaction that stores it. */
export async function addRepresentedGrant(
  tx: Transaction<Tables>,
  { id, actedBy, kind }: NewCredential,
): Promise<void> {
  if (actedBy === undefined || kind !== 'SolidAccessGrant') return;
  const { citizen, until, body } = await tx
    .selectFrom('helper')
    .select(['citizen', 'until', 'body'])
    .where('id', '=', actedBy)
    .executeTakeFirstOrThrow();
  if (body.representation === undefined || !('bornOn' in body.representation)) return;
  await tx
    .insertInto('represented_grant')
    .values({
      ...{ grant_id: id, helper_id: actedBy, citizen },
      ...{ asked_from: until, confirm_before: thirtyDaysAfter(until) },
    })
    .execute();
}

/** The child comes of age on another day: what was not confirmed is asked from then on, for as long as ever. */
export async function moveMajority(
  tx: Transaction<Tables>,
  helper: string,
  until: Date,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('represented_grant')
    .set({ asked_from: until, confirm_before: thirtyDaysAfter(until > now ? until : now) })
    .where('helper_id', '=', helper)
    .where('confirmed_at', 'is', null)
    .execute();
}

function thirtyDaysAfter(day: Date): Date {
  return new Date(day.getTime() + CONFIRM_WITHIN_DAYS * DAY_MILLISECONDS);
}
