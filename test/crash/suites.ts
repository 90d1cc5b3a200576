import { createEmbeddedStore } from './stores/embedded-store.ts';
import { createPostgresStore } from './stores/postgres-store.ts';
import { createPowerLossStore, powerLossImpossible } from './stores/power-loss-store.ts';
import type { CrashableStore } from './stores/store.ts';

/** One way of crashing one store. */
export interface CrashSuite {
  readonly rounds: number;
  /** @param folder empty; for this run only */
  open(folder: string): CrashableStore | Promise<CrashableStore>;
  /** Why it cannot be done on this machine. */
  impossible?(): string | undefined;
}

export const suites: Readonly<Record<string, CrashSuite>> = {
  embedded: { rounds: 200, open: createEmbeddedStore },
  postgres: { rounds: 200, open: createPostgresStore },
  'power-loss': { rounds: 25, open: createPowerLossStore, impossible: powerLossImpossible },
};
