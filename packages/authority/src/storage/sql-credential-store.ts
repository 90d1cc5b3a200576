import { type Selectable, sql } from 'kysely';
import {
  type CredentialStore,
  isAccess,
  type StoredCredential,
} from '../credentials/credential-store.ts';
import type { FeedSignal } from '../events/feed-signal.ts';
import { addCredential, NotAdded } from './add-credential.ts';
import { createBatch } from './batch.ts';
import { changeStatus, type StatusEvent } from './change-status.ts';
import type { Database, Tables } from './database.ts';
import { createStatusEntryFinder } from './find-free-status-entry.ts';
import { selectCredentials } from './select-credentials.ts';
import { transact } from './transact.ts';

const MAX_CREDENTIALS_A_STATEMENT = 100;

/** Credentials, decisions and status in SQL. */
export function createSqlCredentialStore(
  db: Database,
  announce: FeedSignal['announce'],
): CredentialStore {
  async function change(
    kind: StatusEvent,
    id: string,
    at: Date,
    by: { readonly actedBy?: string; readonly givenUp?: true } = {},
  ): Promise<void> {
    const what = { id, at, ...by };
    announce(await transact(db, (tx) => changeStatus(tx, kind, what)));
  }
  return {
    async add(credential) {
      try {
        announce(await transact(db, (tx) => addCredential(tx, credential)));
        return 'added';
      } catch (error) {
        if (error instanceof NotAdded) return error.outcome;
        throw error;
      }
    },
    find: createBatch(async (ids: readonly string[]) => {
      const rows = await db
        .selectFrom('credential')
        .selectAll()
        .where('id', '=', sql<string>`any(${[...new Set(ids)]}::text[])`)
        .execute();
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => {
        const row = found.get(id);
        return row && toStoredCredential(row);
      });
    }, MAX_CREDENTIALS_A_STATEMENT),
    async findKinds(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('credential')
        .select(['id', 'kind'])
        .where('id', 'in', ids)
        .execute();
      return new Map(rows.map(({ id, kind }) => [id, kind]));
    },
    async findDecision(requestId) {
      const row = await db
        .selectFrom('decision')
        .select('outcome')
        .where('request_id', '=', requestId)
        .executeTakeFirst();
      return row?.outcome;
    },
    async findDecisions(requestIds) {
      if (requestIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('decision')
        .selectAll()
        .where('request_id', 'in', requestIds)
        .execute();
      return new Map(
        rows.map((row) => [
          row.request_id,
          { outcome: row.outcome, credential: row.credential_id },
        ]),
      );
    },
    revoke: (id, at, actedBy) =>
      change('revoked', id, at, actedBy === undefined ? {} : { actedBy }),
    giveUp: (id, at) => change('revoked', id, at, { givenUp: true }),
    async recordErasure(id, erasure) {
      await db
        .updateTable('credential')
        .set({ erasure: JSON.stringify(erasure) })
        .where('id', '=', id)
        .where('erasure', 'is', null)
        .execute();
    },
    suspend: (id, at) => change('suspended', id, at),
    resume: (id, at) => change('resumed', id, at),
    async query(query) {
      const { rows, ...next } = await selectCredentials(db, query);
      return { items: rows.map(toStoredCredential).filter(isAccess), ...next };
    },
    findFreeStatusEntry: createStatusEntryFinder(db),
    async findStatusList(number) {
      const list = await db
        .selectFrom('status_list')
        .selectAll()
        .where('number', '=', number)
        .executeTakeFirst();
      return list && { version: list.version, changedAt: list.changed_at };
    },
    findRevokedIndexes: (number) => findIndexes(db, number, 'revoked_at'),
    findSuspendedIndexes: (number) => findIndexes(db, number, 'suspended_at'),
  };
}

async function findIndexes(
  db: Database,
  list: number,
  marked: 'revoked_at' | 'suspended_at',
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('credential')
    .select('status_index')
    .where('status_list', '=', list)
    .where(marked, 'is not', null)
    .execute();
  return rows.map(({ status_index }) => status_index);
}

export function toStoredCredential(row: Selectable<Tables['credential']>): StoredCredential {
  return {
    id: row.id,
    kind: row.kind,
    fromAgent: row.from_agent,
    toAgent: row.to_agent,
    statusEntry: { list: row.status_list, index: row.status_index },
    recordedAt: row.recorded_at,
    validFrom: row.valid_from,
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
    ...(row.given_up === true && { givenUp: true }),
    ...(row.erasure === null ? {} : { erasure: row.erasure }),
    ...(row.suspended_at === null ? {} : { suspendedAt: row.suspended_at }),
    ...(row.signed_hash === null ? {} : { signedHash: row.signed_hash }),
    credential: row.body,
  };
}
