import { randomInt } from 'node:crypto';
import { MIN_STATUS_LIST_BITS } from '@grondslag/claims';
import type { Selectable, Transaction } from 'kysely';
import type {
  AddOutcome,
  CredentialStore,
  NewCredential,
  StatusEntry,
  StoredCredential,
} from '../credentials/credential-store.ts';
import type { Database, Tables } from './database.ts';
import { selectCredentials } from './select-credentials.ts';

/** A list is given up when half of it is taken, so that a free place is found in two tries. */
const MAX_ENTRIES_IN_LIST = MIN_STATUS_LIST_BITS / 2;

/** Credentials, decisions and status in SQL. */
export function createSqlCredentialStore(db: Database): CredentialStore {
  return {
    async add(credential) {
      try {
        return await db.transaction().execute((tx) => addIn(tx, credential));
      } catch (error) {
        if (error instanceof NotAdded) return error.outcome;
        throw error;
      }
    },
    async find(id) {
      const row = await db
        .selectFrom('credential')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toStoredCredential(row);
    },
    async findDecision(requestId) {
      const row = await db
        .selectFrom('decision')
        .select('outcome')
        .where('request_id', '=', requestId)
        .executeTakeFirst();
      return row?.outcome;
    },
    async revoke(id, at) {
      await db.transaction().execute(async (tx) => {
        const row = await tx
          .updateTable('credential')
          .set({ revoked_at: at })
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .returning('status_list')
          .executeTakeFirst();
        if (row === undefined) return;
        await tx
          .updateTable('status_list')
          .set((column) => ({ version: column('version', '+', 1), changed_at: at }))
          .where('number', '=', row.status_list)
          .execute();
      });
    },
    async query(query) {
      const rows = await selectCredentials(db, query);
      return {
        items: rows.slice(0, query.limit).map(toStoredCredential),
        more: rows.length > query.limit,
      };
    },
    findFreeStatusEntry: () => findFreeStatusEntry(db),
    async findStatusList(number) {
      const list = await db
        .selectFrom('status_list')
        .selectAll()
        .where('number', '=', number)
        .executeTakeFirst();
      return list && { version: list.version, changedAt: list.changed_at };
    },
    async findRevokedIndexes(number) {
      const revoked = await db
        .selectFrom('credential')
        .select('status_index')
        .where('status_list', '=', number)
        .where('revoked_at', 'is not', null)
        .execute();
      return revoked.map(({ status_index }) => status_index);
    },
  };
}

/** Rolls a transaction back with an answer that callers expect. */
class NotAdded extends Error {
  override readonly name = 'NotAdded';
  readonly outcome: AddOutcome;

  constructor(outcome: AddOutcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

async function addIn(tx: Transaction<Tables>, credential: NewCredential): Promise<AddOutcome> {
  if (credential.decides !== undefined) await lockPendingRequest(tx, credential.decides);
  const { id, statusEntry } = credential;
  const inserted = await tx
    .insertInto('credential')
    .values({
      id,
      kind: credential.kind,
      from_agent: credential.fromAgent,
      to_agent: credential.toAgent,
      status_list: statusEntry.list,
      status_index: statusEntry.index,
      recorded_at: credential.recordedAt,
      valid_from: credential.validFrom,
      expires_at: credential.expiresAt ?? null,
      revoked_at: null,
      body: JSON.stringify(credential.credential),
    })
    .onConflict((conflict) => conflict.columns(['status_list', 'status_index']).doNothing())
    .returning('id')
    .execute();
  if (inserted.length === 0) throw new NotAdded('status_entry_taken');
  await addParts(tx, credential);
  await countStatusEntry(tx, statusEntry, credential.recordedAt);
  if (credential.decides !== undefined) await addDecision(tx, credential.decides, credential);
  return 'added';
}

async function lockPendingRequest(tx: Transaction<Tables>, requestId: string): Promise<void> {
  const request = await tx
    .selectFrom('credential')
    .select('revoked_at')
    .where('id', '=', requestId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (request.revoked_at !== null) throw new NotAdded('request_canceled');
}

async function addDecision(
  tx: Transaction<Tables>,
  requestId: string,
  { id, kind }: NewCredential,
): Promise<void> {
  const outcome = kind === 'SolidAccessGrant' ? 'Granted' : 'Denied';
  const decided = await tx
    .insertInto('decision')
    .values({ request_id: requestId, credential_id: id, outcome })
    .onConflict((conflict) => conflict.column('request_id').doNothing())
    .returning('request_id')
    .execute();
  if (decided.length === 0) throw new NotAdded('already_decided');
}

async function addParts(
  tx: Transaction<Tables>,
  { id, resources, purposes }: NewCredential,
): Promise<void> {
  await tx
    .insertInto('credential_resource')
    .values([...new Set(resources)].map((resource) => ({ credential_id: id, resource })))
    .execute();
  if (purposes.length === 0) return;
  await tx
    .insertInto('credential_purpose')
    .values([...new Set(purposes)].map((purpose) => ({ credential_id: id, purpose })))
    .execute();
}

async function countStatusEntry(tx: Transaction<Tables>, { list }: StatusEntry, at: Date) {
  await tx
    .insertInto('status_list')
    .values({ number: list, allocated: 1, version: 0, changed_at: at })
    .onConflict((conflict) =>
      conflict
        .column('number')
        .doUpdateSet((column) => ({ allocated: column('status_list.allocated', '+', 1) })),
    )
    .execute();
}

async function findFreeStatusEntry(db: Database): Promise<StatusEntry> {
  const newest = await db
    .selectFrom('status_list')
    .select(['number', 'allocated'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const full = newest !== undefined && newest.allocated >= MAX_ENTRIES_IN_LIST;
  const list = newest === undefined ? 1 : newest.number + (full ? 1 : 0);
  for (;;) {
    const index = randomInt(MIN_STATUS_LIST_BITS);
    const taken = await db
      .selectFrom('credential')
      .select('id')
      .where('status_list', '=', list)
      .where('status_index', '=', index)
      .executeTakeFirst();
    if (taken === undefined) return { list, index };
  }
}

function toStoredCredential(row: Selectable<Tables['credential']>): StoredCredential {
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
    credential: row.body,
  };
}
