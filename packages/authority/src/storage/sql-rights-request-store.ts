import type { RightsRequest } from '@grondslag/legal-basis';
import { sql, type Transaction } from 'kysely';
import type { FeedSignal } from '../events/feed-signal.ts';
import { tellBoth } from '../events/tell-both.ts';
import type { RightsRequestStore } from '../rights-requests/rights-request-store.ts';
import { addHelperAct } from './add-records.ts';
import { appendAllToFeeds } from './append-all-to-feeds.ts';
import type { Database, Tables } from './database.ts';
import { transact } from './transact.ts';

/** Requests by a right, and what was done with them, in SQL. */
export function createSqlRightsRequestStore(
  db: Database,
  announce: FeedSignal['announce'],
): RightsRequestStore {
  return {
    async add(request) {
      const { id, about, right, agency, citizen, helper, receivedAt } = request;
      const feeds = await transact(db, async (tx) => {
        const added = await tx
          .insertInto('rights_request')
          .values({ id, about, right, agency, citizen, body: JSON.stringify(request) })
          // One that waits for an answer: see the index.
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (added === undefined) return undefined;
        const at = new Date(receivedAt);
        if (helper !== undefined) await addHelperAct(tx, { helper, did: 'asked', subject: id, at });
        const received = {
          ...({ kind: 'rights-request-received', credential: id, at } as const),
          ...(helper !== undefined && { actedBy: helper }),
        };
        return appendAllToFeeds(tx, tellBoth(request, received));
      });
      if (feeds === undefined) return false;
      announce(feeds);
      return true;
    },
    async addStep(request, { kind, body }) {
      const { id } = request;
      const feeds = await transact(db, async (tx) => {
        await sql`select id from rights_request where id = ${id} for update`.execute(tx);
        const [now] = await selectRequests(tx, { id });
        if (now?.answer !== undefined || now?.[kind] !== undefined) return undefined;
        await tx
          .updateTable('rights_request')
          .set({ [kind]: JSON.stringify(body) })
          .where('id', '=', id)
          .execute();
        const at = new Date(body.at);
        const changed = { kind: 'rights-request-changed', credential: id, at } as const;
        return appendAllToFeeds(tx, tellBoth(request, changed));
      });
      if (feeds === undefined) return 'taken';
      announce(feeds);
      return 'added';
    },
    async find(id) {
      const [found] = await selectRequests(db, { id });
      return found;
    },
    list: (participant) => selectRequests(db, { participant }),
  };
}

async function selectRequests(
  db: Database | Transaction<Tables>,
  { id, participant }: { readonly id?: string; readonly participant?: string },
): Promise<readonly RightsRequest[]> {
  const rows = await db
    .selectFrom('rights_request')
    .select(['body', 'extension', 'answer'])
    .$if(id !== undefined, (all) => all.where('id', '=', id ?? ''))
    .$if(participant !== undefined, (all) =>
      all.where((is) =>
        is.or([is('citizen', '=', participant ?? ''), is('agency', '=', participant ?? '')]),
      ),
    )
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ body, extension, answer }) => ({
    ...body,
    ...(extension && { extension }),
    ...(answer && { answer }),
  }));
}
