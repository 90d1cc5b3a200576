import { covers } from '@grondslag/protocol';
import { PIM_STORAGE } from '@grondslag/vocab';
import { Parser } from 'n3';
import type { Fetch } from './bounded-fetch.ts';
import { AgencyError } from './errors.ts';
import { parseLinkHeader } from './link-header.ts';

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

  const profile = new URL(citizen);
  profile.hash = '';
  const response = await fetch(profile.href, { headers: { accept: 'text/turtle' } });
  if (response.status >= 500) throw vaultFailed(vault, response.status);
  if (!response.ok) return { status: 'no-vault', reason: 'no-profile' };
  const stated = storagesIn(await response.text(), profile.href, citizen);
  if (stated === undefined) return { status: 'no-vault', reason: 'no-profile' };

  if (stated.length > 0) {
    // A profile may say anything; only the server it is on itself is believed.
    const storage = stated.find((candidate) => covers(vault, candidate));
    return storage === undefined
      ? { status: 'no-vault', reason: 'vault-server-not-known' }
      : { status: 'found', storage: withSlash(storage) };
  }
  const storage = await walkUp(profile, vault, fetch);
  return storage === undefined
    ? { status: 'no-vault', reason: 'no-storage' }
    : { status: 'found', storage };
}

/** `undefined` when the profile is not Turtle. */
function storagesIn(turtle: string, baseIRI: string, citizen: string): string[] | undefined {
  try {
    return new Parser({ baseIRI, format: 'text/turtle' })
      .parse(turtle)
      .filter(({ subject, predicate, object }) => {
        const about = subject.value === citizen && predicate.value === PIM_STORAGE;
        return about && object.termType === 'NamedNode' && URL.canParse(object.value);
      })
      .map(({ object }) => new URL(object.value).href);
  } catch {
    return undefined;
  }
}

async function walkUp(profile: URL, vault: string, fetch: Fetch): Promise<string | undefined> {
  let container = new URL('./', profile);
  for (let step = 0; step < MAX_STEPS_UP && covers(vault, container.href); step += 1) {
    const response = await fetch(container.href, { method: 'HEAD' });
    if (response.status >= 500) throw vaultFailed(vault, response.status);
    const isStorage = parseLinkHeader(response.headers.get('link')).some(
      ({ rel, target }) => rel === 'type' && target === STORAGE_TYPE,
    );
    if (isStorage) return container.href;
    if (container.pathname === '/') return undefined;
    container = new URL('../', container);
  }
  return undefined;
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

function vaultFailed(vault: string, status: number): AgencyError {
  return new AgencyError(
    'peer_unreachable',
    `Expected an answer from the vault server ${new URL(vault).origin}, got status ${status}. Try again later.`,
  );
}
