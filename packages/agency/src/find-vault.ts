import { covers } from '@grondslag/protocol';
import { PIM_STORAGE } from '@grondslag/vocab';
import {
  FetchError,
  getLinkedResourceUrlAll,
  getResourceInfo,
  getSolidDataset,
  getThing,
  getUrlAll,
} from '@inrupt/solid-client';
import type { Fetch } from './bounded-fetch.ts';
import { AgencyError } from './errors.ts';

/** Type of the root of a storage (Solid Protocol §4.1). */
const STORAGE_TYPE = 'http://www.w3.org/ns/pim/space#Storage';
const MAX_STEPS_UP = 10;

/** Why no vault was found. */
export type NoVaultReason = 'vault-server-not-known' | 'no-profile' | 'no-storage';

/** A storage on a vault server of the closed list, or why there is none. */
export type VaultSearch =
  | { status: 'found'; storage: string }
  | { status: 'no-vault'; reason: NoVaultReason };

interface FindVaultOptions {
  citizen: string;
  /** Closed list: a WebID elsewhere is answered without any request. */
  vaults: readonly string[];
  fetch: Fetch;
}

/**
 * Finds a citizen's storage: what the profile says, else the nearest parent of the profile that says it is a storage.
 *
 * @see {@link https://solidproject.org/TR/protocol#storage-resource | Solid Protocol, storage}
 */
export async function findVault({
  citizen,
  vaults,
  fetch,
}: FindVaultOptions): Promise<VaultSearch> {
  const vault = vaults.find((base) => URL.canParse(citizen) && covers(base, citizen));
  if (vault === undefined) return { status: 'no-vault', reason: 'vault-server-not-known' };

  const stated = await readStorages(citizen, vault, fetch);
  if (stated === undefined) return { status: 'no-vault', reason: 'no-profile' };

  if (stated.length > 0) {
    // A profile may say anything; only the server it is on itself is believed.
    const storage = stated.find((candidate) => covers(vault, candidate));
    return storage === undefined
      ? { status: 'no-vault', reason: 'vault-server-not-known' }
      : { status: 'found', storage: withSlash(storage) };
  }
  const storage = await walkUp(citizen, vault, fetch);
  return storage === undefined
    ? { status: 'no-vault', reason: 'no-storage' }
    : { status: 'found', storage };
}

/** Storages the profile names; `undefined` when there is no profile that can be read. */
async function readStorages(citizen: string, vault: string, fetch: Fetch) {
  try {
    const profile = await getSolidDataset(citizen, { fetch });
    const owner = getThing(profile, citizen);
    return owner ? getUrlAll(owner, PIM_STORAGE).filter((url) => URL.canParse(url)) : [];
  } catch (error) {
    // Ours: out of bounds or out of reach. The library's others: not found, not for us, not RDF.
    if (error instanceof AgencyError) throw error;
    throwWhenVaultFailed(error, vault);
    return undefined;
  }
}

async function walkUp(profile: string, vault: string, fetch: Fetch): Promise<string | undefined> {
  let container = new URL('./', profile);
  for (let step = 0; step < MAX_STEPS_UP && covers(vault, container.href); step += 1) {
    if (await isStorage(container.href, vault, fetch)) return container.href;
    if (container.pathname === '/') return undefined;
    container = new URL('../', container);
  }
  return undefined;
}

async function isStorage(container: string, vault: string, fetch: Fetch): Promise<boolean> {
  try {
    const info = await getResourceInfo(container, { fetch, ignoreAuthenticationErrors: true });
    return getLinkedResourceUrlAll(info)['type']?.includes(STORAGE_TYPE) ?? false;
  } catch (error) {
    if (error instanceof AgencyError) throw error;
    throwWhenVaultFailed(error, vault);
    return false;
  }
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

function throwWhenVaultFailed(error: unknown, vault: string): void {
  if (!(error instanceof FetchError) || error.statusCode < 500) return;
  throw new AgencyError(
    'peer_unreachable',
    `Expected an answer from the vault server ${new URL(vault).origin}, got status ${error.statusCode}. Try again later.`,
    { cause: error },
  );
}
