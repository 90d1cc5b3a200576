import { claimTypes, factContainer } from '@grondslag/protocol';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';
import { findStorages } from './find-storages.ts';
import { listContainer } from './list-container.ts';

/** Container of all facts, relative to the storage. */
export const FACTS = 'facts/';

/** The citizen's storages at this vault server. One elsewhere is not read. */
export async function findOwnStorages(
  citizen: string,
  vault: string,
  fetch: AuthenticatedFetch,
): Promise<string[]> {
  return (await findStorages(citizen, fetch)).filter((url) => url.startsWith(vault));
}

/** Where facts are, also of kinds that nobody here knows; where they can be when that cannot be read. */
export async function findFactContainers(
  storage: string,
  fetch: AuthenticatedFetch,
): Promise<readonly string[]> {
  try {
    const listed = await listContainer(new URL(FACTS, storage).href, fetch);
    return listed.map(({ resource }) => resource).filter((resource) => resource.endsWith('/'));
  } catch {
    return claimTypes.map((type) => factContainer(storage, type));
  }
}
