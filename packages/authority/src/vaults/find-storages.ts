import { covers } from '@grondslag/protocol';
import { PIM_STORAGE } from '@grondslag/vocab';
import { Parser } from 'n3';
import { fetchIdentity } from '../authentication/fetch-identity.ts';
import type { Fetch } from '../http/guarded-fetch.ts';
import { type Vault, vaultServing } from './vault.ts';

/** Where the vaults of a person are, on the vault servers of this authority, as the WebID document says. */
export type FindStorages = (webId: string) => Promise<readonly string[]>;

/** @param webIds prefixes ending in a slash, or whole WebIDs: we ask nothing of a URL a stranger chose */
export function createFindStorages({
  webIds,
  vaults,
  fetch,
}: {
  readonly webIds: readonly string[];
  readonly vaults: readonly Vault[];
  readonly fetch: Fetch;
}): FindStorages {
  return async (webId) => {
    if (!webIds.some((allowed) => covers(allowed, webId))) return [];
    const document = new URL(webId);
    document.hash = '';
    const turtle = await fetchIdentity(fetch, document.href, 'text/turtle');
    return storagesIn(turtle, webId, document.href).filter(
      (storage) =>
        storage.endsWith('/') &&
        URL.parse(storage)?.href === storage &&
        vaultServing(vaults, storage) !== undefined,
    );
  };
}

function storagesIn(turtle: string, webId: string, baseIRI: string): readonly string[] {
  try {
    return new Parser({ baseIRI })
      .parse(turtle)
      .filter(
        ({ subject, predicate }) => subject.value === webId && predicate.value === PIM_STORAGE,
      )
      .map(({ object }) => object.value);
  } catch {
    // Whoever cannot be read has no vault that we can find.
    return [];
  }
}
