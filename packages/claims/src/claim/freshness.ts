const DAY_MILLISECONDS = 86_400_000;

/** When something was stated, as signed. */
export interface Stated {
  readonly validFrom: Date;
  /** When the proof was made, if it says so. */
  readonly created?: Date;
}

/**
 * Whether it was stated more than `maxAgeDays` before `at`.
 *
 * The older of the two dates counts: a proof made again today does not make an old statement new, and a
 * `validFrom` later than its proof does not either.
 */
export function isTooOld({ validFrom, created }: Stated, maxAgeDays: number, at: Date): boolean {
  const stated = Math.min(validFrom.getTime(), created?.getTime() ?? Number.POSITIVE_INFINITY);
  return at.getTime() - stated > maxAgeDays * DAY_MILLISECONDS;
}
