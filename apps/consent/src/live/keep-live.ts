import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';
import type { AppConfig } from '../load-config.ts';
import { told } from '../ui/poll.ts';
import { followEvents, SILENT_MS } from './follow-events.ts';
import { followVault } from './follow-vault.ts';
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

const newsSchema = z.object({
  /** Of what is old. */
  names: z.array(z.string()).readonly(),
  /** Until when the authority is believed to tell what changes. */
  toldUntilMs: z.number(),
});
type News = z.infer<typeof newsSchema>;

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
    const ofVault = names.filter((name) => name === 'facts' || name === 'own-files');
    const shown = ofVault.some((name) => {
      const query = { queryKey: [name, citizen], type: 'active' } as const;
      return queries.getQueryCache().findAll(query).length > 0;
    });
    await Promise.all(names.map((one) => queries.invalidateQueries({ queryKey: [one] })));
    if (shown && !signal.aborted) onFactsChanged();
  }
  /** What the tab that listens says to all, itself too. */
  function take({ names, toldUntilMs }: News): void {
    Object.assign(told, { of: citizen, untilMs: toldUntilMs });
    void askAnew(names);
  }
  function tell(names: readonly string[], toldUntilMs = told.untilMs): void {
    if (signal.aborted) return;
    tabs.postMessage({ names, toldUntilMs });
    take({ names, toldUntilMs });
  }
  tabs.onmessage = ({ data }) => take(newsSchema.parse(data));

  while (!signal.aborted) {
    await whenVisible(document, signal);
    const until = whenHidden(document, signal);
    const listen = () =>
      Promise.all([
        followEvents(
          {
            ...{ authority: config.authority, fetch },
            heard: (names) => tell(names, Date.now() + SILENT_MS),
            lost: () => tell([], 0),
          },
          until,
        ),
        followVault({ vault: config.vault, fetch, citizen, queries, changed: tell }, until),
      ]);
    await navigator.locks.request(name, { signal: until }, listen).catch((error: unknown) => {
      if (!until.aborted) throw error;
    });
  }
}
