import {
  encodeStatusBits,
  MIN_STATUS_LIST_BITS,
  type SigningKey,
  setStatusBit,
  signCredential,
} from '@grondslag/claims';
import { CREDENTIALS_V1, DATA_INTEGRITY_V1, REVOCATION_LIST_2020_V1 } from '@grondslag/vocab';
import { statusListUrl } from '../credentials/build-credential.ts';
import type { CredentialStore } from '../credentials/credential-store.ts';
import { AuthorityError } from '../errors.ts';

/** A signed status list, and a tag that changes when it does. */
export interface PublishedStatusList {
  readonly version: number;
  readonly credential: object;
}

/**
 * Publishes status lists as signed `RevocationList2020Credential`s. A list is signed again only after something in
 * it was revoked.
 */
export function createStatusListPublisher({
  baseUrl,
  credentials,
  key,
}: {
  readonly baseUrl: string;
  readonly credentials: CredentialStore;
  readonly key: SigningKey;
}): (list: number) => Promise<PublishedStatusList> {
  const published = new Map<number, PublishedStatusList>();
  return async (list) => {
    const current = await credentials.findStatusList(list);
    if (current === undefined) {
      throw new AuthorityError('status_list_not_found', 'There is no such status list here.');
    }
    const before = published.get(list);
    if (before?.version === current.version) return before;
    // Read after the version: a revocation in between shows up too early, never too late.
    const revoked = await credentials.findRevokedIndexes(list);
    const unsigned = {
      ...(await buildStatusList(statusListUrl(baseUrl, list), baseUrl, revoked)),
      issuanceDate: current.changedAt.toISOString(),
    };
    const credential = await signCredential(unsigned, key, current.changedAt);
    const now = { version: current.version, credential };
    published.set(list, now);
    return now;
  };
}

async function buildStatusList(id: string, baseUrl: string, revoked: readonly number[]) {
  const bits = new Uint8Array(MIN_STATUS_LIST_BITS / 8);
  for (const index of revoked) setStatusBit(bits, index);
  return {
    '@context': [CREDENTIALS_V1, DATA_INTEGRITY_V1, REVOCATION_LIST_2020_V1],
    id,
    type: ['VerifiableCredential', 'RevocationList2020Credential'],
    issuer: baseUrl,
    credentialSubject: {
      id: `${id}#list`,
      type: 'RevocationList2020',
      encodedList: await encodeStatusBits(bits, 'revocation-list-2020'),
    },
  };
}
