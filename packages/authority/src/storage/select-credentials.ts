import type {
  ExpressionBuilder,
  ExpressionWrapper,
  Selectable,
  SelectQueryBuilder,
  SqlBool,
} from 'kysely';
import { type CredentialQuery, LAWFUL_ACCESS } from '../credentials/credential-store.ts';
import { inState } from './credential-state.ts';
import type { Database, Tables } from './database.ts';

type Is = ExpressionBuilder<Tables, 'credential'>;
type Condition = ExpressionWrapper<Tables, 'credential', SqlBool>;

/** Newest credentials looked at for one page. */
export const MAX_EXAMINED = 5_000;

/** One page, and where the next one begins if there may be more. */
export interface SelectedCredentials {
  readonly rows: readonly Selectable<Tables['credential']>[];
  /** Id that all credentials of the next page are older than. */
  readonly next?: string;
}

/**
 * The newest credentials that fit the query. The work is bounded whatever a party has: only so many of the newest are
 * looked at, so a page may hold less than `limit` though there are more.
 */
export async function selectCredentials(
  db: Database,
  query: CredentialQuery,
): Promise<SelectedCredentials> {
  const candidates = candidatesOf(db, query);
  // Looked up one by one, so the database cannot choose to read all of a table instead.
  const rows = await db
    .selectFrom(candidates.as('candidate'))
    .innerJoinLateral(
      (is) =>
        is
          .selectFrom('credential')
          .selectAll()
          .whereRef('credential.id', '=', 'candidate.candidate_id')
          .where((of) => of.and(conditions(of, query)))
          .limit(1)
          .as('found'),
      (join) => join.onTrue(),
    )
    .selectAll('found')
    .orderBy('candidate.candidate_id', 'desc')
    .limit(query.limit + 1)
    .execute();
  if (rows.length > query.limit) {
    const page = rows.slice(0, query.limit);
    return { rows: page, next: page.at(-1)?.id ?? '' };
  }
  const examined = await db
    .selectFrom(candidates.as('candidate'))
    .select((is) => [is.fn.min('candidate_id').as('oldest'), is.fn.countAll<number>().as('count')])
    .executeTakeFirstOrThrow();
  return examined.count < MAX_EXAMINED ? { rows } : { rows, next: examined.oldest };
}

/** Ids to look at, newest first: those about the resource, between the two parties, or of the caller. */
function candidatesOf(db: Database, query: CredentialQuery) {
  const { participant, resource, fromAgent, toAgent, olderThan } = query;
  const other = [fromAgent, toAgent].find((agent) => agent !== undefined && agent !== participant);
  if (resource !== undefined) {
    return newest(
      db
        .selectFrom('credential_resource')
        .select('credential_id as candidate_id')
        .where('resource', '=', resource)
        .$if(olderThan !== undefined, (ids) => ids.where('credential_id', '<', olderThan ?? '')),
    );
  }
  if (other !== undefined) {
    return newest(
      db
        .selectFrom('credential')
        .select('id as candidate_id')
        .where('from_agent', '=', fromAgent ?? participant)
        .where('to_agent', '=', toAgent ?? participant)
        .$if(olderThan !== undefined, (ids) => ids.where('id', '<', olderThan ?? '')),
    );
  }
  return newest(
    db
      .selectFrom('credential_party')
      .select('credential_id as candidate_id')
      .where('agent', '=', participant)
      .$if(olderThan !== undefined, (ids) => ids.where('credential_id', '<', olderThan ?? '')),
  );
}

function newest<T extends keyof Tables>(
  ids: SelectQueryBuilder<Tables, T, { candidate_id: string }>,
) {
  return ids.orderBy('candidate_id', 'desc').limit(MAX_EXAMINED);
}

function conditions(is: Is, query: CredentialQuery): Condition[] {
  const { participant, kind, state, fromAgent, toAgent, purpose } = query;
  const { recordedSince, revokedSince, now } = query;
  const all: Condition[] = [
    is.or([is('from_agent', '=', participant), is('to_agent', '=', participant)]),
  ];
  all.push(kind === undefined ? is('kind', '<>', LAWFUL_ACCESS) : is('kind', '=', kind));
  if (state !== undefined) all.push(inState(is, state, now));
  if (fromAgent !== undefined) all.push(is('from_agent', '=', fromAgent));
  if (toAgent !== undefined) all.push(is('to_agent', '=', toAgent));
  if (purpose !== undefined) all.push(is.exists(withPurpose(is, purpose)));
  if (recordedSince !== undefined) all.push(is('recorded_at', '>=', recordedSince));
  if (revokedSince !== undefined) all.push(is('revoked_at', '>=', revokedSince));
  return all;
}

function withPurpose(is: Is, purpose: string) {
  return is
    .selectFrom('credential_purpose')
    .select('purpose')
    .whereRef('credential_purpose.credential_id', '=', 'credential.id')
    .where('purpose', '=', purpose);
}
