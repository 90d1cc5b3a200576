import type { QueryClient } from '@tanstack/react-query';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';
import type { FactView } from '../facts/fact-view.ts';
import { createBell } from './bell.ts';
import { findChannelService } from './find-channel-service.ts';
import { type Channel, openChannel } from './open-channel.ts';
import { pause, retryDelay } from './retry.ts';
import { findTopics } from './topics.ts';

/** A source that places several facts makes the vault tell of each: they are read once. */
const GATHER_MS = 1_000;
/** Facts that were read longer ago than this before a channel opened may have changed in between. */
const JUST_READ_MS = 10_000;
const NOTHING_TO_RENEW_MS = 3_600_000;

interface FollowFacts {
  readonly vault: string;
  readonly fetch: AuthenticatedFetch;
  readonly citizen: string;
  readonly queries: QueryClient;
  readonly changed: (names: readonly ['facts']) => void;
}

/** Has the vault server tell of changes in the facts that the app holds, until `signal` aborts. */
export async function followFacts(powers: FollowFacts, signal: AbortSignal): Promise<void> {
  const { citizen, queries, changed } = powers;
  const cache = queries.getQueryCache();
  const held = () => cache.find<FactView[]>({ queryKey: ['facts', citizen] })?.state;
  const bell = createBell();
  const forget = cache.subscribe((event) => {
    if (event.query.queryKey[0] !== 'facts') return;
    const isRead = event.type === 'updated' && event.action.type === 'success';
    if (isRead || event.type === 'removed') bell.ring();
  });
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const channels = createChannels(powers, {
    onChange() {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        if (!signal.aborted) changed(['facts']);
      }, GATHER_MS);
    },
    onClose: bell.ring,
  });
  for (let failures = 0; !signal.aborted; ) {
    try {
      const { isNew, wasLost } = await channels.renew(held()?.data, signal);
      const { data, dataUpdatedAt = 0 } = held() ?? {};
      if (isNew && data && Date.now() - dataUpdatedAt > JUST_READ_MS) changed(['facts']);
      failures = wasLost ? failures + 1 : 0;
      await bell.wait(channels.renewAt() - Date.now(), signal);
    } catch {
      failures += 1;
    }
    await pause(retryDelay(failures), signal);
  }
  forget();
  clearTimeout(gathering);
  channels.close();
}

function createChannels(
  powers: FollowFacts,
  listeners: { readonly onChange: () => void; readonly onClose: () => void },
) {
  const { vault, fetch } = powers;
  const open = new Map<string, Channel>();
  const refused = new Set<string>();
  const services = new Map<string, string | undefined>();

  async function serviceOf(storage: string): Promise<string | undefined> {
    if (!services.has(storage)) services.set(storage, await findChannelService(storage, fetch));
    return services.get(storage);
  }
  function drop(topic: string): void {
    open.get(topic)?.close();
    open.delete(topic);
  }

  return {
    /** Opens what is not open or ends soon, one after the other, and closes what is no longer held. */
    async renew(facts: readonly FactView[] | undefined, signal: AbortSignal) {
      const resources = facts?.map(({ resource }) => resource);
      const topics = resources ? await findTopics(powers, resources) : new Map<string, string>();
      for (const topic of open.keys()) if (!topics.has(topic)) drop(topic);
      let [isNew, wasLost] = [false, false];
      for (const [topic, storage] of topics) {
        const before = open.get(topic);
        const isFresh = before?.isOpen() && before.renewAt > Date.now() + GATHER_MS;
        if (signal.aborted || isFresh || refused.has(topic)) continue;
        const service = await serviceOf(storage);
        if (service === undefined) continue;
        const channel = await openChannel(topic, { service, vault, fetch, ...listeners });
        isNew ||= !before?.isOpen();
        wasLost ||= before !== undefined && !before.isOpen();
        drop(topic);
        if (channel) open.set(topic, channel);
        else refused.add(topic);
      }
      return { isNew, wasLost };
    },
    renewAt: () =>
      Math.min(
        Date.now() + NOTHING_TO_RENEW_MS,
        ...[...open.values()].map((channel) => channel.renewAt),
      ),
    close() {
      for (const topic of [...open.keys()]) drop(topic);
    },
  };
}
