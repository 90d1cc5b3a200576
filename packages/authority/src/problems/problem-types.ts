import { authorityPaths } from '@grondslag/protocol';
import type { AuthorityErrorCode } from '../errors.ts';
import { callerProblems } from './caller-problems.ts';
import { counterProblems } from './counter-problems.ts';
import { decisionProblems } from './decision-problems.ts';
import { helperProblems } from './helper-problems.ts';
import { issueProblems } from './issue-problems.ts';
import { legalProblems } from './legal-problems.ts';
import type { ProblemType } from './problem-type.ts';
import { ruleProblems } from './rule-problems.ts';
import { runningProblems } from './running-problems.ts';
import { tokenProblems } from './token-problems.ts';

/** Every problem there is, by its code: a code without words does not compile. */
export const problemTypes: Readonly<Record<AuthorityErrorCode, ProblemType>> = {
  ...callerProblems,
  ...issueProblems,
  ...decisionProblems,
  ...counterProblems,
  ...tokenProblems,
  ...helperProblems,
  ...runningProblems,
  ...legalProblems,
  ...ruleProblems,
};

/** `type` of a problem (RFC 9457 §3.1.1): a URL of this authority that explains it. */
export function problemTypeUrl(baseUrl: string, code: AuthorityErrorCode): string {
  return new URL(`${authorityPaths.problems}/${code}`, baseUrl).href;
}
