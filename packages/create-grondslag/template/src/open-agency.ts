import { join } from 'node:path';
import {
  type Agency,
  appendProcessingRecords,
  createAgency,
  keepTrustList,
} from '@grondslag/agency';

/** Where your organisation is registered, and its login there. */
export interface Registration {
  readonly authority: string;
  /** Keys of the authority, id → Multikey: ask its operator, do not copy them from its own page. */
  readonly operatorKeys: Readonly<Record<string, string>>;
  /** Closed list: no other vault server is ever contacted. */
  readonly vaults: readonly string[];
  readonly oidcIssuer: string;
  readonly webId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * Every read writes one line to `processing.jsonl`, with a pseudonym in place of the citizen. No line, no data.
 *
 * @param folder for that log, and for the newest list of whom to believe: on a disk that stays
 */
export function openAgency({ operatorKeys, ...login }: Registration, folder: string): Agency {
  return createAgency({
    ...login,
    trustList: { operatorKeys, store: keepTrustList(join(folder, 'trust-list.jws')) },
    recordProcessing: appendProcessingRecords(join(folder, 'processing.jsonl')),
  });
}
