import { authorityPaths } from '@grondslag/protocol';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { type Fetch, MAX_ANSWER_BYTES } from '../bounded-fetch.ts';
import { AgencyError } from '../errors.ts';
import { refusedAnswer } from '../parse-answer.ts';

/** The authority says something every 15 seconds; when it is silent for this long the stream is dead. */
const SILENT_MILLISECONDS = 40_000;

/** One event as it came. */
export interface StreamedEvent {
  readonly id: string | undefined;
  readonly data: string;
}

/** What opening a stream needs. */
export interface StreamPowers {
  /** Base URL of the authority. */
  readonly url: string;
  /** Logged in; hands over an answer before it is whole. */
  readonly streamFetch: Fetch;
}

/** Where to begin, and what to tell meanwhile. */
export interface StreamOptions {
  /** Sequence of the last event there was; `undefined`: from now on. */
  readonly after: string | undefined;
  readonly signal: AbortSignal | undefined;
  /** The stream is open; `at` is the place it begins at, when the authority says so. */
  readonly opened: (at: string | undefined) => void;
}

/**
 * Own events at the authority as they happen, until it ends the stream (HTML Living Standard §9.2).
 *
 * @throws {AgencyError} `peer_unreachable` when there is no stream, or it broke
 */
export async function* openEventStream(
  { url, streamFetch }: StreamPowers,
  { after, signal, opened }: StreamOptions,
): AsyncGenerator<StreamedEvent, void, undefined> {
  const ends = new AbortController();
  const silence = setTimeout(() => ends.abort(), SILENT_MILLISECONDS);
  try {
    const response = await streamFetch(new URL(authorityPaths.events, url).href, {
      headers: {
        accept: 'text/event-stream',
        ...(after !== undefined && { 'last-event-id': after }),
      },
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, ends.signal]) : ends.signal,
    });
    if (!response.ok) throw await refusedAnswer(response, 'a stream of events');
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    if (!isStream || !response.body) throw noStream();
    // The first block has no event, only the place the stream begins at.
    let begins = true;
    const events = response.body
      .pipeThrough(tellOf(() => silence.refresh()))
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(
        new EventSourceParserStream({
          maxBufferSize: MAX_ANSWER_BYTES,
          onId(id) {
            if (begins) opened(id);
            begins = false;
          },
        }),
      );
    for await (const { id, data } of events) yield { id, data };
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof AgencyError ? error : noStream(error);
  } finally {
    clearTimeout(silence);
    ends.abort();
  }
}

function tellOf(heard: () => void): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      heard();
      controller.enqueue(chunk);
    },
  });
}

function noStream(cause?: unknown): AgencyError {
  return new AgencyError(
    'peer_unreachable',
    'Expected a stream of events from the authority, got none, or it broke.',
    { cause },
  );
}
