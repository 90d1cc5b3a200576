import type { AccountsFile } from '../accounts/accounts-file.ts';
import type { ConformanceCase } from './case.ts';
import type { CaseRun } from './result.ts';

/** Which cases are asked for. */
export interface Selection {
  /** Names of cases, `*` for any text, several with commas; all when absent. */
  readonly pattern?: string;
  readonly slow: boolean;
  readonly browser: boolean;
}

/** Each case at each vault server and with each login that matters to it. */
export function planRuns(
  cases: readonly ConformanceCase[],
  { vaults }: AccountsFile,
  selection: Selection,
): CaseRun[] {
  const wanted = cases.filter(
    ({ id, slow, browser }) =>
      matches(id, selection.pattern) &&
      (!slow || selection.slow) &&
      (!browser || selection.browser),
  );
  return Object.entries(vaults).flatMap(([vault, { accessControl }], index) =>
    wanted
      .filter((one) => one.at !== 'authority' || index === 0)
      .filter((one) => one.accessControl === undefined || one.accessControl === accessControl)
      .flatMap((one) =>
        (one.logins ?? (['DPoP'] as const)).map((login) => ({
          case: one,
          vault,
          accessControl,
          login,
        })),
      ),
  );
}

function matches(id: string, pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  return pattern.split(',').some((one) => {
    const escaped = one.trim().replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`^${escaped.replaceAll('*', '.*')}$`).test(id);
  });
}
