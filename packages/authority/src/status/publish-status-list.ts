import { signCredential } from '@grondslag/claims';
import type { StatusPurpose } from '@grondslag/protocol';
import type { CredentialStore } from '../credentials/credential-store.ts';
import { AuthorityError } from '../errors.ts';
import type { AuthorityKeys } from '../keys/authority-keys.ts';
import { buildBitstringList, buildRevocationList2020 } from './build-status-list.ts';
import { statusListUrl } from './status-entries.ts';

/** A signed status list, and what changes when it does. */
export interface PublishedStatusList {
  readonly version: string;
  readonly credential: object;
}

/** Lists whose signed form is kept, about 20 kB each. */
const MAX_KEPT = 600;

/**
 * Publishes status lists as signed credentials: `RevocationList2020Credential` or, when a purpose is named,
 * `BitstringStatusListCredential`. A list is signed again only after something in it or the key changed.
 */
export function createStatusListPublisher({
  baseUrl,
  credentials,
  keys,
}: {
  readonly baseUrl: string;
  readonly credentials: CredentialStore;
  readonly keys: AuthorityKeys;
}): (list: number, purpose?: StatusPurpose) => Promise<PublishedStatusList> {
  const published = new Map<string, PublishedStatusList>();
  return async (list, purpose) => {
    const current = await credentials.findStatusList(list);
    if (current === undefined) {
      throw new AuthorityError('status_list_not_found', 'There is no such status list here.');
    }
    const id = statusListUrl(baseUrl, list, purpose);
    const key = keys.credential;
    const version = `${current.version}${new URL(key.id).hash.replace('#', '-')}`;
    const before = published.get(id);
    if (before?.version === version) return before;
    const { changedAt } = current;
    // Read after the version: a change in between shows up too early, never too late.
    const marked = await (purpose === 'suspension'
      ? credentials.findSuspendedIndexes(list)
      : credentials.findRevokedIndexes(list));
    const content = { id, issuer: baseUrl, marked, changedAt };
    const unsigned = await (purpose === undefined
      ? buildRevocationList2020(content)
      : buildBitstringList(content, purpose));
    const now = { version, credential: await signCredential(unsigned, key, changedAt) };
    if (published.size >= MAX_KEPT) published.clear();
    published.set(id, now);
    return now;
  };
}
