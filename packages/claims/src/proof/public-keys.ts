import { decodePublicKey } from './multikey.ts';
import { platformCrypto, type VerifySignature } from './platform-crypto.ts';

export const SIGNATURE_BYTES = 64;

const keys = new Map<string, VerifySignature | Promise<VerifySignature>>();
const MAX_KEYS = 1_000;

/** Imports take a good part of a verification, and issuers are few. */
export function importPublicKey(multibase: string): VerifySignature | Promise<VerifySignature> {
  let key = keys.get(multibase);
  if (!key) {
    if (keys.size >= MAX_KEYS) keys.clear();
    key = platformCrypto.importPublicKey(decodePublicKey(multibase));
    keys.set(multibase, key);
  }
  return key;
}
