import type { QueryClient } from '@tanstack/react-query';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';
import { createBell } from './bell.ts';
import { findChannelService } from './find-channel-service.ts';
import { type Channel, openChannel } from './open-channel.ts';
import { pause, retryDelay } from './retry.ts';
import { findTopics, type VaultList } from './topics.ts';

/** Whoever places several things makes the vault tell of each: they are read once. */
const GATHER_MS = 1_000;
/** What was read longer ago than this before a channel opened may have changed in between. */
const JUST_READ_MS = 10_000;
const NOTHING_TO_RENEW_MS = 3_600_000;
const lists: readonly VaultList[] = ['facts', 'own-files'];

interface FollowVault {
  readonly vault: string;
  readonly fetch: AuthenticatedFetch;
  readonly citizen: string;
  readonly queries: QueryClient;
  readonly changed: (names: readonly VaultList[]) => void;
}

/** Has the vault server tell of changes in the facts and files that the app holds, until `signal` aborts. */
export async function followVault(powers: FollowVault, signal: AbortSignal): Promise<void> {
  const { citizen, queries, changed } = powers;
  const cache = queries.getQueryCache();
  const stateOf = (list: VaultList) =>
    cache.find<readonly { readonly resource: string }[]>({ queryKey: [list, citizen] })?.state;
  const held = () =>
    new Map(
      lists.flatMap((list) => {
        const data = stateOf(list)?.data;
        return data ? [[list, data.map(({ resource }) => resource)] as const] : [];
      }),
    );
  const bell = createBell();
  const forget = cache.subscribe((event) => {
    if (!lists.some((list) => list === event.query.queryKey[0])) return;
    const isRead = event.type === 'updated' && event.action.type === 'success';
    if (isRead || event.type === 'removed') bell.ring();
  });
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const old = new Set<VaultList>();
  const channels = createChannels(powers, {
    onChange(list) {
      old.add(list);
      gathering ??= setTimeout(() => {
        gathering = undefined;
        if (!signal.aborted) changed([...old]);
        old.clear();
      }, GATHER_MS);
    },
    onClose: bell.ring,
  });
  for (let failures = 0; !signal.aborted; ) {
    try {
      const { begun, wasLost } = await channels.renew(held(), signal);
      const readBefore = Date.now() - JUST_READ_MS;
      changed([...begun].filter((list) => (stateOf(list)?.dataUpdatedAt ?? 0) < readBefore));
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
  powers: FollowVault,
  listeners: { readonly onChange: (list: VaultList) => void; readonly onClose: () => void },
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
    async renew(held: ReadonlyMap<VaultList, readonly string[]>, signal: AbortSignal) {
      const topics = await findTopics(powers, held);
      for (const topic of open.keys()) if (!topics.has(topic)) drop(topic);
      const begun = new Set<VaultList>();
      let wasLost = false;
      for (const [topic, { storage, list }] of topics) {
        const before = open.get(topic);
        const isFresh = before?.isOpen() && before.renewAt > Date.now() + GATHER_MS;
        if (signal.aborted || isFresh || refused.has(topic)) continue;
        const service = await serviceOf(storage);
        if (service === undefined) continue;
        const channel = await openChannel(topic, {
          ...{ service, vault, fetch },
          onChange: () => listeners.onChange(list),
          onClose: listeners.onClose,
        });
        if (!before?.isOpen()) begun.add(list);
        wasLost ||= before !== undefined && !before.isOpen();
        drop(topic);
        if (channel) open.set(topic, channel);
        else refused.add(topic);
      }
      return { begun, wasLost };
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
