import { findings, type Rule } from '@grondslag/legal-basis';

/** A rule with its article and words, as the API tells it. */
export function explainRule(rule: Rule) {
  const { article, why, advice } = findings[rule];
  return { rule, article, why, advice };
}
