import { ClaimsError } from '../errors.ts';

export type QueryRefusal =
  | 'query_syntax'
  | 'query_form_refused'
  | 'service_refused'
  | 'query_timeout'
  | 'answer_too_large';

/** The query itself is the trouble: another query may well be answered. */
export class QueryRefusedError extends ClaimsError {
  override readonly name = 'QueryRefusedError';
  declare readonly code: QueryRefusal;

  constructor(code: QueryRefusal, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}
