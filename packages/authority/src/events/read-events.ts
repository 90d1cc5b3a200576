import type { CloudEvent } from '@grondslag/protocol/v1';
import type { CredentialStore } from '../credentials/credential-store.ts';
import type { EventStore } from './event-store.ts';
import { toCloudEvent } from './to-cloud-event.ts';

/** Powers that reading events needs. */
export interface ReadEventsPowers {
  /** `source` of the events; a `urn:nld:…` where the NL GOV profile is followed. */
  readonly eventSource: string;
  readonly events: EventStore;
  readonly credentials: CredentialStore;
}

/** Events of one feed, and the place to go on from. */
export interface EventsAfter {
  readonly items: readonly { readonly seq: number; readonly event: CloudEvent }[];
  readonly last: number;
}

/** What happened after `seq` to credentials that `reader` (WebID) takes part in, oldest first. */
export async function readEvents(
  reader: string,
  seq: number,
  limit: number,
  { eventSource, events, credentials }: ReadEventsPowers,
): Promise<EventsAfter> {
  const entries = await events.after(reader, seq, limit);
  const kinds = await credentials.findKinds([...new Set(entries.map((one) => one.credential))]);
  const items = entries.flatMap((entry) => {
    const kind = kinds.get(entry.credential);
    const event = toCloudEvent(entry, kind, eventSource);
    return event ? [{ seq: entry.seq, event }] : [];
  });
  return { items, last: entries.at(-1)?.seq ?? seq };
}
