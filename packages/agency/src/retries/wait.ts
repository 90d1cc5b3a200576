import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves after so many milliseconds; fails as soon as the signal aborts. */
export type Wait = (milliseconds: number, signal?: AbortSignal) => Promise<unknown>;

/** By the clock of the machine. */
export const waitByTheClock: Wait = (milliseconds, signal) =>
  sleep(milliseconds, undefined, signal && { signal });
