import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';
import type { AppConfig } from '../load-config.ts';
import { followEvents } from './follow-events.ts';
import { followFacts } from './follow-facts.ts';
import { whenHidden, whenVisible } from './visibility.ts';

export interface LivePowers {
  readonly config: AppConfig;
  /** Knows who the citizen is. */
  readonly fetch: AuthenticatedFetch;
  readonly citizen: string;
  readonly queries: QueryClient;
  /** Called when facts that are shown were read again because one changed. */
  readonly onFactsChanged: () => void;
}

const namesSchema = z.array(z.string());

/**
 * Asks anew for what the vault and the authority say has changed, until `signal` aborts. Of all tabs of this citizen
 * one listens, and tells the others; none while it is hidden.
 */
export async function keepLive(powers: LivePowers, signal: AbortSignal): Promise<void> {
  const { config, fetch, citizen, queries, onFactsChanged } = powers;
  const name = `live ${citizen}`;
  const tabs = new BroadcastChannel(name);
  signal.addEventListener('abort', () => tabs.close());

  async function askAnew(names: readonly string[]): Promise<void> {
    const facts = { queryKey: ['facts', citizen], type: 'active' } as const;
    const shown = names.includes('facts') && queries.getQueryCache().findAll(facts).length > 0;
    await Promise.all(names.map((one) => queries.invalidateQueries({ queryKey: [one] })));
    if (shown && !signal.aborted) onFactsChanged();
  }
  function changed(...names: readonly string[]): void {
    if (signal.aborted || names.length === 0) return;
    tabs.postMessage(names);
    void askAnew(names);
  }
  tabs.onmessage = ({ data }) => void askAnew(namesSchema.parse(data));

  while (!signal.aborted) {
    await whenVisible(document, signal);
    const until = whenHidden(document, signal);
    const listen = () =>
      Promise.all([
        followEvents({ authority: config.authority, fetch, changed }, until),
        followFacts({ vault: config.vault, fetch, citizen, queries, changed }, until),
      ]);
    await navigator.locks.request(name, { signal: until }, listen).catch((error: unknown) => {
      if (!until.aborted) throw error;
    });
  }
}
