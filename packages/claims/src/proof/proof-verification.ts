import { ClaimsError } from '../errors.ts';

/** One proof that holds. */
export interface HoldingProof {
  readonly verificationMethod: string;
  readonly cryptosuite: string;
  readonly proofPurpose: string;
  /** When the proof says it was made. */
  readonly created?: Date;
}

export interface VerifiedProof extends HoldingProof {
  readonly verified: true;
  /** The N-Quads that were hashed: read facts from these, not from the document. */
  readonly canonical: string;
  /** `urn:sha256:` and the hash of `canonical`: a name for its content that nobody can choose. */
  readonly graph: string;
  /** All proofs that hold, this one among them, when the credential has several. */
  readonly proofs?: readonly HoldingProof[];
}

export type ProofVerification =
  | VerifiedProof
  | {
      readonly verified: false;
      readonly reason:
        | 'not_a_credential'
        | 'unknown_context'
        | 'unknown_key'
        /** By a key we accept, in a suite that cannot be checked here. */
        | 'unsupported_suite'
        | 'invalid_proof';
    };

export type Refusal = Extract<ProofVerification, { verified: false }>;

/** The multibase key of a verification method we accept, else `undefined`; never fetches. */
export type FindPublicKey = (verificationMethod: string) => string | undefined;

export function refuse(reason: Refusal['reason']): Refusal {
  return { verified: false, reason };
}

/** Errors about the document are an answer; any other is a failure of ours, and goes up. */
export function reasonOf(error: unknown, otherwise: Refusal['reason']): Refusal['reason'] {
  if (!(error instanceof ClaimsError)) throw error;
  return error.code === 'unknown_context' ? 'unknown_context' : otherwise;
}
