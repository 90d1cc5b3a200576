import {
  article6Of,
  type LawfulAccessState,
  type LawfulAccessView,
  objectionState,
  reviewStateAt,
  rightsFor,
} from '@grondslag/legal-basis';
import { uuidOf } from '../credentials/credential-id.ts';
import type { DecisionStore } from '../decisions/decision-store.ts';
import { explainRule } from '../decisions/explain-rule.ts';
import type { QuestionPowers } from '../decisions/gather-question.ts';
import { decideAgain, type Verdict } from './decide-again.ts';
import type { LawfulAccessRecord } from './lawful-access-store.ts';

/** Powers that showing lawful access needs. */
export interface ShowLawfulAccessPowers extends QuestionPowers {
  readonly baseUrl: string;
  readonly decisions: DecisionStore;
  readonly now: () => Date;
}

/** Lawful access as its citizen and its agency see it: with why, and the rights against it. */
export async function showLawfulAccess(
  record: LawfulAccessRecord,
  powers: ShowLawfulAccessPowers,
): Promise<LawfulAccessView> {
  const { access, credential, information, review } = record;
  const now = powers.now();
  const [verdict, objections] = await Promise.all([
    decideAgain(record, powers, now),
    powers.objections.listAgainst(access.id),
  ]);
  const [newest] = objections;
  const objection = newest === undefined ? 'none' : objectionState(newest);
  return {
    id: uuidOf(powers.baseUrl, credential) ?? '',
    credential,
    access,
    state: stateOf(record, verdict, now),
    why: await whyOf(record, verdict, powers),
    rights: [
      ...rightsFor(article6Of(access.basis) ?? 'e', {
        providedByCitizen: false,
        automatedDecision: false,
        objection: objection === 'received' ? 'open' : objection,
        directMarketing: false,
      }),
    ],
    information,
    ...(access.mandate && { mandate: access.mandate.id }),
    ...(newest && { objection: newest.id }),
    ...(access.emergency && { reviewState: reviewStateAt(access.emergency, review, now) }),
    ...(review && { review }),
  };
}

/** What the status lists say goes before what the rules say now: they end it, and do not bring it back. */
export function stateOf(
  { access, revokedAt, suspendedAt }: LawfulAccessRecord,
  { state }: Verdict,
  now: Date,
): LawfulAccessState {
  if (revokedAt !== undefined || state === 'ended') return 'ended';
  if (new Date(access.validUntil) <= now) return 'expired';
  if (suspendedAt !== undefined || state === 'suspended') return 'suspended';
  return new Date(access.validFrom) > now ? 'waiting' : 'active';
}

/** Of what ended, the decision that ended it: by now the rules might say otherwise. */
async function whyOf(
  { credential, revokedAt }: LawfulAccessRecord,
  { decision }: Verdict,
  { decisions }: ShowLawfulAccessPowers,
): Promise<LawfulAccessView['why']> {
  if (revokedAt === undefined) return explainRule(decision.rule);
  const refused = (await decisions.list(credential)).findLast(
    ({ occasion, outcome }) => occasion === 'review' && outcome === 'refuse',
  );
  return explainRule(refused?.rule ?? decision.rule);
}
