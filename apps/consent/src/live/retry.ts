const FIRST_MS = 1_000;
const MOST_MS = 60_000;

/** How long to wait after so many failures in a row: longer each time, and not all citizens at once. */
export function retryDelay(failures: number, random = Math.random()): number {
  const most = Math.min(MOST_MS, FIRST_MS * 2 ** failures);
  return (most / 2) * (1 + random);
}

/** Waits so long, or until `signal` aborts. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = new AbortController();
    const end = () => {
      clearTimeout(timer);
      done.abort();
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { signal: done.signal });
  });
}
