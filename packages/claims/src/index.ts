export type { CitizenSubjects, LinkedSubject } from './claim/citizen-subjects.ts';
export {
  type ClaimVerifier,
  type ClaimVerifierOptions,
  createClaimVerifier,
  MAX_CREDENTIAL_BYTES,
  type MaxAgeDays,
} from './claim/create-claim-verifier.ts';
export type { Fact } from './claim/fact.ts';
export { type NarrowedClaim, narrowClaim, type PartOfFact } from './claim/narrow-claim.ts';
export {
  type LeftOutReason,
  type PolicyArticle,
  policyArticles,
  type ReasonWords,
  reasons,
} from './claim/reasons.ts';
export type { ClaimVerification, LeftOut, VerifiedClaim } from './claim/verified-claim.ts';
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
export type { StatusMessage } from './status/check-status.ts';
export { loadStatusList, type StatusList } from './status/load-status-list.ts';
export {
  decodeStatusBits,
  encodeStatusBits,
  MIN_STATUS_LIST_BITS,
  readStatusBit,
  type StatusListFormat,
  setStatusBit,
} from './status/status-bits.ts';
export type { StatusProblem } from './status/status-problem.ts';
export type { ClaimSource } from './trust/find-trusted.ts';
export {
  loadTrustList,
  type TrustListOptions,
  type TrustListSource,
  type TrustListStore,
} from './trust/load-trust-list.ts';
export { readTrustList, type SignedTrustList } from './trust/read-trust-list.ts';
export { signTrustList } from './trust/sign-trust-list.ts';
export {
  type TrustedIssuer,
  type TrustList,
  type TrustListDocument,
  trustListOf,
  trustListSchema,
} from './trust/trust-list.ts';
