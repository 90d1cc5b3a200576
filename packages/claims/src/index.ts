export {
  type ClaimVerifier,
  type ClaimVerifierOptions,
  createClaimVerifier,
  MAX_CREDENTIAL_BYTES,
} from './claim/create-claim-verifier.ts';
export type { Fact } from './claim/fact.ts';
export { type NarrowedClaim, narrowClaim, type PartOfFact } from './claim/narrow-claim.ts';
export type {
  ClaimVerification,
  LeftOut,
  LeftOutReason,
  VerifiedClaim,
} from './claim/verified-claim.ts';
export { ClaimsError, type ClaimsErrorCode } from './errors.ts';
export {
  type FetchAndVerifyOptions,
  fetchAndVerify,
  type ReadFacts,
} from './fetch/fetch-and-verify.ts';
export { canonicalize } from './proof/canonicalize.ts';
export type { DataIntegrityProof } from './proof/data-integrity-proof.ts';
export { decodePublicKey } from './proof/multikey.ts';
export type { ProofVerification } from './proof/proof-verification.ts';
export { type SignedWithHash, signCredential, signWithHash } from './proof/sign-credential.ts';
export {
  type AnyJwk,
  type Ed25519PrivateJwk,
  generateSigningKey,
  importSigningKey,
  type PlatformKey,
  type SigningKey,
} from './proof/signing-key.ts';
export { verifyProof } from './proof/verify-proof.ts';
export { verifySignedHash } from './proof/verify-signed-hash.ts';
export { loadStatusList, type StatusList } from './status/load-status-list.ts';
export {
  decodeStatusBits,
  encodeStatusBits,
  MIN_STATUS_LIST_BITS,
  readStatusBit,
  type StatusListFormat,
  setStatusBit,
} from './status/status-bits.ts';
