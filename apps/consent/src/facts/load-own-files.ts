import { OWN_FILES } from '@grondslag/protocol';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';
import { listContainer } from './list-container.ts';
import type { OwnFile } from './own-file.ts';

const MAX_FILES = 200;

/**
 * The files that the citizen keeps in the vault, as its container lists them: none is opened.
 *
 * @throws {Error} when the container is there and cannot be read
 */
export async function loadOwnFiles(storage: string, fetch: AuthenticatedFetch): Promise<OwnFile[]> {
  const own = new URL(OWN_FILES, storage).href;
  // Asking for what is not there would be an error in the browser's own log.
  const all = await listContainer(storage, fetch);
  if (!all.some(({ resource }) => resource === own)) return [];
  const listed = await listContainer(own, fetch);
  return listed.filter(({ resource }) => !resource.endsWith('/')).slice(0, MAX_FILES);
}
