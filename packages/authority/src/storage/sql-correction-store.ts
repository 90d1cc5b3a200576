import type { Correction } from '@grondslag/legal-basis';
import { type Expression, type SqlBool, sql, type Transaction } from 'kysely';
import type { CorrectionStore } from '../corrections/correction-store.ts';
import type { FeedSignal } from '../events/feed-signal.ts';
import { addHelperAct } from './add-records.ts';
import { appendToFeeds } from './append-to-feeds.ts';
import type { Database, Tables } from './database.ts';
import { transact } from './transact.ts';

/** Reports of one citizen that wait for their sources. */
const MAX_OPEN = 20;
const OPEN = ['received', 'in-examination'] as const;

/** Reports of errors in facts, in SQL. */
export function createSqlCorrectionStore(
  db: Database,
  announce: FeedSignal['announce'],
): CorrectionStore {
  return {
    async add({ steps: _, ...body }, sourceWebId) {
      const { id, citizen, source, resource, receivedAt, helper } = body;
      const added = await transact(db, async (tx) => {
        const { open } = await tx
          .selectFrom('correction')
          .select((is) => is.fn.countAll<string>().as('open'))
          .where('citizen', '=', citizen)
          .where('state', 'in', OPEN)
          .executeTakeFirstOrThrow();
        if (Number(open) >= MAX_OPEN) return 'too-many';
        // Of two at once the second waits for the first, and then finds it.
        const inserted = await tx
          .insertInto('correction')
          .values({ id, citizen, source, resource, state: 'received', body: JSON.stringify(body) })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!inserted) return 'pending';
        const at = new Date(receivedAt);
        if (helper !== undefined) {
          await addHelperAct(tx, { helper, did: 'reported', subject: id, at });
        }
        return tell(tx, [citizen, sourceWebId], {
          kind: 'correction-received',
          credential: id,
          at,
          ...(helper !== undefined && { actedBy: helper }),
        });
      });
      if (typeof added === 'string') return added;
      announce(added);
      return 'added';
    },
    async addStep({ id, citizen, resource }, from, step, sourceWebId) {
      const told = await transact(db, async (tx) => {
        const changed = await tx
          .updateTable('correction')
          .set({ state: step.step })
          .where('id', '=', id)
          .where('state', '=', from)
          .returning('id')
          .executeTakeFirst();
        if (!changed) return undefined;
        const { seq } = await tx
          .selectFrom('correction_step')
          .select((is) => is.fn.countAll<string>().as('seq'))
          .where('correction_id', '=', id)
          .executeTakeFirstOrThrow();
        await tx
          .insertInto('correction_step')
          .values({ correction_id: id, seq: Number(seq) + 1, body: JSON.stringify(step) })
          .execute();
        const recipients =
          step.step === 'corrected' ? await noteRecipients(tx, { id, citizen, resource }) : [];
        return tell(tx, [citizen, sourceWebId, ...recipients], {
          kind: 'correction-changed',
          credential: id,
          at: new Date(step.at),
        });
      });
      if (told === undefined) return false;
      announce(told);
      return true;
    },
    async find(id) {
      const [found] = await select(db, sql<SqlBool>`correction.id = ${id}`, 1);
      return found;
    },
    list: ({ citizen, sources }, { state, before, limit }) => {
      const conditions = [
        sql<SqlBool>`(citizen = ${citizen} or source = any(${[...sources]}))`,
        ...(state === undefined ? [] : [sql<SqlBool>`state = ${state}`]),
        ...(before === undefined ? [] : [sql<SqlBool>`correction.id < ${before}`]),
      ];
      return select(db, sql<SqlBool>`${sql.join(conditions, sql` and `)}`, limit);
    },
    async wasTold(id, agency) {
      const found = await db
        .selectFrom('correction_recipient')
        .select('agency')
        .where('agency', '=', agency)
        .where('correction_id', '=', id)
        .executeTakeFirst();
      return found !== undefined;
    },
  };
}

/** Who read the fact before it was corrected. */
async function noteRecipients(
  tx: Transaction<Tables>,
  { id, citizen, resource }: Pick<Correction, 'id' | 'citizen' | 'resource'>,
): Promise<readonly string[]> {
  const readers = await tx
    .selectFrom('read_record')
    .select('agency')
    .distinct()
    .where('owner', '=', citizen)
    .where(sql<SqlBool>`body->>'resource' = ${resource}`)
    .where(sql<SqlBool>`body->>'method' = 'GET'`)
    .execute();
  const agencies = readers.map(({ agency }) => agency);
  if (agencies.length > 0) {
    await tx
      .insertInto('correction_recipient')
      .values(agencies.map((agency) => ({ agency, correction_id: id })))
      .execute();
  }
  return agencies;
}

async function tell(
  tx: Transaction<Tables>,
  readers: readonly string[],
  event: Parameters<typeof appendToFeeds>[2],
): Promise<readonly string[]> {
  const feeds = [...new Set(readers)].sort((a, b) => (a < b ? -1 : 1));
  await appendToFeeds(tx, feeds, event);
  return feeds;
}

async function select(
  db: Database,
  condition: Expression<SqlBool>,
  limit: number,
): Promise<readonly Correction[]> {
  const rows = await db
    .selectFrom('correction')
    .select((is) => [
      'correction.body',
      is
        .selectFrom('correction_step')
        .select(sql<Correction['steps'] | null>`jsonb_agg(body order by seq)`.as('steps'))
        .whereRef('correction_id', '=', 'correction.id')
        .as('steps'),
    ])
    .where(condition)
    .orderBy('correction.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ body, steps }) => ({ ...body, steps: steps ?? [] }));
}
