import { findings, type Rule } from '@grondslag/legal-basis';
import type { ProblemType } from './problem-type.ts';

const allowing = [
  'consent_asked',
  'explicit_consent_asked',
  'contract_confirmed',
  'already_granted',
  'denied_before',
  'law_obliges',
  'public_task',
  'legitimate_interest',
  'break_glass',
] as const satisfies readonly Rule[];

/** A rule of the decision engine that stands in the way of something: each is a problem of its own. */
export type RefusalRule = Exclude<Rule, (typeof allowing)[number]>;

export function isRefusalRule(code: string): code is RefusalRule {
  return Object.hasOwn(findings, code) && !(allowing as readonly string[]).includes(code);
}

const FORBIDDEN = 403;
const CONFLICT = 409;
const UNPROCESSABLE = 422;

/** Of a rule about who asks, or about more than is allowed, 403; about what has its time, 409; of the rest, 422. */
const statuses: Partial<Record<RefusalRule, number>> = {
  participant_unknown: FORBIDDEN,
  participant_not_admitted: FORBIDDEN,
  legitimate_interest_in_public_task: FORBIDDEN,
  consent_not_free: FORBIDDEN,
  consent_beside_law: FORBIDDEN,
  more_than_registered: FORBIDDEN,
  mandate_of_another: FORBIDDEN,
  not_in_mandate: FORBIDDEN,
  subject_not_in_mandate: FORBIDDEN,
  not_placed_by_source: FORBIDDEN,
  activity_not_current: CONFLICT,
  mandate_not_weighed: CONFLICT,
  mandate_not_decided: CONFLICT,
  mandate_suspended: CONFLICT,
  mandate_ended: CONFLICT,
  mandate_not_yet_valid: CONFLICT,
  break_glass_review_overdue: CONFLICT,
  emergency_not_justified: FORBIDDEN,
  objection_open: CONFLICT,
  objection_upheld: CONFLICT,
};

/** The rules in the words of `findings`: the first sentence of why is the title. */
export const ruleProblems = Object.fromEntries(
  Object.entries(findings).flatMap(([rule, { why, advice }]) =>
    isRefusalRule(rule)
      ? [
          [
            rule,
            {
              status: statuses[rule] ?? UNPROCESSABLE,
              title: { en: firstSentence(why.en), nl: firstSentence(why.nl) },
              advice,
            },
          ],
        ]
      : [],
  ),
) as Record<RefusalRule, ProblemType>;

function firstSentence(text: string): string {
  return text.split(/\.( |$)/)[0] ?? text;
}
