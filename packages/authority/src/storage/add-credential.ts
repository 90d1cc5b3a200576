import type { Transaction } from 'kysely';
import { createUuidV7 } from '../credentials/credential-id.ts';
import type { AddOutcome, NewCredential } from '../credentials/credential-store.ts';
import type { NewFeedEntry } from '../events/event-store.ts';
import { feedsOf } from '../events/feeds-of.ts';
import { addCounterEntry } from './add-counter-entry.ts';
import { addLaterEvents } from './add-later-events.ts';
import { addDecisions, addHelperAct } from './add-records.ts';
import { appendToFeeds } from './append-to-feeds.ts';
import type { Tables } from './database.ts';
import { addRepresentedGrant } from './sql-majority-store.ts';

/** Rolls a transaction back with an answer that callers expect. */
export class NotAdded extends Error {
  override readonly name = 'NotAdded';
  readonly outcome: AddOutcome;

  constructor(outcome: AddOutcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

/**
 * Adds in a transaction of the caller's.
 *
 * @param toldLater who is told later, and when: of access whose notice is delayed
 * @throws {NotAdded} which rolls it back
 * @returns the feeds that were written
 */
export async function addCredential(
  tx: Transaction<Tables>,
  credential: NewCredential,
  toldLater?: Required<Pick<NewFeedEntry, 'feed' | 'dueAt'>>,
): Promise<readonly string[]> {
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
      suspended_at: null,
      signed_hash: credential.signedHash ?? null,
      vaults: JSON.stringify(credential.vaults),
      body: JSON.stringify(credential.credential),
    })
    .onConflict((conflict) => conflict.columns(['status_list', 'status_index']).doNothing())
    .returning('id')
    .execute();
  if (inserted.length === 0) throw new NotAdded('status_entry_taken');
  await addParts(tx, credential);
  await startStatusList(tx, statusEntry.list, credential.recordedAt);
  if (credential.decides !== undefined) await decide(tx, credential.decides, credential);
  if (credential.decision !== undefined) await addDecisions(tx, [credential.decision]);
  if (credential.entered !== undefined) await addCounterEntry(tx, credential.entered);
  await addRepresentedGrant(tx, credential);
  const feeds = feedsOf('issued', credential).filter((feed) => feed !== toldLater?.feed);
  const { actedBy, recordedAt: at } = credential;
  const event = { kind: 'issued', credential: id, at } as const;
  if (actedBy !== undefined) {
    const did = credential.kind === 'SolidAccessGrant' ? 'granted' : 'denied';
    await addHelperAct(tx, { helper: actedBy, did, subject: id, at });
  }
  const eventId = createUuidV7(at);
  if (toldLater) await addLaterEvents(tx, [{ ...event, ...toldLater, id: eventId }]);
  await appendToFeeds(tx, feeds, {
    ...event,
    id: eventId,
    ...(actedBy !== undefined && { actedBy }),
  });
  return feeds;
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

async function decide(
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
  { id, fromAgent, toAgent, resources, purposes }: NewCredential,
): Promise<void> {
  await tx
    .insertInto('credential_party')
    .values([...new Set([fromAgent, toAgent])].map((agent) => ({ agent, credential_id: id })))
    .execute();
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

/** Does not lock the list when it is there: many add to one list at once. */
async function startStatusList(tx: Transaction<Tables>, number: number, at: Date): Promise<void> {
  await tx
    .insertInto('status_list')
    .values({ number, version: 0, changed_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
