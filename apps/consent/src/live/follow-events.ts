import { authorityPaths } from '@grondslag/protocol';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';
import { changedLists } from './changed-lists.ts';
import { pause, retryDelay } from './retry.ts';
import { createEventReader } from './server-sent-events.ts';

/** The authority says something every 15 seconds; when it is silent for this long the stream is dead. */
export const SILENT_MS = 40_000;

/** Listens to the citizen's own events at the authority until `signal` aborts, and goes on where it was after a failure. */
export async function followEvents(
  {
    authority,
    fetch,
    heard,
    lost,
  }: {
    readonly authority: string;
    readonly fetch: AuthenticatedFetch;
    /** That the authority is there, with the names of the lists that are old; none of most. */
    readonly heard: (names: readonly string[]) => void;
    readonly lost: () => void;
  },
  signal: AbortSignal,
): Promise<void> {
  const url = new URL(authorityPaths.events, authority).href;
  let last: string | undefined;
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      for await (const text of streamOf(fetch, url, last, signal)) {
        failures = 0;
        last = text.at(-1)?.id ?? last;
        heard([...new Set(text.flatMap(({ data }) => changedLists(data)))]);
      }
    } catch {
      // Asked for again below; until then the lists are polled.
    } finally {
      lost();
    }
    await pause(retryDelay(failures), signal);
  }
}

async function* streamOf(
  fetch: AuthenticatedFetch,
  url: string,
  last: string | undefined,
  signal: AbortSignal,
) {
  const response = await fetch(url, {
    headers: { Accept: 'text/event-stream', ...(last !== undefined && { 'Last-Event-ID': last }) },
    // In place of the end that other requests have. Not `signal`: a request cut off looks like a lost connection.
    signal: new AbortController().signal,
  });
  if (!response.ok || !response.body)
    throw new Error(`events: expected 200, got ${response.status}`);
  const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const stop = () => void pieces.cancel().catch(() => undefined);
  const readEvents = createEventReader();
  let silence = setTimeout(stop, SILENT_MS);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    for (;;) {
      const { done, value } = await pieces.read();
      if (done) return;
      clearTimeout(silence);
      silence = setTimeout(stop, SILENT_MS);
      yield readEvents(value);
    }
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', stop);
    stop();
  }
}
