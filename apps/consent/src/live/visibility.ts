/** A tab that is hidden this long no longer listens. Shorter is looking something up elsewhere. */
const HIDDEN_MS = 60_000;

/** Waits until the page can be seen, or `signal` aborts. */
export function whenVisible(page: Document, signal: AbortSignal): Promise<void> {
  if (!page.hidden || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = new AbortController();
    const end = () => {
      done.abort();
      resolve();
    };
    signal.addEventListener('abort', end, { signal: done.signal });
    page.addEventListener('visibilitychange', () => !page.hidden && end(), { signal: done.signal });
  });
}

/** Aborts with `signal`, or when the page has been hidden for a while. */
export function whenHidden(page: Document, signal: AbortSignal): AbortSignal {
  const hidden = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (page.hidden) timer = setTimeout(() => hidden.abort(), HIDDEN_MS);
  };
  const until = AbortSignal.any([signal, hidden.signal]);
  page.addEventListener('visibilitychange', look, { signal: until });
  until.addEventListener('abort', () => clearTimeout(timer));
  look();
  return until;
}
