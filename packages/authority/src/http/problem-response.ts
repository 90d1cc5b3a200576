import type { ProblemDetails } from '@grondslag/protocol';
import { AuthorityError, type AuthorityErrorCode } from '../errors.ts';
import { jsonResponse } from './json-response.ts';
import { describeError, type Log } from './log.ts';

const PROBLEM_TYPES = 'https://w3id.org/grondslag/problems#';

/** HTTP status of each code; one that is not here is the caller's mistake, 400. */
const statuses: Partial<Record<AuthorityErrorCode, number>> = {
  token_missing: 401,
  token_invalid: 401,
  issuer_not_trusted: 401,
  webid_not_allowed: 401,
  report_refused: 401,
  status_question_refused: 401,
  subject_not_caller: 403,
  not_controller: 403,
  not_participant: 403,
  not_subject: 403,
  request_not_addressed_to_caller: 403,
  recipient_not_requestor: 403,
  mode_not_requested: 403,
  resource_not_requested: 403,
  inheritance_not_requested: 403,
  purpose_not_requested: 403,
  expiry_later_than_requested: 403,
  not_found: 404,
  method_not_allowed: 405,
  credential_not_found: 404,
  status_list_not_found: 404,
  request_unknown: 409,
  request_canceled: 409,
  request_expired: 409,
  already_decided: 409,
  body_too_large: 413,
  internal_error: 500,
  vault_answer_invalid: 502,
  vault_unreachable: 503,
  identity_unreachable: 503,
};

/** The HTTP status an error has at the endpoints with problem details. */
export function statusOf(code: AuthorityErrorCode): number {
  return statuses[code] ?? 400;
}

/** Any error as one of this package: what we did not foresee becomes `internal_error` and is logged. */
export function toAuthorityError(error: unknown, log: Log): AuthorityError {
  if (!(error instanceof AuthorityError)) {
    const reference = crypto.randomUUID();
    log({ level: 'error', event: 'failure', reference, ...describeError(error) });
    return new AuthorityError(
      'internal_error',
      `Something failed here; nothing was changed. Reference: ${reference}`,
      { cause: error },
    );
  }
  if (statusOf(error.code) > 500) {
    log({ level: 'warn', event: 'peer_failure', code: error.code, ...describeError(error) });
  }
  return error;
}

/** An error as problem details (RFC 9457 §3). */
export function problemResponse(
  error: AuthorityError,
  { allow }: { readonly allow?: readonly string[] } = {},
): Response {
  const status = statusOf(error.code);
  const problem: ProblemDetails = {
    type: PROBLEM_TYPES + error.code,
    title: error.code.replaceAll('_', ' '),
    status,
    detail: error.message,
    code: error.code,
  };
  return jsonResponse(problem, {
    status,
    // Exactly this: the libraries do not see the details when a charset follows.
    contentType: 'application/problem+json',
    headers: {
      ...(allow && { Allow: allow.join(', ') }),
      ...(status === 401 && { 'WWW-Authenticate': 'DPoP, Bearer' }),
      // The rest of the body is still coming: nobody should send a next request behind it.
      ...(status === 413 && { Connection: 'close' }),
      ...(status === 503 && { 'Retry-After': '5' }),
    },
  });
}
