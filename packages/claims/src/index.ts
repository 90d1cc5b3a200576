export { canonicalize } from './canonicalize/canonicalize.ts';
export type { AddedContext, Contexts } from './canonicalize/contexts.ts';
export { createContexts } from './canonicalize/create-contexts.ts';
export type { CitizenSubjects, LinkedSubject } from './claim/citizen-subjects.ts';
export { type ClaimKind, type ClaimKinds, claimKindsOf } from './claim/claim-kinds.ts';
export {
  type ClaimVerifier,
  type ClaimVerifierOptions,
  createClaimVerifier,
  createPartVerifier,
  type LinkVerification,
  MAX_CREDENTIAL_BYTES,
  type MaxAgeDays,
} from './claim/create-claim-verifier.ts';
export {
  type CredentialDescription,
  describeCredential,
  type SaidOfSubject,
} from './claim/describe-credential.ts';
export {
  claimShapes,
  type Fact,
  type KnownFact,
  type OtherFact,
  type PartOfFact,
} from './claim/fact.ts';
export { narrowClaim } from './claim/narrow-claim.ts';
export {
  type LeftOutReason,
  type PolicyArticle,
  policyArticles,
  type ReasonWords,
  reasons,
} from './claim/reasons.ts';
export { ALSO_KNOWN_AS, type SubjectLink } from './claim/subject-link.ts';
export type {
  ClaimVerification,
  LeftOut,
  NarrowedClaim,
  VerifiedClaim,
} from './claim/verified-claim.ts';
export { ClaimsError, type ClaimsErrorCode } from './errors.ts';
export {
  type FetchAndVerifyOptions,
  fetchAndVerify,
  type ReadFacts,
} from './fetch/fetch-and-verify.ts';
export { readStored, type StoredCredential } from './forms/read-stored.ts';
export { type CanonicalCredential, verifyCanonical } from './forms/verify-canonical.ts';
export {
  type StoredForm,
  storedFormOf,
  type VerifyStoredOptions,
  verifyStored,
} from './forms/verify-stored.ts';
export type { IssueSuite } from './issue/create-proof.ts';
export { deriveCredential } from './issue/derive-credential.ts';
export {
  type AddProofOptions,
  addProof,
  type IssueOptions,
  issueCredential,
} from './issue/issue-credential.ts';
export { issueStatusList, type StatusListContent } from './issue/issue-status-list.ts';
export type { Issued } from './issue/issued-document.ts';
export type { StatusPlace } from './issue/status-entry.ts';
export { createKeyResolver, type KeyResolverOptions } from './issuers/create-key-resolver.ts';
export { type FoundKeys, findKeys } from './issuers/find-keys.ts';
export type {
  KeyPurpose,
  KeyRefusal,
  KeyResolution,
  KeyResolver,
  ResolvedKey,
} from './issuers/key-resolution.ts';
export type { PresentationKeys } from './presentation/presentation-keys.ts';
export {
  type SignPresentationOptions,
  signPresentation,
} from './presentation/sign-presentation.ts';
export {
  type PresentationRefusal,
  type PresentationVerification,
  type VerifyPresentationOptions,
  verifyPresentation,
} from './presentation/verify-presentation.ts';
export type { DataIntegrityProof } from './proof/data-integrity-proof.ts';
export {
  type DecodedKey,
  decodeMultikey,
  decodePublicKey,
  type KeyKind,
} from './proof/multikey.ts';
export { createSodiumCrypto, type PlatformCrypto, type Sodium } from './proof/platform-crypto.ts';
export type {
  FindPublicKey,
  HoldingProof,
  ProofVerification,
  VerifiedProof,
} from './proof/proof-verification.ts';
export { type SignedWithHash, signCredential, signWithHash } from './proof/sign-credential.ts';
export {
  type AnyJwk,
  type EcPrivateJwk,
  type Ed25519PrivateJwk,
  generateEcdsaSigningKey,
  generateSigningKey,
  importSigningKey,
  type PlatformKey,
  type SigningKey,
} from './proof/signing-key.ts';
export { type VerifyProofOptions, verifyProof } from './proof/verify-proof.ts';
export { verifySignedHash } from './proof/verify-signed-hash.ts';
export { type CompiledShape, compileShapes, type Violation } from './shape/compile-shapes.ts';
export { readShapes } from './shape/read-shapes.ts';
export type { ShapePlan, ShapePlans } from './shape/shape-plan.ts';
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
export type { SignedTexts, Suite } from './suites/suite.ts';
export type { ClaimSource } from './trust/find-trusted.ts';
export {
  loadTrustList,
  type TrustListOptions,
  type TrustListSource,
  type TrustListStore,
} from './trust/load-trust-list.ts';
export { parseTrust } from './trust/parse-trust.ts';
export { readTrustList, type SignedTrustList } from './trust/read-trust-list.ts';
export { signTrustList } from './trust/sign-trust-list.ts';
export {
  type TrustedIssuer,
  type TrustList,
  type TrustListDocument,
  trustListOf,
} from './trust/trust-list.ts';
export {
  deriveView,
  type FieldLimits,
  MAX_FACT_BYTES,
  type View,
  type ViewRefusal,
} from './view/derive-view.ts';
