import { type Selectable, sql, type Transaction } from 'kysely';
import { createUuidV7 } from '../credentials/credential-id.ts';
import type { NewFeedEntry } from '../events/event-store.ts';
import { feedsOf } from '../events/feeds-of.ts';
import type { StatusDecision } from '../lawful-access/lawful-access-store.ts';
import { hiddenUntil } from '../lawful-access/lawful-access-url.ts';
import { addDecisions, addNotices } from './add-records.ts';
import { appendAllToFeeds } from './append-all-to-feeds.ts';
import type { Tables } from './database.ts';

type Change = StatusDecision['change'];
type Changed = Pick<
  Selectable<Tables['credential']>,
  'id' | 'status_list' | 'kind' | 'from_agent' | 'to_agent' | 'vaults'
>;

/**
 * Changes the status of lawful access in a transaction of the caller's, as `changeStatus` does for one credential: many
 * in a few statements. Of what is so already, nothing is stored. A citizen who is not yet told of the access is told
 * of this together with it.
 *
 * @param also what else is told in this transaction
 * @returns the feeds that were written
 */
export async function changeAccess(
  tx: Transaction<Tables>,
  decided: readonly StatusDecision[],
  also: readonly NewFeedEntry[] = [],
): Promise<readonly string[]> {
  const entries = [...also];
  const done: StatusDecision[] = [];
  for (const [change, ofKind] of Map.groupBy(decided, (one) => one.change)) {
    const at = ofKind[0]?.at ?? new Date();
    const ids = ofKind.map(({ credential }) => credential);
    const changed = new Map((await updateStatus(tx, change, ids, at)).map((row) => [row.id, row]));
    for (const one of ofKind) {
      const row = changed.get(one.credential);
      if (row === undefined) continue;
      done.push(one);
      const { kind, from_agent: fromAgent, to_agent: toAgent, vaults } = row;
      const { access, actedBy } = one;
      const dueAt = hiddenUntil(access);
      const event = {
        ...{ id: createUuidV7(at), kind: change, credential: row.id, at },
        ...(actedBy !== undefined && { actedBy }),
      };
      for (const feed of feedsOf(change, { kind, fromAgent, toAgent, vaults })) {
        const isLater = feed === access.citizen && dueAt !== undefined && dueAt > at;
        entries.push({ feed, ...event, ...(isLater && { dueAt }) });
      }
    }
    await countInStatusLists(tx, [...changed.values()], at);
  }
  await addDecisions(
    tx,
    done.map(({ decision }) => decision),
  );
  await addNotices(
    tx,
    done.flatMap(({ notice }) => notice ?? []),
  );
  return appendAllToFeeds(tx, entries);
}

function updateStatus(
  tx: Transaction<Tables>,
  change: Change,
  ids: readonly string[],
  at: Date,
): Promise<Changed[]> {
  return tx
    .updateTable('credential')
    .set(
      change === 'revoked'
        ? { revoked_at: at }
        : { suspended_at: change === 'suspended' ? at : null },
    )
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .where('revoked_at', 'is', null)
    .$if(change === 'suspended', (update) => update.where('suspended_at', 'is', null))
    .$if(change === 'resumed', (update) => update.where('suspended_at', 'is not', null))
    .returning(['id', 'status_list', 'kind', 'from_agent', 'to_agent', 'vaults'])
    .execute();
}

async function countInStatusLists(
  tx: Transaction<Tables>,
  changed: readonly Changed[],
  at: Date,
): Promise<void> {
  const counts = Map.groupBy(changed, (row) => row.status_list);
  for (const [number, rows] of [...counts].sort(([a], [b]) => a - b)) {
    await tx
      .updateTable('status_list')
      .set((column) => ({ version: column('version', '+', rows.length), changed_at: at }))
      .where('number', '=', number)
      .execute();
  }
}
