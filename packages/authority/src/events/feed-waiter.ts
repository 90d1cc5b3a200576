import type { EventStore } from './event-store.ts';

const POLL_MILLISECONDS = 100;

/** Lets many wait for something new in their feeds at the price of one. */
export interface FeedWaiter {
  /**
   * Resolves to `true` as soon as `feed` has an entry after `seq`, or to `false` when there is none after
   * `milliseconds`, when `signal` aborts or when the instance stops. Rejects when the database does not answer.
   *
   * @param seq as read from the database, so that the entry waited for is younger
   */
  wait(
    feed: string,
    seq: number,
    options: { readonly milliseconds: number; readonly signal?: AbortSignal },
  ): Promise<boolean>;
}

interface Waiting {
  readonly feed: string;
  readonly seq: number;
  readonly resolve: (changed: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * While anybody waits, one statement every 100 ms asks for the heads of all feeds waited for; a change made in this
 * process is asked for at once.
 *
 * @param stopping ends all waiting
 */
export function createFeedWaiter(events: EventStore, stopping?: AbortSignal): FeedWaiter {
  const waiting = new Set<Waiting>();
  let wake: () => void = () => undefined;
  let polling = false;

  async function pollWhileWaited(): Promise<void> {
    if (polling) return;
    polling = true;
    try {
      while (waiting.size > 0) {
        const woken = Promise.withResolvers<void>();
        wake = woken.resolve;
        const heads = await events.heads([...new Set([...waiting].map(({ feed }) => feed))]);
        for (const one of waiting) if ((heads.get(one.feed) ?? 0) > one.seq) one.resolve(true);
        const timer = setTimeout(wake, POLL_MILLISECONDS);
        await woken.promise;
        clearTimeout(timer);
      }
    } catch (error) {
      for (const one of waiting) one.reject(error);
    } finally {
      polling = false;
    }
  }

  events.subscribe((feeds) => {
    if ([...waiting].some(({ feed }) => feeds.includes(feed))) wake();
  });

  stopping?.addEventListener('abort', () => {
    for (const one of waiting) one.resolve(false);
  });

  return {
    async wait(feed, seq, { milliseconds, signal }) {
      if (signal?.aborted || stopping?.aborted) return false;
      const { promise, resolve, reject } = Promise.withResolvers<boolean>();
      const one = { feed, seq, resolve, reject };
      const end = () => resolve(false);
      const timer = setTimeout(end, milliseconds);
      signal?.addEventListener('abort', end);
      waiting.add(one);
      void pollWhileWaited();
      try {
        return await promise;
      } finally {
        waiting.delete(one);
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
      }
    },
  };
}
