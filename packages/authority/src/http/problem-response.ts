import { findings } from '@grondslag/legal-basis';
import type { ProblemDetails } from '@grondslag/protocol';
import { AuthorityError, type AuthorityErrorCode } from '../errors.ts';
import { problemTypes, problemTypeUrl } from '../problems/problem-types.ts';
import { isRefusalRule } from '../problems/rule-problems.ts';
import { isConnectionError } from '../storage/is-connection-error.ts';
import { chooseLanguage } from './choose-language.ts';
import { jsonResponse } from './json-response.ts';
import { describeError, type Log } from './log.ts';

/** The HTTP status an error has at the endpoints with problem details. */
export function statusOf(code: AuthorityErrorCode): number {
  return problemTypes[code].status;
}

/** Any error as one of this package: what we did not foresee becomes `internal_error` and is logged. */
export function toAuthorityError(
  error: unknown,
  log: Log,
  reference: string = crypto.randomUUID(),
): AuthorityError {
  if (isConnectionError(error)) {
    const code = 'database_unreachable';
    log({ level: 'warn', event: 'peer_failure', reference, code, ...describeError(error) });
    return new AuthorityError(
      code,
      'The database did not answer. If this was a change, look whether it was made before you send it again, or send it with the same Idempotency-Key.',
      { cause: error },
    );
  }
  if (!(error instanceof AuthorityError)) {
    log({ level: 'error', event: 'failure', reference, ...describeError(error) });
    return new AuthorityError(
      'internal_error',
      `Something failed here; nothing was changed. Reference: ${reference}`,
      { cause: error },
    );
  }
  if (statusOf(error.code) > 500) {
    const { code } = error;
    log({ level: 'warn', event: 'peer_failure', reference, code, ...describeError(error) });
  }
  return error;
}

/** How a problem is told. */
export interface ProblemAudience {
  /** Of this authority, for the `type`. */
  readonly baseUrl: string;
  /** As the caller sent it; absent is English. */
  readonly acceptLanguage?: string | undefined;
  /** As in `X-Request-Id` and the log. */
  readonly requestId: string;
}

/** An error as problem details (RFC 9457 §3). */
export function problemResponse(
  error: AuthorityError,
  { baseUrl, acceptLanguage, requestId }: ProblemAudience,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { status, title } = problemTypes[error.code];
  const language = chooseLanguage(acceptLanguage);
  const problem: ProblemDetails = {
    type: problemTypeUrl(baseUrl, error.code),
    title: title[language],
    status,
    detail: error.message,
    instance: `urn:uuid:${requestId}`,
    code: error.code,
    ...ruleMembers(error.code),
  };
  return jsonResponse(problem, {
    status,
    // Exactly this: the libraries do not see the details when a charset follows.
    contentType: 'application/problem+json',
    headers: {
      'Content-Language': language,
      Vary: 'Accept-Language',
      ...(status === 401 && { 'WWW-Authenticate': 'DPoP, Bearer' }),
      // The rest of the body is still coming: nobody should send a next request behind it.
      ...(status === 413 && { Connection: 'close' }),
      ...(status === 503 && { 'Retry-After': '5' }),
      ...headers,
    },
  });
}

/** Of a rule: its article and words in both languages, as extension members (RFC 9457 §3.2). */
export function ruleMembers(code: AuthorityErrorCode): object {
  if (!isRefusalRule(code)) return {};
  const { article, why, advice } = findings[code];
  return { article, why, advice };
}
