import type { ReadRecord } from '@grondslag/protocol';
import type { ExpressionBuilder } from 'kysely';
import type { ReadQuery } from '../log/read-store.ts';
import type { Database, Tables } from './database.ts';

/** The newest `limit + 1` lines of the log that fit the query: the one too many says that there are more. */
export async function selectReads(
  db: Database,
  { participant, grant, before, limit, now }: ReadQuery,
): Promise<readonly { readonly body: ReadRecord }[]> {
  const newest = () => {
    const lines = db
      .selectFrom('read_record')
      .select(['at', 'id', 'body'])
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1);
    if (before === undefined) return lines;
    return lines.where((is) => is(is.refTuple('at', 'id'), '<', is.tuple(before.at, before.id)));
  };
  const isTold = (is: ExpressionBuilder<Tables, 'read_record'>) =>
    is.not(
      is.exists(
        is
          .selectFrom('lawful_access')
          .select('lawful_access.id')
          .whereRef('credential_id', '=', 'read_record.grant_id')
          .where('hidden_until', '>', now),
      ),
    );
  if (grant !== undefined) {
    return newest()
      .where('grant_id', '=', grant)
      .where((is) =>
        is.or([
          is.and([is('owner', '=', participant), isTold(is)]),
          is('agency', '=', participant),
        ]),
      )
      .execute();
  }
  // One list in order for each side: with `or` the database would first gather all lines of both.
  const asOwner = newest().where('owner', '=', participant).where(isTold);
  const asAgency = newest().where('agency', '=', participant).where('owner', '<>', participant);
  return db
    .selectFrom(
      db
        .selectFrom(asOwner.as('as_owner'))
        .selectAll()
        .unionAll(db.selectFrom(asAgency.as('as_agency')).selectAll())
        .as('line'),
    )
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}
