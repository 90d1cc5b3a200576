import { OWN_FILES } from '@grondslag/protocol';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';
import { FACTS, findFactContainers, findOwnStorages } from '../facts/fact-containers.ts';
import { listContainer } from '../facts/list-container.ts';

/** Single facts that are followed at most, and files as many; of more only that one came or went is told. */
const MAX_SINGLE = 50;

/** What the app holds of the vault. */
export type VaultList = 'facts' | 'own-files';

/** Something to follow. */
export interface Topic {
  readonly storage: string;
  /** What is old when it changes. */
  readonly list: VaultList;
}

/**
 * What to follow: the containers of facts and of own files, which tell that something came or went, and what is in
 * them, which tells that it changed. Own files have no container before there is one: then the storage tells.
 *
 * @param held resources of the lists that the app holds
 */
export async function findTopics(
  {
    citizen,
    vault,
    fetch,
  }: {
    readonly citizen: string;
    readonly vault: string;
    readonly fetch: AuthenticatedFetch;
  },
  held: ReadonlyMap<VaultList, readonly string[]>,
): Promise<ReadonlyMap<string, Topic>> {
  const topics = new Map<string, Topic>();
  if (held.size === 0) return topics;
  for (const storage of await findOwnStorages(citizen, vault, fetch)) {
    for (const [list, resources] of held) {
      const containers = await findContainers[list](storage, fetch);
      const single = resources.filter((one) => !one.endsWith('/') && one.startsWith(storage));
      for (const topic of [...containers, ...single.slice(0, MAX_SINGLE)]) {
        topics.set(topic, { storage, list });
      }
    }
  }
  return topics;
}

const findContainers: Readonly<
  Record<VaultList, (storage: string, fetch: AuthenticatedFetch) => Promise<readonly string[]>>
> = {
  async facts(storage, fetch) {
    return [new URL(FACTS, storage).href, ...(await findFactContainers(storage, fetch))];
  },
  async 'own-files'(storage, fetch) {
    const own = new URL(OWN_FILES, storage).href;
    const listed = await listContainer(storage, fetch);
    return [listed.some(({ resource }) => resource === own) ? own : storage];
  },
};
