import type { AuthenticatedFetch } from '../authority/ask-authority.ts';
import { FACTS, findFactContainers, findOwnStorages } from '../facts/fact-containers.ts';

/** Single facts that are followed at most; of more facts only that one came or went is told. */
const MAX_FACTS = 50;

/**
 * What to follow, by storage: the containers of facts, which tell that something came or went, and the facts
 * themselves, which tell that they changed.
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
  facts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const storageOf = new Map<string, string>();
  for (const storage of await findOwnStorages(citizen, vault, fetch)) {
    const containers = await findFactContainers(storage, fetch);
    for (const topic of [new URL(FACTS, storage).href, ...containers])
      storageOf.set(topic, storage);
    const own = facts.filter((fact) => !fact.endsWith('/') && fact.startsWith(storage));
    for (const fact of own.slice(0, MAX_FACTS)) storageOf.set(fact, storage);
  }
  return storageOf;
}
