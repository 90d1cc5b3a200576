import { authorityPaths } from '@grondslag/protocol';
import * as z from 'zod';
import type { Fetch } from '../bounded-fetch.ts';
import { parseAnswer, refusedAnswer } from '../parse-answer.ts';
import type { StreamedEvent } from './open-event-stream.ts';

const PAGE_SIZE = 500;
/** What of an event says where it is; the rest is parsed where it is used. */
const pageSchema = z.array(z.looseObject({ sequence: z.string().regex(/^\d+$/) }));

/** What reading pages needs. */
export interface PagePowers {
  /** Base URL of the authority. */
  readonly url: string;
  /** Logged in. */
  readonly fetch: Fetch;
}

/** Own events after one there was, as they are now, oldest first. */
export async function* readEventPages(
  { url, fetch }: PagePowers,
  after: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<StreamedEvent, void, undefined> {
  for (let last = after; ; ) {
    const address = new URL(authorityPaths.events, url);
    address.search = new URLSearchParams({ after: last, limit: String(PAGE_SIZE) }).toString();
    const response = await fetch(address.href, {
      headers: { accept: 'application/cloudevents-batch+json' },
      ...(signal && { signal }),
    });
    if (!response.ok) throw await refusedAnswer(response, 'a page of events');
    const page = await parseAnswer(response, pageSchema, 'a page of events');
    const events = page.map((event) => ({
      id: String(Number(event.sequence)),
      data: JSON.stringify(event),
    }));
    yield* events;
    last = events.at(-1)?.id ?? last;
    if (page.length < PAGE_SIZE) return;
  }
}
