/** Stable codes of every error this package throws. */
export type ClaimsErrorCode =
  | 'undefined_term'
  | 'unknown_context'
  | 'invalid_context'
  | 'invalid_document'
  | 'invalid_key'
  | 'not_installed'
  | 'invalid_pointer'
  | 'invalid_proof_value'
  | 'invalid_status_list'
  | 'invalid_trust_list'
  | 'old_trust_list'
  | 'trust_list_unavailable'
  | 'verification_failed'
  | 'query_syntax'
  | 'query_form_refused'
  | 'service_refused'
  | 'query_timeout'
  | 'query_failed'
  | 'answer_too_large';

/** Base of every error this package throws. `code` is stable; the message is for people. */
export class ClaimsError extends Error {
  override readonly name: string = 'ClaimsError';
  readonly code: ClaimsErrorCode;

  constructor(code: ClaimsErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
