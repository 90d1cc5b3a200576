import { setTimeout as sleep } from 'node:timers/promises';
import { type CloudEvent, cloudEventSchema } from '@grondslag/protocol/v1';
import { AgencyError } from '../errors.ts';
import { retryDelay } from '../retries/retry-delay.ts';
import { openEventStream, type StreamedEvent, type StreamPowers } from './open-event-stream.ts';
import { type PagePowers, readEventPages } from './read-event-pages.ts';

/** A stream that was open for so long was a good one. */
const GOOD_MILLISECONDS = 5000;

/** Where to go on, and when to end. */
export interface EventsOptions {
  /** `sequence` of the last event that was dealt with; left out: what happens from now on. */
  readonly after?: string;
  /** Ends the loop with the signal's reason as error. */
  readonly signal?: AbortSignal;
}

/** What is told about the stream itself. */
export interface StreamState {
  readonly opened?: () => void;
  readonly lost?: () => void;
}

/**
 * Own events at the authority, oldest first, each once: by its stream, and by its pages where a stream does not come
 * through. Goes on after a failure where it was, and ends only with `signal`, or when the login is not accepted.
 */
export async function* followEvents(
  powers: StreamPowers & PagePowers,
  { after, signal }: EventsOptions,
  { opened, lost }: StreamState = {},
): AsyncGenerator<CloudEvent, void, undefined> {
  let last = after === undefined ? undefined : String(Number(after));
  for (let failures = 0; ; failures += 1) {
    const startedAt = performance.now();
    const stream = openEventStream(powers, {
      after: last,
      signal,
      opened(at) {
        last ??= at;
        opened?.();
      },
    });
    try {
      for await (const one of stream) {
        last = one.id ?? last;
        yield* eventOf(one);
      }
    } catch (error) {
      if (!mayPass(error)) throw error;
    }
    lost?.();
    if (performance.now() - startedAt > GOOD_MILLISECONDS) failures = 0;
    if (failures > 0) {
      try {
        last ??= await lastEventOf(powers, signal);
        for await (const one of readEventPages(powers, last, signal)) {
          last = one.id ?? last;
          yield* eventOf(one);
        }
      } catch (error) {
        if (!mayPass(error)) throw error;
      }
    }
    await sleep(retryDelay(failures), undefined, signal ? { signal } : {}).catch(() => undefined);
    signal?.throwIfAborted();
  }
}

/** None of what is not known here: a newer authority may tell more. */
function eventOf({ data }: StreamedEvent): readonly CloudEvent[] {
  try {
    const event = cloudEventSchema.safeParse(JSON.parse(data));
    return event.success ? [event.data] : [];
  } catch {
    return [];
  }
}

/** From now on, where no stream says where that is: after all there was. */
async function lastEventOf(powers: PagePowers, signal: AbortSignal | undefined): Promise<string> {
  let last = '0';
  for await (const { id } of readEventPages(powers, last, signal)) last = id ?? last;
  return last;
}

function mayPass(error: unknown): boolean {
  return error instanceof AgencyError && error.code === 'peer_unreachable';
}
