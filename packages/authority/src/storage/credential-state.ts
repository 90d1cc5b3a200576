import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { CredentialQuery, Decision } from '../credentials/credential-store.ts';
import type { Tables } from './database.ts';

type State = NonNullable<CredentialQuery['state']>;
type Is = ExpressionBuilder<Tables, 'credential'>;
type Condition = ExpressionWrapper<Tables, 'credential', SqlBool>;

/**
 * A request is Canceled, else Denied or Granted when decided on, else Expired, else Pending; a grant or denial
 * is Revoked, else Expired, else Suspended, else Active.
 */
export function inState(is: Is, state: State, now: Date): Condition {
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
