import type { Participant } from '@grondslag/legal-basis';
import type { RegisterStore } from '../register/register-store.ts';
import { addVersion } from './add-version.ts';
import type { Database } from './database.ts';
import { insertNext } from './insert-next.ts';

/** Participants and processing activities in SQL. */
export function createSqlRegisterStore(db: Database): RegisterStore {
  return {
    async recordParticipant(participant, by, at) {
      const { webId } = participant;
      await insertNext(async () => {
        const last = await db
          .selectFrom('participant')
          .select((is) => is.fn.max('version').as('version'))
          .where('web_id', '=', webId)
          .executeTakeFirst();
        return db
          .insertInto('participant')
          .values({
            web_id: webId,
            version: (last?.version ?? 0) + 1,
            recorded_at: at,
            recorded_by: by,
            body: JSON.stringify(participant),
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .execute();
      });
    },
    async admit(webId, admission, by) {
      const known = await db
        .selectFrom('participant')
        .select('web_id')
        .where('web_id', '=', webId)
        .limit(1)
        .execute();
      if (known.length === 0) return false;
      await insertNext(async () => {
        const last = await db
          .selectFrom('admission')
          .select((is) => is.fn.max('seq').as('seq'))
          .where('web_id', '=', webId)
          .executeTakeFirst();
        return db
          .insertInto('admission')
          .values({
            web_id: webId,
            seq: (last?.seq ?? 0) + 1,
            recorded_by: by,
            body: JSON.stringify(admission),
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('seq')
          .execute();
      });
      return true;
    },
    async findParticipant(webId) {
      const [found] = await selectParticipants(db, webId);
      return found;
    },
    listParticipants: () => selectParticipants(db),
    addActivity(activity, at) {
      const { id, version, controller } = activity;
      return addVersion(
        { version, owner: controller },
        () =>
          db
            .selectFrom('processing_activity')
            .select(['version', 'controller as owner'])
            .where('id', '=', id)
            .orderBy('version', 'desc')
            .limit(1)
            .executeTakeFirst(),
        () =>
          db
            .insertInto('processing_activity')
            .values({ id, version, controller, recorded_at: at, body: JSON.stringify(activity) })
            .onConflict((conflict) => conflict.doNothing())
            .returning('version')
            .execute(),
      );
    },
    async findActivity(id) {
      const rows = await db
        .selectFrom('processing_activity')
        .select('body')
        .where('id', '=', id)
        .orderBy('version', 'desc')
        .execute();
      return rows.map(({ body }) => body);
    },
    async listActivities({ controller, id }) {
      const rows = await db
        .selectFrom('processing_activity')
        .select('body')
        .$if(controller !== undefined, (all) => all.where('controller', '=', controller ?? ''))
        .$if(id !== undefined, (all) => all.where('id', '=', id ?? ''))
        .orderBy('id')
        .orderBy('version', 'desc')
        .execute();
      return rows.map(({ body }) => body);
    },
  };
}

/** What is said last of each, with all that was decided. */
async function selectParticipants(db: Database, webId?: string): Promise<readonly Participant[]> {
  const [said, decided] = await Promise.all([
    db
      .selectFrom('participant')
      .distinctOn('web_id')
      .select(['web_id', 'body'])
      .$if(webId !== undefined, (all) => all.where('web_id', '=', webId ?? ''))
      .orderBy('web_id')
      .orderBy('version', 'desc')
      .execute(),
    db
      .selectFrom('admission')
      .select(['web_id', 'body'])
      .$if(webId !== undefined, (all) => all.where('web_id', '=', webId ?? ''))
      .orderBy('web_id')
      .orderBy('seq')
      .execute(),
  ]);
  const admissions = Map.groupBy(decided, (row) => row.web_id);
  return said.flatMap((row) => {
    const own = admissions.get(row.web_id)?.map(({ body }) => body) ?? [];
    return own.length === 0 ? [] : [{ ...row.body, admissions: own }];
  });
}
