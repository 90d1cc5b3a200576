import type { Objection } from '@grondslag/legal-basis';
import { sql, type Transaction } from 'kysely';
import type { FeedSignal } from '../events/feed-signal.ts';
import { tellBoth } from '../events/tell-both.ts';
import type { ObjectionStore } from '../objections/objection-store.ts';
import { addHelperAct, addNotices } from './add-records.ts';
import { appendAllToFeeds } from './append-all-to-feeds.ts';
import { changeAccess } from './change-access.ts';
import type { Database, Tables } from './database.ts';
import { transact } from './transact.ts';

/** Objections and what was done with them in SQL. */
export function createSqlObjectionStore(
  db: Database,
  announce: FeedSignal['announce'],
): ObjectionStore {
  return {
    async add(objection, notice, suspension) {
      const feeds = await transact(db, async (tx) => {
        // Who objects twice at once waits here for the first.
        await lock(tx, 'lawful_access', objection.access);
        const before = await selectObjections(tx, { access: objection.access });
        if (before.some(({ answer }) => answer === undefined)) return undefined;
        const { id, access, agency, citizen, receivedAt } = objection;
        await tx
          .insertInto('objection')
          .values({
            id,
            access_id: access,
            agency,
            citizen,
            received_at: new Date(receivedAt),
            body: JSON.stringify(objection),
          })
          .execute();
        await addNotices(tx, [notice]);
        const { helper } = objection;
        if (helper !== undefined) {
          const at = new Date(receivedAt);
          await addHelperAct(tx, { helper, did: 'objected', subject: id, at });
        }
        const actedBy = helper === undefined ? {} : { actedBy: helper };
        return changeAccess(
          tx,
          [{ ...suspension, change: 'suspended', ...actedBy }],
          tellBoth(objection, {
            ...{ kind: 'objection-received', credential: id, at: new Date(receivedAt) },
            ...actedBy,
          }),
        );
      });
      if (feeds === undefined) return false;
      announce(feeds);
      return true;
    },
    async addStep(objection, { kind, body }, notice) {
      const { id } = objection;
      const feeds = await transact(db, async (tx) => {
        await lock(tx, 'objection', id);
        const [now] = await selectObjections(tx, { id });
        if (now?.answer !== undefined || now?.[kind] !== undefined) return undefined;
        await tx
          .insertInto('objection_step')
          .values({ objection_id: id, kind, body: JSON.stringify(body) })
          .execute();
        await addNotices(tx, [notice]);
        const changed = {
          kind: 'objection-changed',
          credential: id,
          at: new Date(body.at),
        } as const;
        return appendAllToFeeds(tx, tellBoth(objection, changed));
      });
      if (feeds === undefined) return 'taken';
      announce(feeds);
      return 'added';
    },
    async find(id) {
      const [found] = await selectObjections(db, { id });
      return found;
    },
    list: (participant) => selectObjections(db, { participant }),
    listAgainst: (access) => selectObjections(db, { access }),
    async listInContext(citizen, agency) {
      const [objections, accesses] = await Promise.all([
        selectObjections(db, { participant: citizen, agency }),
        db
          .selectFrom('lawful_access')
          .innerJoin('objection', 'objection.access_id', 'lawful_access.id')
          .select('lawful_access.body')
          .where('objection.citizen', '=', citizen)
          .where('objection.agency', '=', agency)
          .execute(),
      ]);
      const byId = new Map(accesses.map(({ body }) => [body.id, body]));
      return objections.flatMap((objection) => {
        const access = byId.get(objection.access);
        return access === undefined || objection.citizen !== citizen
          ? []
          : [{ objection, purpose: access.purpose, dataNeeds: access.dataNeeds }];
      });
    },
  };
}

async function lock(
  tx: Transaction<Tables>,
  table: 'lawful_access' | 'objection',
  id: string,
): Promise<void> {
  await sql`select id from ${sql.table(table)} where id = ${id} for update`.execute(tx);
}

type StepsByKind = Pick<Objection, 'exception' | 'extension' | 'answer'>;

interface Wanted {
  readonly id?: string;
  readonly access?: string;
  readonly participant?: string;
  readonly agency?: string;
}

async function selectObjections(
  db: Database | Transaction<Tables>,
  { id, access, participant, agency }: Wanted,
): Promise<readonly Objection[]> {
  const rows = await db
    .selectFrom('objection')
    // Looked up one by one, so the database cannot choose to read the steps of all objections instead.
    .select((is) => [
      'objection.body',
      is
        .selectFrom('objection_step')
        .select(sql<StepsByKind | null>`jsonb_object_agg(kind, body)`.as('steps'))
        .whereRef('objection_id', '=', 'objection.id')
        .as('steps'),
    ])
    .$if(id !== undefined, (all) => all.where('objection.id', '=', id ?? ''))
    .$if(access !== undefined, (all) => all.where('access_id', '=', access ?? ''))
    .$if(agency !== undefined, (all) => all.where('agency', '=', agency ?? ''))
    .$if(participant !== undefined, (all) =>
      all.where((is) =>
        is.or([is('citizen', '=', participant ?? ''), is('agency', '=', participant ?? '')]),
      ),
    )
    .orderBy('objection.id', 'desc')
    .execute();
  return rows.map(({ body, steps }) => ({ ...body, ...steps }));
}
