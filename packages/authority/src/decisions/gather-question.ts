import { type Ask, type Mandate, mandateStateAt, type Question } from '@grondslag/legal-basis';
import type { MandateStore } from '../mandates/mandate-store.ts';
import type { ObjectionStore } from '../objections/objection-store.ts';
import { currentActivity } from '../register/current-activity.ts';
import type { RegisterStore } from '../register/register-store.ts';
import type { LegalSettings } from './legal-settings.ts';

/** Powers that gathering what is on record needs. */
export interface QuestionPowers {
  readonly register: RegisterStore;
  readonly mandates: MandateStore;
  readonly objections: ObjectionStore;
  readonly legal: LegalSettings;
}

/**
 * Everything a decision depends on, as it is on record now.
 *
 * @param activity id of the activity that is named
 */
export async function gatherQuestion(
  ask: Ask,
  { mandate, activity }: { readonly mandate?: Mandate; readonly activity?: string },
  { register, mandates, objections, legal }: QuestionPowers,
  now: Date,
): Promise<Question> {
  const [participant, versions, ofAgency, inContext] = await Promise.all([
    register.findParticipant(ask.agency),
    activity === undefined ? [] : register.findActivity(activity),
    mandates.list(ask.agency),
    objections.listInContext(ask.citizen, ask.agency),
  ]);
  return {
    now,
    ask,
    participant,
    activity: currentActivity(versions, now),
    mandate,
    mandates: ofAgency.filter((one) => mandateStateAt(one, now) === 'published'),
    objections: inContext,
    earlier: [],
    laws: legal.laws,
    sensitivitiesOf: ({ claimType }) => legal.sensitivities[claimType] ?? [],
    moreThanRegistered: legal.moreThanRegistered,
  };
}
