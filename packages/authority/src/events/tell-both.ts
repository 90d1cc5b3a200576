import { createUuidV7 } from '../credentials/credential-id.ts';
import type { NewFeedEntry } from './event-store.ts';

/**
 * One event, for the feeds of a citizen and an agency.
 *
 * @param dueAt when the citizen is told; at once when absent
 */
export function tellBoth(
  { citizen, agency }: { readonly citizen: string; readonly agency: string },
  event: Omit<NewFeedEntry, 'feed' | 'id' | 'dueAt'>,
  dueAt?: Date,
): readonly NewFeedEntry[] {
  const one = { ...event, id: createUuidV7(event.at) };
  return [
    { ...one, feed: agency },
    { ...one, feed: citizen, ...(dueAt && { dueAt }) },
  ];
}
