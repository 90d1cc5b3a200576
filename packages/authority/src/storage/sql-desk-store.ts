import type { DeskStore } from '../counter/counter-store.ts';
import type { Database } from './database.ts';
import { insertNext } from './insert-next.ts';

/** Desks and clerks in SQL. */
export function createSqlDeskStore(db: Database): DeskStore {
  const selectDesks = (id?: string) =>
    db
      .selectFrom('desk')
      .distinctOn('id')
      .select('body')
      .$if(id !== undefined, (all) => all.where('id', '=', id ?? ''))
      .orderBy('id')
      .orderBy('version', 'desc')
      .execute();
  const selectClerks = (webId?: string) =>
    db
      .selectFrom('clerk')
      .distinctOn('web_id')
      .select('body')
      .$if(webId !== undefined, (all) => all.where('web_id', '=', webId ?? ''))
      .orderBy('web_id')
      .orderBy('seq', 'desc')
      .execute();
  async function findDesk(id: string) {
    const [found] = await selectDesks(id);
    return found?.body;
  }
  return {
    recordDesk: (desk, by, at) =>
      insertNext(async () => {
        const last = await db
          .selectFrom('desk')
          .select((is) => is.fn.max('version').as('version'))
          .where('id', '=', desk.id)
          .executeTakeFirst();
        const version = (last?.version ?? 0) + 1;
        const about = { id: desk.id, version, recorded_at: at, recorded_by: by };
        return db
          .insertInto('desk')
          .values({ ...about, body: JSON.stringify(desk) })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .execute();
      }),
    findDesk,
    listDesks: async () => (await selectDesks()).map(({ body }) => body),
    recordClerk: (decision, by, at) =>
      insertNext(async () => {
        const last = await db
          .selectFrom('clerk')
          .select((is) => is.fn.max('seq').as('seq'))
          .where('web_id', '=', decision.webId)
          .executeTakeFirst();
        const seq = (last?.seq ?? 0) + 1;
        const about = { web_id: decision.webId, seq, recorded_at: at, recorded_by: by };
        return db
          .insertInto('clerk')
          .values({ ...about, body: JSON.stringify(decision) })
          .onConflict((conflict) => conflict.doNothing())
          .returning('seq')
          .execute();
      }),
    async findClerk(webId) {
      const [found] = await selectClerks(webId);
      if (found?.body.state !== 'admitted') return undefined;
      const desk = await findDesk(found.body.desk);
      return desk && { webId, name: found.body.name, desk };
    },
    listClerks: async () => (await selectClerks()).map(({ body }) => body),
  };
}
