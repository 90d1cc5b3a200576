import type { LoginKind } from '../accounts/open-logins.ts';
import type { CaseContext } from './context.ts';

/** One thing a server must or should do. */
export interface ConformanceCase {
  /** Stable name; the first word is the folder. */
  readonly id: string;
  /** Line of the checklist in the README. */
  readonly checklist: number;
  /** What holds when the case passes. */
  readonly title: string;
  /** As in RFC 2119: a SHOULD that fails is reported and does not make a server fail. */
  readonly level: 'MUST' | 'SHOULD';
  /** Where it is written. */
  readonly see: string;
  /** `authority`: once; `vault` (default): at each vault server. */
  readonly at?: 'authority' | 'vault';
  /** Only at vault servers of this kind. */
  readonly accessControl?: 'WAC' | 'ACP';
  /** Logins it is repeated with; DPoP alone unless it matters. */
  readonly logins?: readonly LoginKind[];
  /** Waits for something to end; only with `--slow`. */
  readonly slow?: boolean;
  /** Needs Chromium; only with `--browser`. */
  readonly browser?: boolean;
  /** Resolves when the case passes. @throws NotConformError, SkippedError */
  run(context: CaseContext): Promise<void>;
}

export const bothLogins: readonly LoginKind[] = ['DPoP', 'Bearer'];
