import type { AccountsFile } from '../accounts/accounts-file.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { cases } from '../cases/all-cases.ts';
import { findAuthority } from './find-authority.ts';
import { openVaults } from './open-vaults.ts';
import { planRuns, type Selection } from './plan-runs.ts';
import type { CaseResult } from './result.ts';
import { runCases } from './run-cases.ts';

export interface ConformanceOptions extends Selection {
  readonly authority: string;
  readonly accounts: AccountsFile;
  /** Cases side by side. */
  readonly concurrency?: number;
  readonly onPlan?: (runs: number) => void;
  readonly onResult?: (result: CaseResult, done: number) => void;
}

/**
 * Tries an authority and its vault servers.
 *
 * @throws {Error} when the authority cannot be found, or somebody cannot log in: then nothing was tried
 */
export async function runConformance(options: ConformanceOptions): Promise<CaseResult[]> {
  const { accounts, concurrency = 3, onPlan = () => undefined, onResult } = options;
  const authority = await findAuthority(options.authority);
  const runs = planRuns(cases, accounts, options);
  onPlan(runs.length);
  const browser = openBrowser();
  const vaults = await openVaults(accounts, { authority, browser: browser.page });
  try {
    return await runCases(runs, {
      contextOf: vaults.contextOf,
      concurrency,
      ...(onResult && { onResult }),
    });
  } finally {
    await browser.close();
    await vaults.close();
  }
}
