export {
  beyond,
  type DataNeed,
  dataNeedSchema,
  findSensitivities,
  type Sensitivity,
  type SpecialCategory,
  sensitivitySchema,
  specialCategorySchema,
} from './activities/data-need.ts';
export {
  type Ground,
  groundSchema,
  type ProcessingActivity,
  processingActivitySchema,
} from './activities/processing-activity.ts';
export {
  type Correction,
  type CorrectionState,
  type CorrectionStep,
  type CorrectionStepKind,
  correctionSchema,
  correctionState,
  correctionStateSchema,
  correctionStepKindSchema,
  type Doubt,
  doubtSchema,
  type NewAgencyReport,
  type NewCorrection,
  type NewCorrectionStep,
  newAgencyReportSchema,
  newCorrectionSchema,
  newCorrectionStepSchema,
  stepsAfter,
} from './corrections/correction.ts';
export { checkGround, type GroundFacts } from './decide/check-ground.ts';
export { decide } from './decide/decide.ts';
export type { Decision } from './decide/decision.ts';
export type {
  Ask,
  BreakGlass,
  ConsentGate,
  EarlierDecision,
  ObjectionInContext,
  Question,
} from './decide/question.ts';
export type { FindingWords, Words } from './findings/finding.ts';
export { findings, type Rule } from './findings/findings.ts';
export { type Article6, article6Iri, article6Letters, article6Of } from './law/article-6.ts';
export { type Article9, article9Iri, article9Letters, article9Of } from './law/article-9.ts';
export { knownLaws } from './law/known-laws.ts';
export { type LawReference, lawInWords, lawReferenceSchema } from './law/law-reference.ts';
export {
  createLawRegister,
  type LawRegister,
  type LawSnapshot,
  type LawState,
  lawSnapshotSchema,
} from './law/law-register.ts';
export { isSamePerson, type Official, officialSchema } from './law/official.ts';
export {
  type EmergencyReview,
  emergencyReviewSchema,
  type ReviewState,
  reviewStateAt,
  reviewStateSchema,
} from './lawful-access/emergency-review.ts';
export { type LawfulAccess, lawfulAccessSchema } from './lawful-access/lawful-access.ts';
export {
  type AttachedDocument,
  attachedDocuments,
  compareDocuments,
} from './mandates/attached-documents.ts';
export { checkMandate, type MandateFacts } from './mandates/check-mandate.ts';
export {
  type Mandate,
  type MandateStep,
  mandateSchema,
  mandateStepSchema,
  type NoticePlan,
  noticePlanSchema,
} from './mandates/mandate.ts';
export {
  type MandateState,
  mandateStateAt,
  mandateStates,
  nextSteps,
} from './mandates/mandate-state.ts';
export {
  type MandateStatement,
  mandateDigest,
  mandateStatement,
  signMandate,
} from './mandates/mandate-statement.ts';
export { answerDeadline } from './objections/answer-deadline.ts';
export {
  article18ExceptionSchema,
  type Objection,
  type ObjectionAnswer,
  type ObjectionState,
  objectionAnswerSchema,
  objectionSchema,
  objectionState,
  suspendsAccess,
} from './objections/objection.ts';
export {
  admissionSchema,
  type Competence,
  competenceSchema,
  type Participant,
  type ParticipantState,
  participantSchema,
  participantStateAt,
} from './participants/participant.ts';
export { type Right, type RightInContext, rights } from './rights/right.ts';
export { type RightsContext, rightsFor } from './rights/rights-for.ts';
export {
  type AskedRight,
  askedRightSchema,
  type NewRightsRequest,
  newRightsAnswerSchema,
  newRightsExtensionSchema,
  newRightsRequestSchema,
  type RightsRequest,
  type RightsRequestView,
  rightsRequestSchema,
  rightsRequestViewSchema,
  viewRightsRequest,
} from './rights/rights-request.ts';
export { findGaps, type Gap } from './weighing/find-gaps.ts';
export {
  type Assessment,
  type AssessmentType,
  assessmentSchema,
  type Weighing,
  weighingQuestions,
  weighingSchema,
  weighingSteps,
} from './weighing/weighing.ts';
export {
  type CorrectionFilter,
  type CorrectionView,
  correctionFilterSchema,
  correctionViewSchema,
  type DisputedFact,
  disputedFact,
  disputedFactFilterSchema,
  disputedFactLookupSchema,
  disputedFactSchema,
} from './wire/correction-view.ts';
export {
  type DecisionRecord,
  decisionRecordSchema,
  explanationFilterSchema,
} from './wire/explanations.ts';
export {
  breakGlassSchema,
  type IssuedLawfulAccess,
  issuedLawfulAccessSchema,
  type LawfulAccessCredential,
  type LawfulAccessState,
  type LawfulAccessView,
  lawfulAccessCredentialSchema,
  lawfulAccessFilterSchema,
  lawfulAccessStateSchema,
  lawfulAccessViewSchema,
  type NewEmergencyReview,
  type NewLawfulAccess,
  type NoticeInformation,
  newEmergencyReviewSchema,
  newLawfulAccessSchema,
  noticeInformationSchema,
} from './wire/lawful-access-view.ts';
export {
  type MandateView,
  mandateFilterSchema,
  mandateListSchema,
  mandateViewSchema,
  type NewMandate,
  type NewMandateStep,
  newMandateSchema,
  newMandateStepSchema,
} from './wire/mandate-view.ts';
export { type Notice, type NoticeKind, noticeKindSchema, noticeSchema } from './wire/notice.ts';
export {
  type NewObjection,
  newArticle18ExceptionSchema,
  newObjectionAnswerSchema,
  newObjectionExtensionSchema,
  newObjectionSchema,
  type ObjectionView,
  objectionViewSchema,
} from './wire/objection-view.ts';
export {
  activityFilterSchema,
  activityListSchema,
  type NewAdmission,
  type NewParticipant,
  newAdmissionSchema,
  newParticipantSchema,
  participantListSchema,
} from './wire/register.ts';
export { encodeStatement, type StatementKey, signStatement } from './wire/sign-statement.ts';
export { explainedSchema, ruleSchema, wordsSchema } from './wire/words.ts';
