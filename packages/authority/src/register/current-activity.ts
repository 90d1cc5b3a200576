import type { ProcessingActivity } from '@grondslag/legal-basis';

/** The version that holds at a moment: the newest that has begun. */
export function currentActivity(
  versions: readonly ProcessingActivity[],
  now: Date,
): ProcessingActivity | undefined {
  return versions.find(({ validFrom }) => new Date(validFrom) <= now);
}
