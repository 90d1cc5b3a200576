import type { ClaimType, SourceParticipant } from '@grondslag/protocol';
import type { Fact } from './fact.ts';

/** A fact of which everything has been checked: proof, source, kind, subject, dates and status. */
export interface VerifiedClaim {
  /** Where it was read. */
  readonly resource: string;
  /** `urn:sha256:` and the hash of `canonical`. */
  readonly graph: string;
  /** The N-Quads under the signature. */
  readonly canonical: string;
  /** `id` of the credential: what its source calls it. */
  readonly credential: string;
  readonly claimType: ClaimType;
  readonly source: SourceParticipant;
  readonly fact: Fact;
  readonly validFrom: Date;
  readonly validUntil?: Date;
  /** When the status list that was looked in had been fetched. */
  readonly statusCheckedAt: Date;
}

/**
 * Why something is not among the verified claims.
 *
 * - `not_found`: there is nothing at this address
 * - `not_readable`: the vault did not give it
 * - `too_large`: beyond `MAX_CREDENTIAL_BYTES`
 * - `not_json`, `not_a_credential`, `unknown_context`: not in a form that can be checked
 * - `invalid_proof`: changed after it was signed, or not signed by who it says
 * - `unknown_issuer`, `issuer_not_trusted_for_claim`: from somebody who is not believed, or not about this
 * - `unknown_claim`: not one of the kinds of claim, or not as that kind should be
 * - `wrong_subject`: about somebody else
 * - `not_yet_valid`, `expired`, `revoked`: no longer, or not yet, what the source states
 * - `status_unknown`: nobody can say whether it was revoked, so it is not used
 */
export type LeftOutReason =
  | 'not_found'
  | 'not_readable'
  | 'too_large'
  | 'not_json'
  | 'not_a_credential'
  | 'unknown_context'
  | 'invalid_proof'
  | 'unknown_issuer'
  | 'issuer_not_trusted_for_claim'
  | 'unknown_claim'
  | 'wrong_subject'
  | 'not_yet_valid'
  | 'expired'
  | 'revoked'
  | 'status_unknown';

/** Something that was read, or should have been, and is not used. */
export interface LeftOut {
  readonly resource: string;
  readonly reason: LeftOutReason;
  /** For developers; no personal data. */
  readonly detail?: string;
  /** The source, once the proof held. */
  readonly source?: SourceParticipant;
  /** What it said, once the proof held and it is about the citizen: to show to the citizen, not to use. */
  readonly fact?: Fact;
}

export type ClaimVerification =
  | { readonly verified: true; readonly claim: VerifiedClaim }
  | { readonly verified: false; readonly leftOut: LeftOut };
