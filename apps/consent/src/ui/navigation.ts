import { useSyncExternalStore } from 'react';

/** Where the citizen is. `moves` counts the pages gone to since the app was opened. */
export interface Place {
  readonly pathname: string;
  readonly search: string;
  readonly moves: number;
}

function here(moves: number): Place {
  return { pathname: location.pathname, search: location.search, moves };
}

let place: Place | undefined;
const listeners = new Set<() => void>();

function moved() {
  const now = here((place?.moves ?? 0) + 1);
  // A jump within the page (the skip link) is no move.
  if (place && now.pathname === place.pathname && now.search === place.search) return;
  place = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) addEventListener('popstate', moved);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', moved);
  };
}

function currentPlace(): Place {
  place ??= here(0);
  return place;
}

/** Goes to another page of the app, at its top. */
export function goTo(path: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  moved();
  scrollTo(0, 0);
}

/** Where the citizen is, kept up to date. */
export function usePlace(): Place {
  return useSyncExternalStore(subscribe, currentPlace);
}
