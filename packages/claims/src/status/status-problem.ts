/**
 * Why a status could not be told, as the standard names it.
 *
 * @see {@link https://www.w3.org/TR/vc-bitstring-status-list/#processing-errors | Bitstring Status List, 3.5}
 */
export type StatusProblem =
  | 'STATUS_RETRIEVAL_ERROR'
  | 'STATUS_VERIFICATION_ERROR'
  | 'STATUS_LIST_LENGTH_ERROR'
  | 'RANGE_ERROR'
  | 'MALFORMED_VALUE_ERROR';

/** A status list that cannot be used; the caller fails closed. */
export class StatusListError extends Error {
  override readonly name = 'StatusListError';
  readonly problem: StatusProblem;

  constructor(problem: StatusProblem, message: string, options?: ErrorOptions) {
    super(`status list: ${message}`, options);
    this.problem = problem;
  }
}
