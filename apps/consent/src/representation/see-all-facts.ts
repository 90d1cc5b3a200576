import { themeContainer } from '@grondslag/protocol';
import type { HelperView } from '@grondslag/protocol/v1';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';
import { findStorages } from '../facts/find-storages.ts';
import { listContainer } from '../facts/list-container.ts';
import type { HelperClient } from '../helpers/helper-client.ts';
import { createReadWithGrant } from '../helpers/read-with-grant.ts';
import { shortId } from '../routes.tsx';

/** As many as one grant opens. */
const MAX_FACTS = 100;

/**
 * Begins, or goes on, with all facts in the themes that are there now: the law lets a representative see them, so there
 * is nothing to choose. The authority opens the lists first, and then each fact.
 */
export async function seeAllFacts(
  represented: HelperView,
  {
    config,
    client,
    fetch,
    publicFetch,
  }: {
    readonly config: { readonly authority: string; readonly vault: string };
    readonly client: HelperClient;
    /** As who is signed in. */
    readonly fetch: AuthenticatedFetch;
    /** As nobody. */
    readonly publicFetch: typeof globalThis.fetch;
  },
): Promise<HelperView> {
  const id = shortId(represented.id);
  const begun =
    represented.grant === undefined ? await client.confirm(id, represented.facts) : represented;
  const { authority, vault } = config;
  const read = createReadWithGrant({
    ...{ authority, vault, fetch, publicFetch },
    loadGrant: async () => (await fetch(begun.grant ?? '')).json() as Promise<unknown>,
  });
  const storages = await findStorages(begun.citizen, publicFetch);
  const containers = storages
    .filter((storage) => storage.startsWith(vault))
    .flatMap((storage) => begun.themes.map((theme) => themeContainer(storage, theme)));
  const lists = await Promise.all(containers.map((container) => listContainer(container, read)));
  const facts = lists
    .flat()
    .map(({ resource }) => resource)
    .filter((resource) => !resource.endsWith('/'))
    .slice(0, MAX_FACTS);
  const isSame = facts.length === begun.facts.length && facts.every((f) => begun.facts.includes(f));
  return isSame ? begun : client.confirm(id, facts);
}
