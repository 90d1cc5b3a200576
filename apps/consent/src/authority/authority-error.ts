import type { ProblemDetails } from '@grondslag/protocol';

/** `unreachable`: no answer. `refused`: a problem was answered. `unexpected_answer`: an answer of another shape. */
export type AuthorityErrorCode = 'unreachable' | 'refused' | 'unexpected_answer';

/** What went wrong between the app and the authority. */
export class AuthorityError extends Error {
  override readonly name = 'AuthorityError';
  readonly code: AuthorityErrorCode;
  /** HTTP status; absent when there was no answer. */
  readonly status: number | undefined;
  /** The authority's own words (RFC 9457), when it gave them. */
  readonly problem: ProblemDetails | undefined;

  constructor(
    code: AuthorityErrorCode,
    message: string,
    options: ErrorOptions & { readonly status?: number; readonly problem?: ProblemDetails } = {},
  ) {
    super(message, options);
    this.code = code;
    this.status = options.status;
    this.problem = options.problem;
  }
}
