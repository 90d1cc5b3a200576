// biome-ignore-all assist/source/organizeImports: grouped by role

// The agency and its five verbs
export { type Agency, type AgencyVerbs, createAgency } from './create-agency.ts';
export type { AgencyOptions, PinnedTrustList } from './agency-options.ts';
export type { Wait } from './retries/wait.ts';
export { trustListAddress } from './trust-list-address.ts';
export { readContextsFile } from '@grondslag/claims/contexts-file';
export { keepTrustList } from './trust-list-file.ts';
export type { AskedNeed, Question } from './request-access.ts';
export type { WaitOptions } from './wait-for-decision.ts';
export type { ReadOptions } from './read-claims.ts';
export type { ManyOptions, ManyOutcome, ReadManyOptions } from './many/read-many.ts';
export type { FailedRead, ManyRead } from './many/read-patiently.ts';
export {
  type Checkpoint,
  type CheckpointedOutput,
  type CheckpointFile,
  type CheckpointOptions,
  type CheckpointQuestion,
  openCheckpoint,
} from './many/checkpoint.ts';
export type { EventsOptions } from './events/follow-events.ts';
export type { ReadContext } from './read-verified.ts';

// Kinds of fact, typed by their shapes
export {
  Diploma,
  Employment,
  Household,
  Income,
  Residence,
} from './kinds/kit-kinds.ts';
export { factsOf } from './kinds/facts-of.ts';
export type { Day, Decimal } from './kinds/field-readers.ts';
export { type AnyKind, type Kind, onlyFields } from './kinds/kind.ts';
export type { IncompleteFact, Provenance, TypedFact, TypedFacts } from './kinds/typed-fact.ts';

// What came of it
export type { DecisionOutcome, FactsOutcome, ReadOutcome, RequestOutcome } from './outcomes.ts';
export type { EndedAccess } from './end-access.ts';
export { type ErasureRecord, eraseFiles } from './erase-files.ts';
export type { EndPurposesOptions, PurposeOutcome } from './purposes/end-purposes.ts';
export {
  type ErasedFile,
  type KeptPurpose,
  openPurposeBook,
  type PurposeBook,
} from './purposes/purpose-book.ts';
export type { NoVaultReason } from './find-vault.ts';
export type { EmergencyReviewInput } from './legal-basis/emergencies.ts';
export {
  AgencyError,
  type AgencyErrorCode,
  GrantRefusedError,
  type NoAccessReason,
} from './errors.ts';

// Other legal bases than consent
export { digestDocuments } from './legal-basis/digest-documents.ts';
export type { LegalBasisVerbs } from './legal-basis/legal-basis-verbs.ts';
export type {
  ActivityOutcome,
  MandateDecision,
  MandateOutcome,
  MandateStepInput,
} from './legal-basis/mandates.ts';
export type {
  Article18ExceptionInput,
  ObjectionAnswerInput,
  ObjectionExtensionInput,
} from './legal-basis/objections.ts';
export type { Refused } from './legal-basis/refused.ts';
export type { LawfulAccessOutcome, LawfulQuestion } from './legal-basis/request-lawful-access.ts';
export type { CorrectionVerbs } from './corrections/correction-verbs.ts';
export type {
  CorrectionAnswerInput,
  DoubtedFact,
  ReportedFact,
} from './corrections/corrections.ts';
export type { RightsAnswerInput, RightsExtensionInput } from './legal-basis/rights-requests.ts';

// Who misses out: looked for under a mandate, with a dry run first
export { type ApproachLetterOptions, approachLetter } from './approach/approach-letter.ts';
export {
  type ApproachQuestion,
  approachQuestionSchema,
  type BothLanguages,
} from './approach/approach-question.ts';
export type { ApproachFound, ApproachOptions } from './approach/find-to-approach.ts';
export type { ApproachOutcome, DecidingClaim, ToApproach } from './approach/judge-read.ts';
export type { ApproachPlan, ApproachPlanOutcome, NotAllowed } from './approach/plan-approach.ts';

// The register of the authority
export type { RegisterVerbs } from './register/register-verbs.ts';

// Letters, for who does not use the screen
export { type LetterOptions, letterPage } from './letters/letter-page.ts';
export type { LetterLanguage } from './letters/letter-words.ts';

// Events that the authority sends
export type { WebhookVerbs } from './webhooks/webhook-verbs.ts';
export type { CreatedWebhook } from './webhooks/webhooks.ts';
export {
  type VerifyWebhookOptions,
  verifyWebhook,
  type WebhookMessage,
} from './webhooks/verify-webhook.ts';
export {
  createWebhookReceiver,
  type WebhookReceiver,
  type WebhookReceiverOptions,
} from './webhooks/webhook-receiver.ts';

// The processing log
export {
  type ProcessingRecord,
  processingRecordSchema,
  type RecordProcessing,
} from './record-processing.ts';
export {
  appendProcessingRecords,
  type ProcessingLog,
  readProcessingLog,
} from './processing-log-file.ts';

// Words of other packages that appear in the above, so that an agency needs only this one
export {
  type Contexts,
  canonicalize,
  type Fact,
  generateSigningKey,
  importSigningKey,
  type LeftOut,
  type LeftOutReason,
  type NarrowedClaim,
  reasons,
  type SigningKey,
  type VerifiedClaim,
} from '@grondslag/claims';
export type { Answer, Term } from '@grondslag/claims/query';
export {
  type AccessGrant,
  type AccessRequest,
  type ClaimType,
  type ConsentGate,
  claimTypes,
  consentGateSchema,
  explanationFromFields,
  type LocalText,
  localTextSchema,
  type Need,
  type OtherRoute,
  otherRouteSchema,
  type SourceParticipant,
} from '@grondslag/protocol';
export type { CloudEvent, EventType, NewWebhook, WebhookView } from '@grondslag/protocol/v1';
export type { Letter } from '@grondslag/protocol/counter';
export { asJsonLd, g } from '@grondslag/vocab';
