/** What a run counted. */
export interface Tally {
  readonly acknowledged: Record<string, number>;
  /** Requests that ended without an answer, or with one that says the authority cannot now. */
  unanswered: number;
  /** Answers nobody may get; any of them fails the run. */
  readonly unexpected: string[];
}

export function createTally(): Tally {
  return { acknowledged: {}, unanswered: 0, unexpected: [] };
}

export function acknowledgedSoFar({ acknowledged }: Tally): number {
  return Object.values(acknowledged).reduce((sum, count) => sum + count, 0);
}

export function acknowledge(tally: Tally, what: string, count = 1): void {
  tally.acknowledged[what] = (tally.acknowledged[what] ?? 0) + count;
}
