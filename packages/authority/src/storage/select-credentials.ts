import type { ExpressionBuilder, ExpressionWrapper, Selectable, SqlBool } from 'kysely';
import type { CredentialQuery, Decision } from '../credentials/credential-store.ts';
import type { Database, Tables } from './database.ts';

type State = NonNullable<CredentialQuery['state']>;
type Is = ExpressionBuilder<Tables, 'credential'>;
type Condition = ExpressionWrapper<Tables, 'credential', SqlBool>;

/** The newest `limit + 1` credentials that fit the query: the one too many says that there are more. */
export async function selectCredentials(
  db: Database,
  query: CredentialQuery,
): Promise<Selectable<Tables['credential']>[]> {
  return db
    .selectFrom('credential')
    .selectAll()
    .where((is) => is.and(conditions(is, query)))
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute();
}

function conditions(is: Is, query: CredentialQuery): Condition[] {
  const { participant, kind, state, fromAgent, toAgent, resource, purpose } = query;
  const { recordedSince, revokedSince, olderThan, now } = query;
  const all: Condition[] = [
    is.or([is('from_agent', '=', participant), is('to_agent', '=', participant)]),
  ];
  if (kind !== undefined) all.push(is('kind', '=', kind));
  if (state !== undefined) all.push(inState(is, state, now));
  if (fromAgent !== undefined) all.push(is('from_agent', '=', fromAgent));
  if (toAgent !== undefined) all.push(is('to_agent', '=', toAgent));
  if (resource !== undefined) all.push(is('id', 'in', withResource(is, resource)));
  if (purpose !== undefined) all.push(is('id', 'in', withPurpose(is, purpose)));
  if (recordedSince !== undefined) all.push(is('recorded_at', '>=', recordedSince));
  if (revokedSince !== undefined) all.push(is('revoked_at', '>=', revokedSince));
  if (olderThan !== undefined) all.push(is('id', '<', olderThan));
  return all;
}

/**
 * A request is Canceled, else Denied or Granted when decided on, else Expired, else Pending; a grant or denial
 * is Revoked, else Expired, else Suspended, else Active.
 */
function inState(is: Is, state: State, now: Date): Condition {
  const request = is('kind', '=', 'SolidAccessRequest');
  const revoked = is('revoked_at', 'is not', null);
  const notRevoked = is('revoked_at', 'is', null);
  const expired = is('expires_at', '<=', now);
  const notExpired = is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]);
  const undecided = is.not(is.exists(decisionOn(is)));
  const outcome = (decision: Decision) =>
    is.and([request, notRevoked, is.exists(decisionOn(is).where('outcome', '=', decision))]);
  const conditions: Record<State, Condition> = {
    Canceled: is.and([request, revoked]),
    Granted: outcome('Granted'),
    Denied: outcome('Denied'),
    Pending: is.and([request, notRevoked, notExpired, undecided]),
    Active: is.and([is.not(request), notRevoked, notExpired, is('suspended_at', 'is', null)]),
    Suspended: is.and([
      is.not(request),
      notRevoked,
      notExpired,
      is('suspended_at', 'is not', null),
    ]),
    Revoked: is.and([is.not(request), revoked]),
    // Of a decision there is no decision, so `undecided` narrows requests only.
    Expired: is.and([notRevoked, expired, undecided]),
  };
  return conditions[state];
}

function decisionOn(is: Is) {
  return is
    .selectFrom('decision')
    .select('decision.request_id')
    .whereRef('decision.request_id', '=', 'credential.id');
}

function withResource(is: Is, resource: string) {
  return is
    .selectFrom('credential_resource')
    .select('credential_resource.credential_id')
    .where('credential_resource.resource', '=', resource);
}

function withPurpose(is: Is, purpose: string) {
  return is
    .selectFrom('credential_purpose')
    .select('credential_purpose.credential_id')
    .where('credential_purpose.purpose', '=', purpose);
}
