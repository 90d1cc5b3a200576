import {
  type Decision,
  type EmergencyReview,
  isSamePerson,
  type NewEmergencyReview,
} from '@grondslag/legal-basis';
import { explainRule } from '../decisions/explain-rule.ts';
import { recordDecision } from '../decisions/record-decision.ts';
import { AuthorityError } from '../errors.ts';
import type { Log } from '../http/log.ts';
import { createNotice } from '../notices/create-notice.ts';
import type { EmergencyReviewStore } from './emergency-review-store.ts';
import type { LawfulAccessRecord } from './lawful-access-store.ts';

const notJustified: Decision = {
  outcome: 'refuse',
  ...explainRule('emergency_not_justified'),
  warnings: [],
};

/** Powers that putting a review on record needs. */
export interface ReviewPowers {
  readonly emergencyReviews: EmergencyReviewStore;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Puts on record what somebody found who did not open the emergency access, also when that is late, and tells the
 * citizen. What was not justified ends.
 *
 * @param recordedBy WebID of the agency or of an operator, verified
 * @throws {AuthorityError} `not_reviewer`, `no_emergency`, `reviewer_opened_it`, `reviewed_before`
 */
export async function reviewEmergency(
  record: LawfulAccessRecord & { readonly uuid: string },
  sent: NewEmergencyReview,
  recordedBy: string,
  { emergencyReviews, now: clock, log }: ReviewPowers,
): Promise<LawfulAccessRecord> {
  const { access, credential, uuid } = record;
  const { agency, citizen, emergency } = access;
  if (recordedBy === citizen && recordedBy !== agency) {
    throw new AuthorityError(
      'not_reviewer',
      'The agency or the operator puts the review on record.',
    );
  }
  if (emergency === undefined) {
    throw new AuthorityError(
      'no_emergency',
      'This access rests on a mandate; nothing is reviewed.',
    );
  }
  if (emergency.officials.some((one) => isSamePerson(one, sent.by))) {
    throw new AuthorityError(
      'reviewer_opened_it',
      'Somebody is named in by who opened this access. Have somebody else look at it.',
    );
  }
  const now = clock();
  const review: EmergencyReview = { access: access.id, ...sent, at: now.toISOString() };
  const outcome = await emergencyReviews.add({
    review,
    recordedBy,
    credential,
    notice: createNotice('emergency-reviewed', access, now),
    ...(sent.outcome === 'not-justified' && {
      end: {
        ...{ access, credential, change: 'revoked', at: now },
        decision: recordDecision(notJustified, 'review', { agency, citizen, credential, now }),
      },
    }),
  });
  if (outcome === 'taken') {
    throw new AuthorityError('reviewed_before', 'There is a review on record; it stays as it is.');
  }
  const level = sent.outcome === 'justified' ? 'info' : 'warn';
  log({ level, event: 'emergency_reviewed', reference: uuid, code: sent.outcome });
  return { ...record, review, ...(sent.outcome === 'not-justified' && { revokedAt: now }) };
}
