import { checkMandate, findGaps, type Mandate, mandateStateAt } from '@grondslag/legal-basis';
import { explainRule } from '../decisions/explain-rule.ts';
import type { LegalSettings } from '../decisions/legal-settings.ts';
import { currentActivity } from '../register/current-activity.ts';
import type { RegisterStore } from '../register/register-store.ts';

/** Powers that looking into a mandate needs. */
export interface MandateFactsPowers {
  readonly register: RegisterStore;
  readonly legal: LegalSettings;
  readonly now: () => Date;
}

/** Rules that a mandate breaks now. */
export async function rulesBroken(
  mandate: Mandate,
  { register, legal, now: clock }: MandateFactsPowers,
): Promise<ReturnType<typeof checkMandate>> {
  const now = clock();
  const [participant, versions] = await Promise.all([
    register.findParticipant(mandate.agency),
    register.findActivity(mandate.activity.id),
  ]);
  return checkMandate({
    mandate,
    participant,
    activity: currentActivity(versions, now),
    laws: legal.laws,
    sensitivitiesOf: ({ claimType }) => legal.sensitivities[claimType] ?? [],
    now,
  });
}

/** A mandate as the API tells it. */
export async function showMandate(mandate: Mandate, powers: MandateFactsPowers) {
  const broken = await rulesBroken(mandate, powers);
  return {
    mandate,
    state: mandateStateAt(mandate, powers.now()),
    broken: broken.map(explainRule),
    gaps: mandate.weighing === undefined ? [] : findGaps(mandate.weighing),
  };
}
