export {
  openSharedRuns,
  type RunQuestion,
  type SharedRuns,
  type SharedRunsOptions,
} from './open-shared-runs.ts';
export type { Database, RunProgress } from './run-store.ts';
export type { RunOutcome, Worked, WorkOptions } from './work-on-runs.ts';
