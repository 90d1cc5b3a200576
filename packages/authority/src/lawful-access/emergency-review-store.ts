import type { EmergencyReview } from '@grondslag/legal-basis';
import type { NewNotice } from '../notices/notice-store.ts';
import type { StatusDecision } from './lawful-access-store.ts';

/** A review about to be put on record. */
export interface NewReviewRecord {
  readonly review: EmergencyReview;
  /** WebID of who sent it: the agency, or the operator. */
  readonly recordedBy: string;
  /** Id of the credential of the access. */
  readonly credential: string;
  /** What the citizen is told. */
  readonly notice: NewNotice;
  /** The end of the access, when it was not justified. */
  readonly end?: StatusDecision;
}

/** Where reviews of emergencies live. */
export interface EmergencyReviewStore {
  /** Stores all of it in one transaction. `taken`: there is a review. */
  add(record: NewReviewRecord): Promise<'added' | 'taken'>;
  /** How many emergencies, of one agency or of all, have waited for a review beyond their time. */
  countOverdue(now: Date, agency?: string): Promise<number>;
}
