/** Tells the readers in this process of what was written in this process; those elsewhere poll. */
export interface FeedSignal {
  readonly announce: (feeds: readonly string[]) => void;
  /** @returns stops listening */
  readonly subscribe: (listener: (feeds: readonly string[]) => void) => () => void;
}

export function createFeedSignal(): FeedSignal {
  const listeners = new Set<(feeds: readonly string[]) => void>();
  return {
    announce(feeds) {
      for (const listener of listeners) listener(feeds);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
