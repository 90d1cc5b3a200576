import type { Rule } from '../findings/findings.ts';
import { plainName } from '../law/official.ts';
import type { BreakGlass } from './question.ts';

/** Minutes, not days. */
const MAX_MINUTES = 60;

/** Article 6(1)(d): what stands in the way of opening in an emergency. */
export function checkBreakGlass(asked: BreakGlass | undefined): Rule | undefined {
  if (asked === undefined || asked.danger.trim() === '' || asked.whyNoOtherBasis.trim() === '') {
    return 'break_glass_incomplete';
  }
  if (asked.reviewed === 'not-justified') return 'emergency_not_justified';
  const names = new Set(asked.officials.map(plainName));
  if (names.size === 0 || (names.size === 1 && !asked.reviewAfterwards))
    return 'break_glass_needs_two';
  // Two always can: a life does not wait for a report.
  if (names.size === 1 && asked.reviewOverdue === true) return 'break_glass_review_overdue';
  const isShort = asked.minutes > 0 && asked.minutes <= MAX_MINUTES;
  return isShort ? undefined : 'break_glass_too_long';
}
