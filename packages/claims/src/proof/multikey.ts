import { base58 } from '@scure/base';
import { ClaimsError } from '../errors.ts';
import { decodeBase58Digits } from './base58.ts';

/** The kinds of public key that a Multikey can hold and that a suite here uses. */
export type KeyKind = 'Ed25519' | 'P-256' | 'P-384' | 'BLS12-381 G2';

export interface DecodedKey {
  readonly kind: KeyKind;
  /** Raw for Ed25519; a compressed point for the others. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Multicodec varint and length of the key itself. */
const kinds: Readonly<Record<KeyKind, readonly [first: number, second: number, bytes: number]>> = {
  Ed25519: [0xed, 0x01, 32],
  'P-256': [0x80, 0x24, 33],
  'P-384': [0x81, 0x24, 49],
  'BLS12-381 G2': [0xeb, 0x01, 96],
};

/**
 * A public key as multibase Multikey: `z6Mk…` for Ed25519, `zDna…` for P-256, `z82…` for P-384, `zUC…` for BLS.
 *
 * @see {@link https://www.w3.org/TR/cid-1.0/#Multikey | Controlled Identifiers, Multikey}
 */
export function encodeMultikey({ kind, bytes }: DecodedKey): string {
  const [first, second] = kinds[kind];
  return encodeBase58(Uint8Array.of(first, second, ...bytes));
}

/** @throws {ClaimsError} `invalid_key` when it is a Multikey of none of the kinds */
export function decodeMultikey(multibase: string): DecodedKey {
  for (const [kind, [first, second, length]] of Object.entries(kinds)) {
    const bytes = decodeBase58(multibase, 2 + length);
    if (bytes?.[0] === first && bytes[1] === second) {
      return { kind: kind as KeyKind, bytes: bytes.slice(2) };
    }
  }
  throw new ClaimsError(
    'invalid_key',
    `Expected a public key as Multikey: ${Object.keys(kinds).join(', ')}.`,
  );
}

/** The kind of a Multikey by its first characters; `undefined` when it is none. Decodes nothing. */
export function kindOfMultikey(multibase: string): KeyKind | undefined {
  if (multibase.startsWith('z6Mk')) return 'Ed25519';
  if (multibase.startsWith('zDna')) return 'P-256';
  if (multibase.startsWith('z82')) return 'P-384';
  return multibase.startsWith('zUC') ? 'BLS12-381 G2' : undefined;
}

/** A raw Ed25519 public key as Multikey. */
export function encodePublicKey(publicKey: Uint8Array): string {
  return encodeMultikey({ kind: 'Ed25519', bytes: new Uint8Array(publicKey) });
}

/** @throws {ClaimsError} `invalid_key` when it is not an Ed25519 Multikey */
export function decodePublicKey(multibase: string): Uint8Array<ArrayBuffer> {
  const { kind, bytes } = decodeMultikey(multibase);
  if (kind === 'Ed25519') return bytes;
  throw new ClaimsError('invalid_key', 'Expected an Ed25519 public key as Multikey (z6Mk…).');
}

/** Multibase base58btc of exactly `length` bytes; `undefined` for anything else. */
export function decodeBase58(
  multibase: string,
  length: number,
): Uint8Array<ArrayBuffer> | undefined {
  // Decoding takes quadratic time, so the length is checked first; base58 needs at most 1.38 characters a byte.
  if (!multibase.startsWith('z') || multibase.length > 1 + Math.ceil(length * 1.38))
    return undefined;
  return decodeBase58Digits(multibase.slice(1), length);
}

/** Multibase base58btc, with the `z` in front. */
export function encodeBase58(bytes: Uint8Array): string {
  return `z${base58.encode(bytes)}`;
}
