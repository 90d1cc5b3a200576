import { activityFindings } from './activity-findings.ts';
import { consentFindings } from './consent-findings.ts';
import type { FindingWords } from './finding.ts';
import { groundFindings } from './ground-findings.ts';
import { mandateFindings } from './mandate-findings.ts';
import { otherFindings } from './other-findings.ts';
import { participantFindings } from './participant-findings.ts';

/** Every rule of the decision engine, and what it says. */
export const findings = {
  ...participantFindings,
  ...groundFindings,
  ...activityFindings,
  ...consentFindings,
  ...mandateFindings,
  ...otherFindings,
} as const satisfies Record<string, FindingWords>;

/** Name of a rule; stable. */
export type Rule = keyof typeof findings;
