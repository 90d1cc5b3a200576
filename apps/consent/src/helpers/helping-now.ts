import { useSyncExternalStore } from 'react';

const KEY = 'helping';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(id: string | undefined): void {
  if (id === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, id);
  for (const listener of listeners) listener();
}

/** From now on this tab speaks for the citizen of this help: the last part of its address. */
export function helpWith(id: string): void {
  change(id);
}

export function helpNobody(): void {
  change(undefined);
}

/** Which help this tab is for; `undefined`: the person signed in. Kept for this tab alone. */
export function useHelpingId(): string | undefined {
  return useSyncExternalStore(subscribe, () => sessionStorage.getItem(KEY) ?? undefined);
}
