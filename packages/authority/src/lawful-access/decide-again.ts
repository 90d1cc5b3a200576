import {
  type Decision,
  decide,
  type LawfulAccess,
  type Participant,
  participantStateAt,
  type Rule,
} from '@grondslag/legal-basis';
import { gatherQuestion, type QuestionPowers } from '../decisions/gather-question.ts';
import type { LawfulAccessRecord } from './lawful-access-store.ts';

const MINUTE_MILLISECONDS = 60_000;

/** What becomes of access that exists. */
export interface Verdict {
  readonly decision: Decision;
  /** `open` also before it begins. */
  readonly state: 'open' | 'suspended' | 'ended';
}

/** Rules after which access does not come back; after any other that refuses it may. */
const ending: ReadonlySet<Rule> = new Set([
  'mandate_missing',
  'mandate_ended',
  'objection_upheld',
  'law_not_in_force',
  'activity_unknown',
  'activity_not_current',
  'emergency_not_justified',
]);

/** Decides on access that was given, by all that is on record now. */
export async function decideAgain(
  { access, review }: Pick<LawfulAccessRecord, 'access' | 'review'>,
  powers: QuestionPowers,
  now: Date,
): Promise<Verdict> {
  const found =
    access.mandate && (await powers.mandates.find(access.mandate.id, access.mandate.version));
  const question = await gatherQuestion(
    {
      basis: access.basis,
      agency: access.agency,
      citizen: access.citizen,
      purpose: access.purpose,
      dataNeeds: access.dataNeeds,
      until: new Date(access.validUntil),
      // Its resources were chosen by this authority, and the vault server looks for itself.
      placedBySource: true,
      ...(access.emergency && { breakGlass: asWritten(access, access.emergency, review) }),
    },
    {
      activity: access.activity.id,
      // The citizen was told already: who waits a second time would find the mandate over.
      ...(found && {
        mandate: found.notice.when === 'before' ? { ...found, notice: { when: 'at-once' } } : found,
      }),
    },
    powers,
    now,
  );
  const decision = decide(question);
  return { decision, state: stateAfter(decision, question.participant, now) };
}

function asWritten(
  { issuedAt, validUntil }: LawfulAccess,
  emergency: NonNullable<LawfulAccess['emergency']>,
  review: LawfulAccessRecord['review'],
) {
  const { danger, whyNoOtherBasis, officials } = emergency;
  const lasts = new Date(validUntil).getTime() - new Date(issuedAt).getTime();
  const minutes = lasts / MINUTE_MILLISECONDS;
  const reviewed = review && { reviewed: review.outcome };
  // That somebody reviews it is on record from the start.
  return { danger, whyNoOtherBasis, officials, reviewAfterwards: true, minutes, ...reviewed };
}

function stateAfter(
  { outcome, rule }: Decision,
  participant: Participant | undefined,
  now: Date,
): Verdict['state'] {
  if (outcome === 'allow' || outcome === 'break-glass') return 'open';
  const isRemoved = participant === undefined || participantStateAt(participant, now) === 'removed';
  return ending.has(rule) || (outcome === 'refuse' && isRemoved) ? 'ended' : 'suspended';
}
