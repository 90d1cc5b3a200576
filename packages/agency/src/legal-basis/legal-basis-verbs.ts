import type {
  LawfulAccessView,
  MandateView,
  NewMandate,
  ObjectionView,
  ProcessingActivity,
  ReviewState,
  RightsRequestView,
} from '@grondslag/legal-basis';
import type { Fetch } from '../bounded-fetch.ts';
import type { AuthorityConnection } from '../connect-authority.ts';
import { type EmergencyReviewInput, listEmergencies, reviewEmergency } from './emergencies.ts';
import {
  type ActivityOutcome,
  decideMandate,
  draftMandate,
  findMandate,
  listMandates,
  type MandateDecision,
  type MandateOutcome,
  type MandateStepInput,
  registerActivity,
  takeStep,
} from './mandates.ts';
import {
  type Article18ExceptionInput,
  answerObjection,
  extendObjection,
  listObjections,
  type ObjectionAnswerInput,
  type ObjectionExtensionInput,
  recordException,
} from './objections.ts';
import {
  type LawfulAccessOutcome,
  type LawfulQuestion,
  requestLawfulAccess,
} from './request-lawful-access.ts';

import {
  answerRightsRequest,
  extendRightsRequest,
  listRightsRequests,
  type RightsAnswerInput,
  type RightsExtensionInput,
} from './rights-requests.ts';

/**
 * What an agency does on another legal basis than consent. A rule in the way is an outcome, `refused`, with the rule,
 * its article, why, and what to do; failures are an `AgencyError`.
 */
export interface LegalBasisVerbs {
  /** Puts a processing activity, or its next version, in the register (Article 30 GDPR). */
  registerActivity(activity: ProcessingActivity): Promise<ActivityOutcome>;
  /** Sends a mandate with its weighing; with `id` and `version`, a new version. The outcome says what is missing. */
  draftMandate(draft: NewMandate): Promise<MandateOutcome>;
  findMandate(id: string): Promise<MandateView>;
  /** The mandates of this agency, drafts too: of each the newest version. */
  listMandates(): Promise<readonly MandateView[]>;
  /**
   * Signs the mandate as it is on record, as the named official, and has the decision put on record. With `documents`,
   * only when each attached document is still what was weighed.
   *
   * @throws {TypeError} when one of them is not there
   */
  decideMandate(decision: MandateDecision): Promise<MandateOutcome>;
  publishMandate(step: MandateStepInput): Promise<MandateOutcome>;
  /** Ends a mandate, and all access under it. */
  endMandate(step: MandateStepInput): Promise<MandateOutcome>;
  /**
   * Asks the authority for access under a mandate; the citizen is told, not asked.
   *
   * @throws {TypeError} when the question is not complete
   */
  requestLawfulAccess(question: LawfulQuestion): Promise<LawfulAccessOutcome>;
  /** Emergencies of this agency by where their review stands: those that are due, overdue or done. */
  listEmergencies(review: ReviewState): Promise<readonly LawfulAccessView[]>;
  /**
   * Puts on record what somebody found who did not open the emergency access (Article 6(1)(d) GDPR). Not justified: it
   * ends. The citizen is told.
   *
   * @param id of the lawful access
   */
  reviewEmergency(id: string, review: EmergencyReviewInput): Promise<LawfulAccessView>;
  /** Objections against access of this agency, with the day an answer is due (Article 12(3) GDPR). */
  listObjections(): Promise<readonly ObjectionView[]>;
  /** Upheld: the access ends. Rejected, with compelling grounds: it goes on (Article 21(1) GDPR). */
  answerObjection(id: string, answer: ObjectionAnswerInput): Promise<ObjectionView>;
  /** Takes up to two months longer, said within the first (Article 12(3) GDPR). */
  extendObjection(id: string, extension: ObjectionExtensionInput): Promise<ObjectionView>;
  /** Lets the access go on during the objection, on a ground of Article 18(2) GDPR. */
  recordException(id: string, exception: Article18ExceptionInput): Promise<ObjectionView>;
  /** What citizens ask by a right: a copy, erasure, restriction, portability (Articles 15, 17, 18, 20 GDPR). */
  listRightsRequests(): Promise<readonly RightsRequestView[]>;
  /** Granted: it was done. Refused, with reasons (Article 12(4) GDPR). */
  answerRightsRequest(id: string, answer: RightsAnswerInput): Promise<RightsRequestView>;
  /** Takes up to two months longer, said within the first (Article 12(3) GDPR). */
  extendRightsRequest(id: string, extension: RightsExtensionInput): Promise<RightsRequestView>;
}

/** Binds the verbs to one login. */
export function createLegalBasisVerbs(powers: {
  readonly authority: AuthorityConnection;
  readonly vaultFetch: Fetch;
  readonly vaults: readonly string[];
  readonly webId: string;
}): LegalBasisVerbs {
  const { authority } = powers;
  return {
    registerActivity: (activity) => registerActivity(authority, activity),
    draftMandate: (draft) => draftMandate(authority, draft),
    findMandate: (id) => findMandate(authority, id),
    listMandates: () => listMandates(authority, powers.webId),
    decideMandate: (decision) => decideMandate(authority, decision),
    publishMandate: ({ mandate, ...step }) =>
      takeStep(authority, mandate, { ...step, step: 'published' }),
    endMandate: ({ mandate, ...step }) => takeStep(authority, mandate, { ...step, step: 'ended' }),
    requestLawfulAccess: (question) => requestLawfulAccess(powers, question),
    listEmergencies: (review) => listEmergencies(authority, review),
    reviewEmergency: (id, review) => reviewEmergency(authority, id, review),
    listObjections: () => listObjections(authority),
    answerObjection: (id, answer) => answerObjection(authority, id, answer),
    extendObjection: (id, extension) => extendObjection(authority, id, extension),
    recordException: (id, exception) => recordException(authority, id, exception),
    listRightsRequests: () => listRightsRequests(authority),
    answerRightsRequest: (id, answer) => answerRightsRequest(authority, id, answer),
    extendRightsRequest: (id, extension) => extendRightsRequest(authority, id, extension),
  };
}
