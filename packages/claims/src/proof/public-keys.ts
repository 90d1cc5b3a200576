import { decodePublicKey } from './multikey.ts';
import { type PlatformCrypto, platformCrypto, type VerifySignature } from './platform-crypto.ts';

export const SIGNATURE_BYTES = 64;

type Key = VerifySignature | Promise<VerifySignature>;

const keys = new WeakMap<PlatformCrypto, Map<string, Key>>();
const MAX_KEYS = 1_000;

/** Imports take a good part of a verification, and issuers are few. */
export function importPublicKey(multibase: string, platform = platformCrypto): Key {
  const imported = keys.get(platform) ?? new Map<string, Key>();
  keys.set(platform, imported);
  let key = imported.get(multibase);
  if (!key) {
    if (imported.size >= MAX_KEYS) imported.clear();
    key = platform.importPublicKey(decodePublicKey(multibase));
    imported.set(multibase, key);
  }
  return key;
}
