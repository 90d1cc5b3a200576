import {
  encodeStatusBits,
  generateSigningKey,
  MIN_STATUS_LIST_BITS,
  signCredential,
} from '@grondslag/claims';
import type { SourceParticipant } from '@grondslag/protocol';
import { CLAIMS_V1, CREDENTIALS_V2, g } from '@grondslag/vocab';

export const CITIZEN = 'https://vault.example/anna/profile/card#me';
const SOURCE = 'https://source.example/income';
export const KEY_ID = `${SOURCE}#key-1`;
export const STATUS_LIST = `${SOURCE}/status/1`;

export interface Samples {
  readonly texts: readonly string[];
  readonly source: SourceParticipant;
  readonly publicKeyMultibase: string;
  /** Signed Bitstring Status List credential; nothing in it is revoked. */
  readonly statusList: object;
}

/** Signed income credentials, all different, all good. */
export async function makeSamples(count: number): Promise<Samples> {
  const { key } = await generateSigningKey(KEY_ID);
  const validity = { validFrom: '2026-01-01T00:00:00Z', validUntil: '2036-01-01T00:00:00Z' };
  const now = new Date('2026-01-01T00:00:00Z');
  const texts: string[] = [];
  for (let index = 0; index < count; index++) {
    const credential = {
      '@context': [CREDENTIALS_V2, CLAIMS_V1],
      id: `urn:uuid:${crypto.randomUUID()}`,
      type: ['VerifiableCredential', 'IncomeCredential'],
      issuer: SOURCE,
      ...validity,
      credentialStatus: {
        id: `${STATUS_LIST}#${index}`,
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: String(index),
        statusListCredential: STATUS_LIST,
      },
      credentialSubject: {
        id: CITIZEN,
        income: { type: 'Income', year: '2025', amount: `${20_000 + index}.00`, currency: 'EUR' },
      },
    };
    texts.push(JSON.stringify(await signCredential(credential, key, now)));
  }
  const statusList = await signCredential(
    {
      '@context': [CREDENTIALS_V2],
      id: STATUS_LIST,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: SOURCE,
      ...validity,
      credentialSubject: {
        id: `${STATUS_LIST}#list`,
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: await encodeStatusBits(new Uint8Array(MIN_STATUS_LIST_BITS / 8), 'bitstring'),
      },
    },
    key,
    now,
  );
  return {
    texts,
    source: {
      id: SOURCE,
      name: { nl: 'Meetbron' },
      claimTypes: [g.IncomeCredential],
      keys: { [KEY_ID]: key.publicKeyMultibase },
      statusLists: `${SOURCE}/status/`,
    },
    publicKeyMultibase: key.publicKeyMultibase,
    statusList,
  };
}
