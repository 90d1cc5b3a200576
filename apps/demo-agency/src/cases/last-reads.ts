import type { ReadOutcome } from '@grondslag/agency';

/** How long what was read is kept, in memory only. */
const KEEP_FOR_SECONDS = 900;

/** What the last read of a case gave. */
export interface LastRead {
  readonly outcome: ReadOutcome;
  readonly at: Date;
}

/** The last read of each case, for fifteen minutes. */
export interface LastReads {
  find(id: string): LastRead | undefined;
  keep(id: string, read: LastRead): void;
  forget(id: string): void;
}

/** Last reads in memory, each thrown away after fifteen minutes. */
export function createLastReads(): LastReads {
  const reads = new Map<string, LastRead>();
  return {
    find: (id) => reads.get(id),
    forget: (id) => void reads.delete(id),
    keep(id, read) {
      reads.set(id, read);
      const throwAway = () => {
        if (reads.get(id) === read) reads.delete(id);
      };
      // Must not hold the process.
      setTimeout(throwAway, KEEP_FOR_SECONDS * 1000).unref();
    },
  };
}
