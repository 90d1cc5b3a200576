import { useSyncExternalStore } from 'react';

/** Where the citizen is. `moves` counts the pages gone to since the app was opened. */
export interface Place {
  readonly pathname: string;
  readonly search: string;
  readonly moves: number;
  /** What came of the page before, to be shown once; gone after the next move. */
  readonly news?: string | undefined;
}

function here(moves: number, news?: string): Place {
  return { pathname: location.pathname, search: location.search, moves, news };
}

let place: Place | undefined;
const listeners = new Set<() => void>();

function moved(news?: string) {
  const now = here((place?.moves ?? 0) + 1, news);
  // A jump within the page (the skip link) is no move.
  if (place && now.pathname === place.pathname && now.search === place.search) return;
  place = now;
  for (const listener of listeners) listener();
}

const wentBack = () => moved();

function subscribe(listener: () => void) {
  if (listeners.size === 0) addEventListener('popstate', wentBack);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', wentBack);
  };
}

function currentPlace(): Place {
  place ??= here(0);
  return place;
}

/** Goes to another page of the app, at its top. `news` is what that page has to say first. */
export function goTo(
  path: string,
  { replace = false, news }: { readonly replace?: boolean; readonly news?: string } = {},
): void {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  moved(news);
  scrollTo(0, 0);
}

/** Shows another address as where the citizen arrived, for instance after the sign-in; no move of theirs. */
export function arriveAt(path: string): void {
  history.replaceState(null, '', path);
  place = here(0);
  for (const listener of listeners) listener();
}

/** Where the citizen is, kept up to date. */
export function usePlace(): Place {
  return useSyncExternalStore(subscribe, currentPlace);
}
