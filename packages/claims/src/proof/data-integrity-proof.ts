/** More proofs than this are not looked at: a set is a handful of signatories, and each costs a signature. */
export const MAX_PROOFS = 16;

/**
 * The proof that an issuer adds.
 *
 * @see {@link https://www.w3.org/TR/vc-data-integrity/#dataintegrityproof | Data Integrity, 3.1}
 */
export interface DataIntegrityProof<Cryptosuite extends string = 'eddsa-rdfc-2022'> {
  readonly type: 'DataIntegrityProof';
  readonly id?: string;
  readonly cryptosuite: Cryptosuite;
  /** Not in `bbs-2023`: it would help to recognise the holder. */
  readonly created?: string;
  readonly proofPurpose: 'assertionMethod';
  readonly verificationMethod: string;
  readonly previousProof?: string | string[];
  readonly proofValue: string;
}
