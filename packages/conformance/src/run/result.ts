import type { LoginKind } from '../accounts/open-logins.ts';
import type { ConformanceCase } from './case.ts';

/** A case on one vault server with one kind of login. */
export interface CaseRun {
  readonly case: ConformanceCase;
  readonly vault: string;
  readonly accessControl: 'WAC' | 'ACP';
  readonly login: LoginKind;
}

/** What became of it. */
export type Outcome =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed'; readonly expected: string; readonly came: string }
  | { readonly outcome: 'skipped'; readonly reason: string };

export type CaseResult = CaseRun & Outcome & { readonly milliseconds: number };

/** Whether the server does not conform because of this result. */
export function isBreach(result: CaseResult, strict: boolean): boolean {
  return result.outcome === 'failed' && (strict || result.case.level === 'MUST');
}
