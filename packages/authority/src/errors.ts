import type { RefusalRule } from './problems/rule-problems.ts';

/** Stable codes of everything this package refuses or fails at; `http/` says which HTTP answer each becomes. */
export type AuthorityErrorCode =
  // who is calling
  | 'token_missing'
  | 'token_invalid'
  | 'issuer_not_trusted'
  | 'webid_not_allowed'
  | 'identity_unreachable'
  | 'url_not_allowed'
  | 'rate_limited'
  // what was sent
  | 'not_found'
  | 'method_not_allowed'
  | 'body_too_large'
  | 'invalid_json'
  | 'invalid_body'
  | 'invalid_query'
  | 'idempotency_key_invalid'
  | 'idempotency_key_in_use'
  | 'idempotency_key_reused'
  // issuing
  | 'unknown_context'
  | 'unknown_term'
  | 'reserved_field'
  | 'invalid_credential'
  | 'invalid_resource'
  | 'resource_outside_vaults'
  | 'resources_on_several_vaults'
  | 'expiry_in_past'
  | 'expiry_too_far'
  | 'expiry_before_issuance'
  | 'issuance_in_future'
  | 'issuance_too_old'
  | 'issuance_before_request'
  | 'subject_not_caller'
  | 'not_controller'
  | 'resource_not_of_citizen'
  | 'vault_unreachable'
  | 'vault_answer_invalid'
  // deciding on a request
  | 'request_unknown'
  | 'request_not_addressed_to_caller'
  | 'recipient_not_requestor'
  | 'request_canceled'
  | 'request_expired'
  | 'already_decided'
  | 'mode_not_requested'
  | 'resource_not_requested'
  | 'inheritance_not_requested'
  | 'purpose_not_requested'
  | 'expiry_later_than_requested'
  // credentials and their status
  | 'credential_not_found'
  | 'not_participant'
  | 'not_subject'
  | 'not_suspendable'
  | 'already_revoked'
  | 'status_list_not_found'
  // letters and counters
  | 'letter_not_possible'
  | 'letter_code_mistyped'
  | 'letter_unknown'
  | 'letter_expired'
  | 'letter_locked'
  | 'too_many_codes'
  | 'not_clerk'
  | 'desk_unknown'
  | 'desk_of_asking_agency'
  | 'answer_of_other_request'
  | 'nothing_to_withdraw'
  // exchanging a ticket
  | 'grant_type_unsupported'
  | 'claim_format_unsupported'
  | 'ticket_missing'
  | 'ticket_invalid'
  | 'ticket_expired'
  | 'ticket_used'
  | 'claim_missing'
  | 'claim_unreadable'
  | 'grant_not_verified'
  | 'grant_unknown'
  | 'not_a_grant'
  | 'not_recipient'
  | 'grant_revoked'
  | 'grant_suspended'
  | 'grant_expired'
  | 'grant_not_yet_valid'
  | 'resource_not_granted'
  | 'vault_gives_whole_facts'
  // log
  | 'report_refused'
  // status feed
  | 'status_question_refused'
  // events
  | 'too_many_streams'
  | 'webhook_not_found'
  | 'too_many_webhooks'
  // helpers and representatives
  | 'not_for_helpers'
  | 'not_helper'
  | 'helper_may_only_see'
  | 'outside_help'
  | 'helper_not_found'
  | 'helper_of_citizen'
  | 'helper_not_to_confirm'
  | 'helper_is_citizen'
  | 'too_many_helpers'
  | 'invitation_not_found'
  | 'representative_by_law'
  // running
  | 'config_invalid'
  | 'port_taken'
  | 'database_in_use'
  | 'database_not_durable'
  | 'database_unreachable'
  | 'key_sealed'
  | 'key_rotated'
  | 'database_not_empty'
  | 'backup_invalid'
  | 'database_changed'
  | 'database_of_other_authority'
  | 'internal_error'
  // legal bases other than consent: a rule that decided, or what goes before the rules
  | RefusalRule
  | 'not_operator'
  | 'explicit_consent_missing'
  | 'participant_not_found'
  | 'activity_of_another'
  | 'version_conflict'
  | 'mandate_not_found'
  | 'step_not_possible'
  | 'step_of_another'
  | 'signature_missing'
  | 'signature_invalid'
  | 'no_vault'
  | 'lawful_access_not_found'
  | 'access_ended'
  | 'access_suspended'
  | 'access_expired'
  | 'access_not_yet_valid'
  | 'not_reviewer'
  | 'no_emergency'
  | 'reviewer_opened_it'
  | 'reviewed_before'
  | 'no_right_to_object'
  | 'objection_not_found'
  | 'objection_of_citizen'
  | 'objection_pending'
  | 'objection_answered'
  | 'extension_too_late';

/**
 * Base of every error this package throws. `code` is stable; the message is for the one who called and holds
 * no WebID, no resource and no credential of anyone.
 */
export class AuthorityError extends Error {
  override readonly name: string = 'AuthorityError';
  readonly code: AuthorityErrorCode;

  constructor(code: AuthorityErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
