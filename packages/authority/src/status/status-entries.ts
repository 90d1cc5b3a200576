import { authorityPaths, type StatusPurpose } from '@grondslag/protocol';
import type { StatusEntry } from '../credentials/credential-store.ts';

/** URL of a status list; with a purpose that of the W3C Bitstring Status List, else of the Revocation List 2020. */
export function statusListUrl(baseUrl: string, list: number, purpose?: StatusPurpose): string {
  const path = `${authorityPaths.statusList}${list}${purpose === undefined ? '' : `/${purpose}`}`;
  return new URL(path, baseUrl).href;
}

/**
 * `credentialStatus` of a credential: one bit in each of three lists. The first is what the access-grant libraries
 * and Enterprise Solid Server know, the others are the W3C Recommendation (Bitstring Status List 1.0 §2.1).
 */
export function statusEntries(baseUrl: string, { list, index }: StatusEntry): readonly object[] {
  const revocationList = statusListUrl(baseUrl, list);
  const bitstringEntry = (statusPurpose: StatusPurpose) => {
    const statusListCredential = statusListUrl(baseUrl, list, statusPurpose);
    return {
      id: `${statusListCredential}#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose,
      statusListIndex: String(index),
      statusListCredential,
    };
  };
  return [
    {
      id: `${revocationList}#${index}`,
      type: 'RevocationList2020Status',
      revocationListIndex: String(index),
      revocationListCredential: revocationList,
    },
    bitstringEntry('revocation'),
    bitstringEntry('suspension'),
  ];
}
