export type { AccountsFile, Participant, VaultAccounts } from './accounts/accounts-file.ts';
export type { CaseResult } from './run/result.ts';
export { type ConformanceOptions, runConformance } from './run/run-conformance.ts';
