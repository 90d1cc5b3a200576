import { beyond } from '../activities/data-need.ts';
import type { Rule } from '../findings/findings.ts';
import { mandateStateAt } from '../mandates/mandate-state.ts';
import type { ConsentGate, Question } from './question.ts';
import { weighObjections } from './weigh-objections.ts';

/** Article 6(1)(a): which rule stands in the way of asking the citizen, and what the citizen must see beside the question. */
export function checkConsent({
  ask,
  participant,
  mandates,
  objections,
  earlier,
  activity,
  moreThanRegistered,
  now,
}: Question): { readonly broken?: Rule; readonly warnings: readonly Rule[] } {
  const warnings: Rule[] = [];
  if (participant === undefined) warnings.push('participant_unknown');
  const isPublic = participant !== undefined && participant.kind !== 'private-body';
  if (isPublic && !isPassed(ask.consentGate)) return { broken: 'consent_not_free', warnings };
  const law = mandates.find(
    (mandate) =>
      mandate.agency === ask.agency &&
      mandate.purpose === ask.purpose &&
      mandateStateAt(mandate, now) === 'published' &&
      beyond(ask.dataNeeds, mandate.dataNeeds).length === 0,
  );
  if (law !== undefined) return { broken: 'consent_beside_law', warnings };
  const objected = weighObjections(ask, objections, 'consent');
  if (objected !== undefined) return { broken: objected, warnings };
  if (activity !== undefined && beyond(ask.dataNeeds, activity.dataNeeds).length > 0) {
    if (moreThanRegistered === 'refuse') return { broken: 'more_than_registered', warnings };
    warnings.push('more_than_registered');
  }
  for (const one of earlier) {
    const same = one.purpose === ask.purpose && beyond(ask.dataNeeds, one.dataNeeds).length === 0;
    if (!same) continue;
    if (one.kind === 'denial') warnings.push('denied_before');
    else if (one.until === undefined || one.until > now) warnings.push('already_granted');
  }
  return { warnings: [...new Set(warnings)] };
}

function isPassed(gate: ConsentGate | undefined): boolean {
  return (
    gate?.refusalCostsNothing === true &&
    gate.noLawCoversIt &&
    gate.inOwnInterest &&
    gate.onePurpose &&
    gate.easyToWithdraw &&
    gate.adviceAttached
  );
}
