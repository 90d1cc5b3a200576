import type { OAuthError } from '@grondslag/protocol';
import type { AuthorityError, AuthorityErrorCode } from '../errors.ts';
import { rateLimitHeaders } from '../limits/rate-limits.ts';
import { isRefusalRule } from '../problems/rule-problems.ts';
import { jsonResponse } from './json-response.ts';
import { ruleMembers } from './problem-response.ts';

type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  | 'need_info'
  | 'request_denied'
  | 'temporarily_unavailable'
  | 'server_error';

/** OAuth code of each of ours; one that is not here is `invalid_request`. */
const codes: Partial<Record<AuthorityErrorCode, OAuthErrorCode>> = {
  token_missing: 'invalid_client',
  token_invalid: 'invalid_client',
  issuer_not_trusted: 'invalid_client',
  webid_not_allowed: 'invalid_client',
  identity_unreachable: 'temporarily_unavailable',
  database_unreachable: 'temporarily_unavailable',
  rate_limited: 'temporarily_unavailable',
  grant_type_unsupported: 'unsupported_grant_type',
  ticket_invalid: 'invalid_grant',
  ticket_expired: 'invalid_grant',
  ticket_used: 'invalid_grant',
  claim_missing: 'need_info',
  grant_not_verified: 'request_denied',
  grant_unknown: 'request_denied',
  not_a_grant: 'request_denied',
  not_recipient: 'request_denied',
  grant_revoked: 'request_denied',
  grant_suspended: 'request_denied',
  grant_expired: 'request_denied',
  grant_not_yet_valid: 'request_denied',
  resource_not_granted: 'request_denied',
  purpose_not_granted: 'request_denied',
  vault_gives_whole_facts: 'request_denied',
  access_ended: 'request_denied',
  access_suspended: 'request_denied',
  access_expired: 'request_denied',
  access_not_yet_valid: 'request_denied',
  internal_error: 'server_error',
};

/** RFC 6749 §5.2, and UMA 2.0 Grant §3.3.6 for `need_info` and `request_denied`. */
const statuses: Record<OAuthErrorCode, number> = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_grant: 400,
  unsupported_grant_type: 400,
  need_info: 403,
  request_denied: 403,
  temporarily_unavailable: 503,
  server_error: 500,
};

/** Where HTTP says it better. */
const ownStatuses: Partial<Record<AuthorityErrorCode, number>> = {
  body_too_large: 413,
  rate_limited: 429,
};

/**
 * An error as the token endpoint says it. `code` is our own, for callers that want to know more than OAuth can say;
 * `reference` is also in the log, because the access-grant libraries hide the rest.
 *
 * @param members added to the body
 */
export function oauthErrorResponse(
  error: AuthorityError,
  reference: string,
  members: object = {},
): Response {
  const oauthCode =
    codes[error.code] ?? (isRefusalRule(error.code) ? 'request_denied' : 'invalid_request');
  const status = ownStatuses[error.code] ?? statuses[oauthCode];
  const body: OAuthError = {
    error: oauthCode,
    error_description: `${error.message} (reference ${reference})`,
    code: error.code,
    reference,
    ...ruleMembers(error.code),
    ...members,
  };
  return jsonResponse(body, {
    status,
    headers: {
      ...rateLimitHeaders(error),
      ...(status === 401 && { 'WWW-Authenticate': 'DPoP, Bearer' }),
      ...(status === 413 && { Connection: 'close' }),
    },
  });
}
