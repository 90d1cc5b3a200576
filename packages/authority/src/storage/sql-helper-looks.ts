import { createUuidV7 } from '../credentials/credential-id.ts';
import type { HelperStore } from '../helpers/helper-store.ts';
import type { Database } from './database.ts';

/** What helpers looked through, in SQL. */
export function createSqlLooks(
  db: Database,
): Pick<HelperStore, 'noteLook' | 'listLooks' | 'pruneLooks'> {
  return {
    async noteLook({ helper, kind, at }) {
      const day = at.toISOString().slice(0, 10);
      await db
        .insertInto('helper_look')
        .values({ id: createUuidV7(at), helper_id: helper, kind, day, at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async listLooks(citizen, { limit, olderThan }) {
      const rows = await db
        .selectFrom('helper_look')
        .innerJoin('helper', 'helper.id', 'helper_look.helper_id')
        .select(['helper_look.id', 'helper_id', 'kind', 'at'])
        .where('citizen', '=', citizen)
        .$if(olderThan !== undefined, (all) => all.where('helper_look.id', '<', olderThan ?? ''))
        .orderBy('helper_look.id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ id, helper_id: helper, kind, at }) => {
        return { id, helper, kind, at: at.toISOString() };
      });
    },
    async pruneLooks(before) {
      await db.deleteFrom('helper_look').where('at', '<', before).execute();
    },
  };
}
