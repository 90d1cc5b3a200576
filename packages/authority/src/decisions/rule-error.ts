import { findings, type Rule } from '@grondslag/legal-basis';
import { AuthorityError } from '../errors.ts';
import { isRefusalRule } from '../problems/rule-problems.ts';

/** A rule that refuses, as the error the caller gets. @throws {TypeError} for a rule that allows */
export function ruleError(rule: Rule): AuthorityError {
  if (!isRefusalRule(rule)) throw new TypeError(`${rule} refuses nothing`);
  const { why, advice } = findings[rule];
  return new AuthorityError(rule, `${why.en} ${advice.en}`);
}
