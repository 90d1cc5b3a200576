import { CREDENTIALS_V2 } from '@grondslag/vocab';
import { ClaimsError } from '../errors.ts';
import type { SigningKey } from '../proof/signing-key.ts';
import { encodeStatusBits, MIN_STATUS_LIST_BITS, setStatusBit } from '../status/status-bits.ts';
import type { IssueSuite } from './create-proof.ts';
import { issueCredential } from './issue-credential.ts';
import type { Issued } from './issued-document.ts';
import type { StatusPlace } from './status-entry.ts';

/** A Bitstring Status List to publish. */
export interface StatusListContent {
  /** Where it will be published: verifiers refuse a list from another address. */
  readonly id: string;
  readonly issuer: string;
  readonly purpose: StatusPlace['purpose'];
  /** Index → value, of the entries that are not 0: for revocation and suspension, 1. */
  readonly values: Iterable<readonly [index: number, value: number]>;
  /** Bits of one entry. Default 1. */
  readonly size?: number;
  /** Room in the list. Default, and least: 131,072, so that fetching it does not say which credential is looked at. */
  readonly entries?: number;
  readonly validFrom: Date;
  readonly validUntil: Date;
  /** For how long verifiers may keep it. */
  readonly ttlMilliseconds?: number;
}

/**
 * Issues a status list.
 *
 * @throws {ClaimsError} `invalid_status_list` when a value or an index does not fit
 * @see {@link https://www.w3.org/TR/vc-bitstring-status-list/#generate-algorithm | Bitstring Status List, 3.1}
 */
export async function issueStatusList<Suite extends Exclude<IssueSuite, 'ecdsa-sd-2023'>>(
  content: StatusListContent,
  { suite, key, now }: { readonly suite: Suite; readonly key: SigningKey; readonly now: Date },
): Promise<Issued<Record<string, unknown>, Suite>> {
  const { id, issuer, purpose, validFrom, validUntil, ttlMilliseconds } = content;
  const list = {
    '@context': [CREDENTIALS_V2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: toSeconds(validFrom),
    validUntil: toSeconds(validUntil),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      ...(ttlMilliseconds !== undefined && { ttl: ttlMilliseconds }),
      encodedList: await encodeStatusBits(writeBits(content), 'bitstring'),
    },
  };
  return await issueCredential(list, { suite, key, now });
}

function writeBits({ values, size = 1, entries = 0 }: StatusListContent): Uint8Array {
  const room = Math.ceil(Math.max(entries, MIN_STATUS_LIST_BITS) / 8) * 8;
  const bits = new Uint8Array((room * size) / 8);
  for (const [index, value] of values) {
    const fits = Number.isInteger(value) && value >= 0 && value < 2 ** size;
    if (!Number.isInteger(index) || index < 0 || index >= room || !fits) {
      throw new ClaimsError(
        'invalid_status_list',
        `Expected an index below ${room} and a value of ${size} bits, got ${index} and ${value}.`,
      );
    }
    // The most significant bit first.
    for (let bit = 0; bit < size; bit++) {
      if ((value >> (size - 1 - bit)) & 1) setStatusBit(bits, index * size + bit);
    }
  }
  return bits;
}

function toSeconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}
