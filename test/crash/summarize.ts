import type { CrashOutcome } from './crash-rounds.ts';

/** One line of `results.json`. */
export interface CrashResult {
  readonly store: string;
  readonly rounds: number;
  /** Starts that were killed too, before the authority was ready. */
  readonly killedStarts: number;
  readonly acknowledged: Readonly<Record<string, number>>;
  readonly lost: number;
  readonly doubled: number;
  readonly wrong: number;
  /** Requests that ended without an answer; each was asked again. */
  readonly unanswered: number;
  /** From the start of the process until it was ready again, after a crash. */
  readonly openMedianMilliseconds: number;
  readonly openMaxMilliseconds: number;
}

export function summarize(outcome: CrashOutcome): CrashResult {
  const { store, rounds, killedStarts, acknowledged, unanswered } = outcome;
  const opens = outcome.openMilliseconds.toSorted((a, b) => a - b).map(Math.round);
  return {
    store,
    rounds,
    killedStarts,
    acknowledged,
    lost: outcome.lost.length,
    doubled: outcome.doubled.length,
    wrong: outcome.wrong.length + outcome.unexpected.length,
    unanswered,
    openMedianMilliseconds: opens[Math.floor(opens.length / 2)] ?? 0,
    openMaxMilliseconds: opens.at(-1) ?? 0,
  };
}
