import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CrashOutcome, crashRounds } from './crash-rounds.ts';
import type { CrashSuite } from './suites.ts';

/** Runs one suite in a folder that is gone afterwards. */
export async function runSuite(
  { open, rounds: usual }: CrashSuite,
  {
    rounds = usual,
    seed,
    progress,
  }: {
    readonly rounds?: number | undefined;
    readonly seed: number;
    readonly progress: (text: string) => void;
  },
): Promise<CrashOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'grondslag-crash-'));
  try {
    const store = await open(folder);
    const closeIt = () => void store.close();
    process.once('exit', closeIt);
    try {
      return await crashRounds(store, { rounds, seed, folder, progress });
    } finally {
      process.off('exit', closeIt);
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
