import { sql } from 'kysely';
import type { CardStore } from '../counter/card-store.ts';
import type { Database } from './database.ts';

/** Tries at the date of birth that goes with a code: each is taken before it is judged, and a good one gives all back. */
export function createCodeTries(
  db: Database,
  of: 'letter' | 'counter_card',
): Pick<CardStore, 'takeTry' | 'giveTriesBack'> {
  const table = sql.table(of);
  return {
    async takeTry(id, most) {
      const { rows } = await sql`
        update ${table} set wrong_tries = wrong_tries + 1
        where id = ${id} and wrong_tries < ${most} returning id`.execute(db);
      return rows.length > 0;
    },
    async giveTriesBack(id) {
      await sql`update ${table} set wrong_tries = 0 where id = ${id}`.execute(db);
    },
  };
}
