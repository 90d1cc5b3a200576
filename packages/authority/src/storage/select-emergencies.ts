import type { EmergencyReview, ReviewState } from '@grondslag/legal-basis';
import type { Database } from './database.ts';

/** Emergencies of an agency, or of all, by where their review stands. */
export function selectEmergencies(
  db: Database,
  {
    agency,
    review,
    now,
  }: {
    readonly agency: string | undefined;
    readonly review: ReviewState | undefined;
    readonly now: Date;
  },
) {
  return db
    .selectFrom('emergency_review')
    .$if(agency !== undefined, (all) => all.where('agency', '=', agency ?? ''))
    .$if(review === 'done', (all) => all.where('body', 'is not', null))
    .$if(review === 'due', (all) => all.where('body', 'is', null).where('due_before', '>', now))
    .$if(review === 'overdue', (all) =>
      all.where('body', 'is', null).where('due_before', '<=', now),
    );
}

/** The reviews on record, by access. */
export async function findReviews(
  db: Database,
  accesses: readonly string[],
): Promise<ReadonlyMap<string, EmergencyReview>> {
  if (accesses.length === 0) return new Map();
  const rows = await db
    .selectFrom('emergency_review')
    .select(['access_id', 'body'])
    .where('access_id', 'in', accesses)
    .execute();
  return new Map(rows.flatMap(({ access_id, body }) => (body === null ? [] : [[access_id, body]])));
}
