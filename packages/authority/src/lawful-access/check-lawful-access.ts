import { covers } from '@grondslag/protocol';
import type { StoredLawfulAccess } from '../credentials/credential-store.ts';
import type { DecisionStore } from '../decisions/decision-store.ts';
import type { QuestionPowers } from '../decisions/gather-question.ts';
import { recordDecision } from '../decisions/record-decision.ts';
import { ruleError } from '../decisions/rule-error.ts';
import { AuthorityError } from '../errors.ts';
import { type Opening, openingOfLawfulAccess } from '../tokens/opening.ts';
import { decideAgain } from './decide-again.ts';

/** Powers that checking lawful access needs. */
export interface CheckPowers extends QuestionPowers {
  readonly decisions: DecisionStore;
}

/**
 * Decides again, on all that is on record now, whether lawful access lets the caller reach every one of `resources`,
 * and puts that on record.
 *
 * @throws {AuthorityError} the rule that refuses; `not_recipient`, `access_ended`, `access_suspended`,
 * `access_expired`, `access_not_yet_valid`, `resource_not_granted`
 */
export async function checkLawfulAccess(
  stored: StoredLawfulAccess,
  {
    caller,
    resources,
    now,
  }: { readonly caller: string; readonly resources: readonly string[]; readonly now: Date },
  powers: CheckPowers,
): Promise<Opening> {
  // First: nobody else learns what became of it.
  if (stored.toAgent !== caller) {
    throw new AuthorityError('not_recipient', 'The access was given to someone else.');
  }
  if (stored.expiresAt !== undefined && stored.expiresAt <= now) {
    throw new AuthorityError('access_expired', 'The time of this access is over.');
  }
  const opening = openingOfLawfulAccess(stored);
  if (!resources.every((one) => opening.resources.some((open) => covers(open, one)))) {
    throw new AuthorityError('resource_not_granted', 'The access is not for this resource.');
  }
  const access = stored.credential.credentialSubject.lawfulAccess;
  const { decision } = await decideAgain({ access }, powers, now);
  const about = { agency: access.agency, citizen: access.citizen, credential: stored.id, now };
  await powers.decisions.add(recordDecision(decision, 'token', about));
  if (decision.outcome !== 'allow' && decision.outcome !== 'break-glass') {
    throw ruleError(decision.rule);
  }
  checkStatus(stored, now);
  return opening;
}

/** What the rules do not know: an end for good, and the days before it begins. */
function checkStatus({ revokedAt, suspendedAt, validFrom }: StoredLawfulAccess, now: Date): void {
  if (revokedAt !== undefined) {
    throw new AuthorityError('access_ended', 'This access has ended; ask for a new one.');
  }
  if (suspendedAt !== undefined) {
    throw new AuthorityError('access_suspended', 'This access stands still for now.');
  }
  if (validFrom > now) {
    throw new AuthorityError(
      'access_not_yet_valid',
      'The citizen was told of this access, and it begins some days after that.',
    );
  }
}
