import { cpus, totalmem } from 'node:os';

/** One line of `results.json`. */
export interface Result {
  readonly suite: string;
  readonly name: string;
  /** Median. */
  readonly figure: number;
  readonly unit: string;
  /** What a user would pick instead, measured in the same run. */
  readonly peer: string;
  readonly peerFigure: number;
  /** figure / peerFigure; below 1 is better than the peer where the unit is a time. */
  readonly ratio: number;
  /** What the ratio or figure has to be, in words: "ratio <= 1.5". */
  readonly target: string;
  readonly holds: boolean;
}

export type Suite = (progress: (text: string) => void) => Promise<readonly Result[]>;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** @param part 0.99 for the value that 99 of 100 stay below */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** The machine a result was measured on, without its name. */
export function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory} GiB, Node ${process.version}`;
}

/** CPU milliseconds of all threads that `work` took. */
export async function cpuMilliseconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

export async function wallMilliseconds(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}
