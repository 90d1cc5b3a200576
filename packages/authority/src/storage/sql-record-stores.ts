import type { DecisionStore } from '../decisions/decision-store.ts';
import type { NoticeStore } from '../notices/notice-store.ts';
import { addDecisions } from './add-records.ts';
import type { Database } from './database.ts';

/** Decisions in SQL. */
export function createSqlDecisionStore(db: Database): DecisionStore {
  return {
    add: (entry) => addDecisions(db, [entry]),
    async list(credential) {
      const rows = await db
        .selectFrom('legal_decision')
        .select('body')
        .where('credential_id', '=', credential)
        .orderBy('id')
        .execute();
      return rows.map(({ body }) => body);
    },
  };
}

/** Notices in SQL. */
export function createSqlNoticeStore(db: Database): NoticeStore {
  return {
    async list(citizen, { olderThan, limit }) {
      const rows = await db
        .selectFrom('notice')
        .selectAll()
        .where('citizen', '=', citizen)
        .$if(olderThan !== undefined, (all) => all.where('id', '<', olderThan ?? ''))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ hidden_until, body }) => ({
        citizen,
        ...(hidden_until !== null && { hiddenUntil: hidden_until }),
        notice: body,
      }));
    },
  };
}
