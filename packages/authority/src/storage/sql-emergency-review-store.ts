import type { FeedSignal } from '../events/feed-signal.ts';
import { tellBoth } from '../events/tell-both.ts';
import type { EmergencyReviewStore } from '../lawful-access/emergency-review-store.ts';
import { addNotices } from './add-records.ts';
import { changeAccess } from './change-access.ts';
import type { Database } from './database.ts';
import { selectEmergencies } from './select-emergencies.ts';
import { transact } from './transact.ts';

/** Reviews of emergencies in SQL. */
export function createSqlEmergencyReviewStore(
  db: Database,
  announce: FeedSignal['announce'],
): EmergencyReviewStore {
  return {
    async add({ review, recordedBy, credential, notice, end }) {
      const feeds = await transact(db, async (tx) => {
        const added = await tx
          .updateTable('emergency_review')
          .set({ recorded_by: recordedBy, body: JSON.stringify(review) })
          .where('access_id', '=', review.access)
          .where('body', 'is', null)
          .returning('access_id')
          .executeTakeFirst();
        if (added === undefined) return undefined;
        await addNotices(tx, [notice]);
        const { citizen, hiddenUntil: dueAt } = notice;
        const reviewed = { kind: 'access-reviewed', credential, at: new Date(review.at) } as const;
        const told = tellBoth({ citizen, agency: notice.notice.agency }, reviewed, dueAt);
        return changeAccess(tx, end === undefined ? [] : [end], told);
      });
      if (feeds === undefined) return 'taken';
      announce(feeds);
      return 'added';
    },
    async countOverdue(now, agency) {
      const { count } = await selectEmergencies(db, { agency, review: 'overdue', now })
        .select((of) => of.fn.countAll<number | string>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}
