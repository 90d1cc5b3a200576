import type { Decision, DecisionRecord } from '@grondslag/legal-basis';
import { createUuidV7 } from '../credentials/credential-id.ts';
import type { DecisionEntry } from './decision-store.ts';
import { explainRule } from './explain-rule.ts';

/** A decision as it is stored. */
export function recordDecision(
  { outcome, rule, article, why, advice, warnings }: Decision,
  occasion: DecisionRecord['occasion'],
  {
    now,
    ...about
  }: Pick<DecisionEntry, 'agency' | 'citizen' | 'credential'> & { readonly now: Date },
): DecisionEntry {
  return {
    id: createUuidV7(now),
    ...about,
    record: {
      at: now.toISOString(),
      occasion,
      outcome,
      ...{ rule, article, why, advice },
      warnings: warnings.map(explainRule),
    },
  };
}
