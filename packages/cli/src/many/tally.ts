/** What of an outcome is counted. */
export interface Counted {
  readonly status: string;
  readonly reason?: string;
  readonly code?: string;
}

/** How often each outcome came. */
export interface Tally {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  readonly failed: number;
  add(outcome: Counted): void;
}

/** Counts outcomes: `read`, `not-verified`, `no-access: withdrawn`, `failed: peer_unreachable`. */
export function createTally(): Tally {
  const counts = new Map<string, number>();
  let total = 0;
  let failed = 0;
  return {
    counts,
    get total() {
      return total;
    },
    get failed() {
      return failed;
    },
    add(outcome) {
      const name = nameOf(outcome);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      total += 1;
      if (outcome.status === 'failed') failed += 1;
    },
  };
}

function nameOf({ status, reason, code }: Counted): string {
  const which = status === 'no-access' ? reason : status === 'failed' ? code : undefined;
  return which === undefined ? status : `${status}: ${which}`;
}
