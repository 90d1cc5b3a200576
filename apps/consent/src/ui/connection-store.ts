/** Since when there is no connection; `undefined` while there is one. */
export type OfflineSince = Date | undefined;

/** Whether the services can be reached at all: what the browser says of the network, and what came of requests. */
export interface Connection {
  readonly offlineSince: OfflineSince;
  subscribe(listener: () => void): () => void;
  /** Tells what came of a request to one of the services. */
  tell(url: string, answered: boolean): void;
}

/** Offline is: the browser says so, or the last request to each of `services` got no answer. */
export function watchConnection(browser: Window, services: readonly string[]): Connection {
  const origins = new Set(services.map((service) => new URL(service).origin));
  const silent = new Set<string>();
  const listeners = new Set<() => void>();
  let offlineSince: OfflineSince;

  function settle() {
    const isOffline = !browser.navigator.onLine || silent.size === origins.size;
    if (isOffline === (offlineSince !== undefined)) return;
    offlineSince = isOffline ? new Date() : undefined;
    for (const listener of listeners) listener();
  }
  browser.addEventListener('offline', settle);
  browser.addEventListener('online', () => {
    silent.clear();
    settle();
  });
  settle();
  return {
    get offlineSince() {
      return offlineSince;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(url, answered) {
      const { origin } = new URL(url);
      if (answered) silent.delete(origin);
      else if (origins.has(origin)) silent.add(origin);
      settle();
    },
  };
}
