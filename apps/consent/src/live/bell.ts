import { pause } from './retry.ts';

/** Something rings it, something else waits for that. A ring while nobody waits is kept. */
export interface Bell {
  ring(): void;
  /** Waits until it rings, at most so long, or until `signal` aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export function createBell(): Bell {
  let rung = new AbortController();
  return {
    ring: () => rung.abort(),
    async wait(milliseconds, signal) {
      await pause(milliseconds, AbortSignal.any([signal, rung.signal]));
      rung = new AbortController();
    },
  };
}
