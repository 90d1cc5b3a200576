import type { CorrectionState, CorrectionView, DisputedFact } from '@grondslag/legal-basis';
import type { AuthorityConnection } from '../connect-authority.ts';
import {
  answerCorrection,
  type CorrectionAnswerInput,
  listCorrections,
  listDisputedFacts,
} from './corrections.ts';

/** Errors that citizens report in facts (Article 16 GDPR): for a source to answer, for an agency to know. */
export interface CorrectionVerbs {
  /** Reports to this source, newest first, with the day an answer is due (Article 12(3) GDPR). */
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
    listCorrections: (state) => listCorrections(authority, state),
    answerCorrection: (id, answer) => answerCorrection(authority, id, answer),
    listDisputedFacts: (citizen) => listDisputedFacts(authority, citizen),
  };
}
