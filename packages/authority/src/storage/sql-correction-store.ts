import type { Correction } from '@grondslag/legal-basis';
import { type Expression, type SqlBool, sql, type Transaction } from 'kysely';
import { disputedFields } from '../corrections/concerns.ts';
import type { CorrectionStore } from '../corrections/correction-store.ts';
import { createUuidV7 } from '../credentials/credential-id.ts';
import type { FeedEntry } from '../events/event-store.ts';
import type { FeedSignal } from '../events/feed-signal.ts';
import { addHelperAct } from './add-records.ts';
import { appendAllToFeeds } from './append-all-to-feeds.ts';
import { amongKnown, noteRecipients } from './correction-recipients.ts';
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
      const { id, citizen, source, resource, receivedAt, helper, reportedBy } = body;
      const agency = reportedBy?.agency ?? null;
      const added = await transact(db, async (tx) => {
        const { open } = await tx
          .selectFrom('correction')
          .select((is) => is.fn.countAll<string>().as('open'))
          .where('citizen', '=', citizen)
          .where('agency', 'is not distinct from', agency)
          .where('state', 'in', OPEN)
          .executeTakeFirstOrThrow();
        if (Number(open) >= MAX_OPEN) return 'too-many';
        // Of two at once the second waits for the first, and then finds it.
        const inserted = await tx
          .insertInto('correction')
          .values({
            ...{ id, citizen, source, resource, agency },
            ...{ state: 'received', body: JSON.stringify(body) },
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!inserted) return 'pending';
        const at = new Date(receivedAt);
        if (helper !== undefined) {
          await addHelperAct(tx, { helper, did: 'reported', subject: id, at });
        }
        const others =
          agency === null
            ? await noteRecipients(tx, body, { disputed: disputedFields(body), at })
            : [];
        return tell(tx, [citizen, sourceWebId, ...(agency === null ? [] : [agency])], others, {
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
    async addStep(correction, from, step, sourceWebId) {
      const { id, citizen, reportedBy } = correction;
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
        const at = new Date(step.at);
        // A source may have corrected more than was reported: that it did, all hear who have any of the fact.
        const disputed = step.step === 'corrected' ? undefined : disputedFields(correction);
        const agencies =
          step.step === 'corrected' || (step.step === 'rejected' && !reportedBy)
            ? await noteRecipients(tx, correction, { disputed, at })
            : [];
        const parties = [citizen, sourceWebId, ...(reportedBy ? [reportedBy.agency] : [])];
        return tell(tx, parties, agencies, {
          kind: 'correction-changed',
          credential: id,
          at,
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
    list: ({ citizen, sources, agency = null }, { state, before, limit }) => {
      const conditions = [
        sql<SqlBool>`(citizen = ${citizen} or source = any(${[...sources]}) or agency = ${agency})`,
        ...(state === undefined ? [] : [sql<SqlBool>`state = ${state}`]),
        ...(before === undefined ? [] : [sql<SqlBool>`correction.id < ${before}`]),
      ];
      return select(db, sql<SqlBool>`${sql.join(conditions, sql` and `)}`, limit);
    },
    async mayKnow(correction, agency, now) {
      return (await amongKnown(db, [correction], agency, now)).length > 0;
    },
    async listDisputed(citizens, agency, now) {
      const isOpen = sql<SqlBool>`citizen = any(${[...citizens]}::text[]) and agency is null
        and state = any(${[...OPEN]})`;
      const open = await select(db, isOpen, MAX_OPEN * citizens.length);
      return amongKnown(db, open, agency, now);
    },
  };
}

/** Tells those who take part, and agencies, which are not told that a helper did it. */
async function tell(
  tx: Transaction<Tables>,
  parties: readonly string[],
  agencies: readonly string[],
  { actedBy, ...event }: Pick<FeedEntry, 'kind' | 'credential' | 'at' | 'actedBy'>,
): Promise<readonly string[]> {
  const id = createUuidV7(event.at);
  const others = new Set(agencies.filter((agency) => !parties.includes(agency)));
  return appendAllToFeeds(tx, [
    ...[...new Set(parties)].map((feed) => ({
      ...{ feed, id, ...event },
      ...(actedBy !== undefined && { actedBy }),
    })),
    ...[...others].map((feed) => ({ feed, id, ...event })),
  ]);
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
