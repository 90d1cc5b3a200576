import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { AuthorityError } from '../errors.ts';
import type { FeedWaiter } from './feed-waiter.ts';
import { type ReadEventsPowers, readEvents } from './read-events.ts';

const PAGE_SIZE = 100;
/** Proxies close what is silent for longer. */
const HEARTBEAT_MILLISECONDS = 15_000;
const MAX_STREAM_MILLISECONDS = 3_600_000;
const MAX_STREAMS_OF_ONE_READER = 10;

/** Powers that streaming needs. */
export interface StreamPowers {
  readonly feedWaiter: FeedWaiter;
  readonly now: () => Date;
  /** Aborts when the instance is about to stop. */
  readonly stopping?: AbortSignal | undefined;
}

/** Streams of events to many readers. */
export interface EventStreams {
  /**
   * Server-sent events (HTML Living Standard §9.2): `id` is the sequence, `data` a CloudEvent. It ends with the login,
   * after an hour at most, and when the instance stops; a client goes on with `Last-Event-ID`.
   *
   * @throws {AuthorityError} `too_many_streams`
   */
  open(
    c: Context,
    stream: { readonly reader: string; readonly after: number; readonly until: Date },
  ): Response;
}

export function createEventStreams(powers: ReadEventsPowers & StreamPowers): EventStreams {
  const open = new Map<string, number>();
  const count = (reader: string, change: number) => {
    const left = (open.get(reader) ?? 0) + change;
    if (left === 0) open.delete(reader);
    else open.set(reader, left);
  };
  return {
    open(c, { reader, after, until }) {
      if ((open.get(reader) ?? 0) >= MAX_STREAMS_OF_ONE_READER) {
        throw new AuthorityError(
          'too_many_streams',
          `You have ${MAX_STREAMS_OF_ONE_READER} streams open at this instance; close one first.`,
        );
      }
      count(reader, 1);
      const left = until.getTime() - powers.now().getTime();
      const ended = AbortSignal.any([
        AbortSignal.timeout(Math.max(0, Math.min(left, MAX_STREAM_MILLISECONDS))),
        c.req.raw.signal,
        ...(powers.stopping ? [powers.stopping] : []),
      ]);
      const response = streamSSE(c, async (stream) => {
        let last = after;
        try {
          // No event yet, and already a place to go on from.
          await stream.write(`id: ${after}\nretry: 1000\n\n`);
          while (!ended.aborted && !stream.aborted) {
            const { items, last: read } = await readEvents(reader, last, PAGE_SIZE, powers);
            for (const { seq, event } of items) {
              await stream.writeSSE({ id: String(seq), data: JSON.stringify(event) });
            }
            const more = read > last;
            last = read;
            if (more) continue;
            const options = { milliseconds: HEARTBEAT_MILLISECONDS, signal: ended };
            if (!(await powers.feedWaiter.wait(reader, last, options))) {
              await stream.write(': still here\n\n');
            }
          }
        } finally {
          count(reader, -1);
        }
      });
      response.headers.set('Cache-Control', 'no-store');
      response.headers.set('X-Accel-Buffering', 'no');
      return response;
    },
  };
}
