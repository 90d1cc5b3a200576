import type { ParsedAuthorityConfig } from '../config.ts';
import type { KeyStore } from './key-store.ts';
import type { LoadKeysOptions } from './load-keys.ts';

/** How a configured authority loads and rotates its keys. */
export function keyOptions(
  { baseUrl, keyEncryptionKey }: ParsedAuthorityConfig,
  store: KeyStore,
): LoadKeysOptions {
  return {
    store,
    baseUrl,
    now: () => new Date(),
    ...(keyEncryptionKey !== undefined && {
      encryptionKey: Buffer.from(keyEncryptionKey, 'base64'),
    }),
  };
}
