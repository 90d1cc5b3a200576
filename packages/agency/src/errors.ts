/**
 * Stable codes of {@link AgencyError}:
 *
 * - `address_not_allowed`: an address outside the closed lists of vault servers and the authority
 * - `peer_unreachable`: no answer in time, or a failure (5xx) at the other side; trying later may help
 * - `answer_too_large`, `invalid_response`: the other side answered something we do not accept
 * - `login_refused`: the identity provider or the authority does not accept this agency's credentials
 * - `request_refused`: the authority did not issue the access request
 * - `credential_not_found`: no such request, grant or lawful access, or not of this agency
 * - `grant_without_request`: the grant answers no request that this agency made with this kit
 * - `grant_refused`: the authority gave no token for the grant ({@link GrantRefusedError})
 * - `register_refused`: the authority did not take what was sent about an activity, a mandate or an objection
 * - `kind_not_asked`: the access was not asked for facts of this kind, so nothing was read
 * - `query_refused`: the SPARQL query is wrong or of a kind that is not answered; nothing was read
 * - `query_failed`: the query engine failed; the query may be right
 * - `webhook_refused`: a webhook that the authority did not sign, or long ago; nothing of it was used
 * - `log_unavailable`: the processing record could not be written, so no data was handed over
 */
export type AgencyErrorCode =
  | 'address_not_allowed'
  | 'peer_unreachable'
  | 'answer_too_large'
  | 'invalid_response'
  | 'login_refused'
  | 'request_refused'
  | 'credential_not_found'
  | 'grant_without_request'
  | 'grant_refused'
  | 'register_refused'
  | 'kind_not_asked'
  | 'query_refused'
  | 'query_failed'
  | 'webhook_refused'
  | 'log_unavailable';

/** Base of every error this package throws. `code` is stable; the message is for people and names no citizen. */
export class AgencyError extends Error {
  override readonly name: string = 'AgencyError';
  readonly code: AgencyErrorCode;

  constructor(code: AgencyErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Why there is no access (any more). Of a grant `withdrawn`, and `ended` when this agency gave it up; of both `expired` and
 * `refused`; of lawful access
 *
 * - `waiting`: the citizen was told, and the days they have to respond are not over
 * - `objected`: the citizen objected, and that is not answered yet (Article 18(1)(d) GDPR)
 * - `suspended`: it stands still for another reason
 * - `ended`: the objection was upheld, or what it rested on is over
 */
export type NoAccessReason =
  | 'withdrawn'
  | 'expired'
  | 'refused'
  | 'waiting'
  | 'objected'
  | 'suspended'
  | 'ended';

/** The authority gave no token for a grant; `readClaims` turns this into `{ status: 'no-access' }`. */
export class GrantRefusedError extends AgencyError {
  override readonly name = 'GrantRefusedError';
  readonly reason: NoAccessReason;
  readonly detail: string;

  constructor(reason: NoAccessReason, detail: string) {
    super('grant_refused', `The authority gave no token for the grant (${reason}): ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}
