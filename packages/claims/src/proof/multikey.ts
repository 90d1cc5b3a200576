import { base58 } from '@scure/base';
import { ClaimsError } from '../errors.ts';

const ED25519_PUBLIC = [0xed, 0x01] as const;
const PUBLIC_KEY_BYTES = 32;

/**
 * A raw Ed25519 public key as multibase Multikey, `z6Mk…`.
 *
 * @see {@link https://www.w3.org/TR/controller-document/#Multikey | Controller Documents, Multikey}
 */
export function encodePublicKey(publicKey: Uint8Array): string {
  return `z${base58.encode(Uint8Array.of(...ED25519_PUBLIC, ...publicKey))}`;
}

/** @throws {ClaimsError} `invalid_key` when it is not an Ed25519 Multikey */
export function decodePublicKey(multibase: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase58(multibase, ED25519_PUBLIC.length + PUBLIC_KEY_BYTES);
  if (!bytes || bytes[0] !== ED25519_PUBLIC[0] || bytes[1] !== ED25519_PUBLIC[1]) {
    throw new ClaimsError('invalid_key', 'Expected an Ed25519 public key as Multikey (z6Mk…).');
  }
  return bytes.slice(ED25519_PUBLIC.length);
}

/** Multibase base58btc of exactly `length` bytes; `undefined` for anything else. */
export function decodeBase58(
  multibase: string,
  length: number,
): Uint8Array<ArrayBuffer> | undefined {
  // Decoding takes quadratic time, so the length is checked first; base58 needs at most 1.38 characters a byte.
  if (!multibase.startsWith('z') || multibase.length > 1 + Math.ceil(length * 1.38))
    return undefined;
  try {
    const bytes = base58.decode(multibase.slice(1));
    return bytes.length === length ? new Uint8Array(bytes) : undefined;
  } catch {
    return undefined;
  }
}

/** Multibase base58btc, with the `z` in front. */
export function encodeBase58(bytes: Uint8Array): string {
  return `z${base58.encode(bytes)}`;
}
