import type { Transaction } from 'kysely';
import type { CredentialEvent } from '../events/event-store.ts';
import { feedsOf } from '../events/feeds-of.ts';
import { addHelperAct } from './add-records.ts';
import { appendToFeeds } from './append-to-feeds.ts';
import type { Tables } from './database.ts';

export type StatusEvent = Exclude<CredentialEvent, 'issued'>;

/**
 * Changes the status of one credential in a transaction of the caller's. What is revoked stays so, and a change
 * that changes nothing is no event.
 *
 * @returns the feeds that were written
 */
export async function changeStatus(
  tx: Transaction<Tables>,
  kind: StatusEvent,
  {
    id,
    at,
    actedBy,
    givenUp,
  }: {
    readonly id: string;
    readonly at: Date;
    readonly actedBy?: string;
    /** By the agency that had it. */
    readonly givenUp?: true;
  },
): Promise<readonly string[]> {
  const changed = await tx
    .updateTable('credential')
    .set(
      kind === 'revoked'
        ? { revoked_at: at, ...(givenUp && { given_up: true }) }
        : { suspended_at: kind === 'suspended' ? at : null },
    )
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .$if(kind === 'suspended', (update) => update.where('suspended_at', 'is', null))
    .$if(kind === 'resumed', (update) => update.where('suspended_at', 'is not', null))
    .returning(['status_list', 'kind', 'from_agent', 'to_agent', 'vaults'])
    .executeTakeFirst();
  if (changed === undefined) return [];
  await tx
    .updateTable('status_list')
    .set((column) => ({ version: column('version', '+', 1), changed_at: at }))
    .where('number', '=', changed.status_list)
    .execute();
  const { from_agent: fromAgent, to_agent: toAgent, vaults } = changed;
  const feeds = feedsOf(kind, { kind: changed.kind, fromAgent, toAgent, vaults });
  if (actedBy !== undefined && kind === 'revoked') {
    await addHelperAct(tx, { helper: actedBy, did: 'withdrew', subject: id, at });
  }
  await appendToFeeds(tx, feeds, {
    ...{ kind, credential: id, at },
    ...(actedBy !== undefined && { actedBy }),
  });
  return feeds;
}
