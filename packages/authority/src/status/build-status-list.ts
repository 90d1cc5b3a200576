import { encodeStatusBits, MIN_STATUS_LIST_BITS, setStatusBit } from '@grondslag/claims';
import type { StatusPurpose } from '@grondslag/protocol';
import {
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  DATA_INTEGRITY_V1,
  REVOCATION_LIST_2020_V1,
} from '@grondslag/vocab';

/** How long a list may be kept by who reads it. */
export const STATUS_LIST_SECONDS = 30;

interface ListContent {
  /** URL of the list. */
  readonly id: string;
  readonly issuer: string;
  /** Indexes of the bits that are set. */
  readonly marked: readonly number[];
  readonly changedAt: Date;
}

/** An unsigned `RevocationList2020Credential` (VC 1.1). */
export async function buildRevocationList2020({ id, issuer, marked, changedAt }: ListContent) {
  return {
    '@context': [CREDENTIALS_V1, DATA_INTEGRITY_V1, REVOCATION_LIST_2020_V1],
    id,
    type: ['VerifiableCredential', 'RevocationList2020Credential'],
    issuer,
    issuanceDate: changedAt.toISOString(),
    credentialSubject: {
      id: `${id}#list`,
      type: 'RevocationList2020',
      encodedList: await encodeStatusBits(bitsOf(marked), 'revocation-list-2020'),
    },
  };
}

/** An unsigned `BitstringStatusListCredential` (Bitstring Status List 1.0 §2.2, VC 2.0). */
export async function buildBitstringList(
  { id, issuer, marked, changedAt }: ListContent,
  statusPurpose: StatusPurpose,
) {
  return {
    '@context': [CREDENTIALS_V2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: changedAt.toISOString(),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose,
      ttl: STATUS_LIST_SECONDS * 1_000,
      encodedList: await encodeStatusBits(bitsOf(marked), 'bitstring'),
    },
  };
}

function bitsOf(marked: readonly number[]): Uint8Array {
  const bits = new Uint8Array(MIN_STATUS_LIST_BITS / 8);
  for (const index of marked) setStatusBit(bits, index);
  return bits;
}
