import type { CorrectionState, CorrectionView, DisputedFact } from '@grondslag/legal-basis';
import type { AuthorityConnection } from '../connect-authority.ts';
import {
  answerCorrection,
  type CorrectionAnswerInput,
  type DoubtedFact,
  listCorrections,
  listDisputedFacts,
  type ReportedFact,
  reportError,
} from './corrections.ts';

/** Errors in facts (Article 16 GDPR): reported by citizens and agencies, for a source to answer, for others to know. */
export interface CorrectionVerbs {
  /**
   * Reports an error to the source of a fact that was read under this access, live or ended at most 90 days ago (Article
   * 5(1)(d) GDPR; of Dutch base registers a duty). It names fields and why they are doubted, no values. The citizen sees
   * the report and the answer; `events` tells each step.
   *
   * @param access id of the grant, or of the lawful access
   * @throws {AgencyError} `register_refused` without such access, or while an earlier report of the fact is open
   */
  reportError(access: string, fact: ReportedFact, what: DoubtedFact): Promise<CorrectionView>;
  /** Reports to this source, and of this agency, newest first, with the day an answer is due (Article 12(3) GDPR). */
  listCorrections(state?: CorrectionState): Promise<readonly CorrectionView[]>;
  /**
   * Says what this source does: `in-examination`, then `corrected` or `rejected`, or one of these at once. Put the
   * corrected fact in the vault and revoke the old one first: agencies that read it, or may, are told.
   */
  answerCorrection(id: string, answer: CorrectionAnswerInput): Promise<CorrectionView>;
  /** Facts that a citizen disputes now, of those this agency read or may read; `readClaims` says those it read. */
  listDisputedFacts(citizen: string): Promise<readonly DisputedFact[]>;
}

/** Binds the verbs to one login. */
export function createCorrectionVerbs(authority: AuthorityConnection): CorrectionVerbs {
  return {
    reportError: (access, fact, what) => reportError(authority, access, fact, what),
    listCorrections: (state) => listCorrections(authority, state),
    answerCorrection: (id, answer) => answerCorrection(authority, id, answer),
    listDisputedFacts: (citizen) => listDisputedFacts(authority, citizen),
  };
}
