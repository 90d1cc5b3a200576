import { loadTrustList, type TrustListSource } from '@grondslag/claims';
import type { createSessionDatabase } from '../session/session-database.ts';
import { keepTrustList } from './keep-trust-list.ts';

/** Where an authority publishes its trust list, and the keys under which it is taken. */
export interface PinnedTrustList {
  readonly url: string;
  /** From the app's own configuration, never from the authority: id → public key as Multikey. */
  readonly operatorKeys: Readonly<Record<string, string>>;
  /** Where the newest list is kept. */
  readonly database: ReturnType<typeof createSessionDatabase>;
}

/** The sources that the authority vouches for under its signature; without a list that holds, nobody. */
export function whomToBelieve(
  { url, operatorKeys, database }: PinnedTrustList,
  fetch: typeof globalThis.fetch,
): TrustListSource {
  return loadTrustList({
    url,
    operatorKeys,
    fetch,
    store: keepTrustList(database, operatorKeys),
    // Says why in the console: which fact is not believed, the page says itself.
    onProblem: ({ message }) => console.warn(message),
  });
}
