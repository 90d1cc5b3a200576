import type { JWK } from 'jose';
import { openJson, type Sealed, sealJson } from './seal-json.ts';

/** Seals a private key when there is a key to seal it with. */
export async function sealKey(
  privateKey: JWK,
  encryptionKey: Uint8Array | undefined,
): Promise<JWK | Sealed> {
  return encryptionKey === undefined ? privateKey : sealJson(privateKey, encryptionKey);
}

/** @throws {AuthorityError} `key_sealed` when it cannot be opened with this key, or there is none */
export async function openKey(
  stored: JWK | Sealed,
  encryptionKey: Uint8Array | undefined,
): Promise<JWK> {
  return isSealed(stored) ? ((await openJson(stored, encryptionKey)) as JWK) : stored;
}

function isSealed(stored: JWK | Sealed): stored is Sealed {
  return 'jwe' in stored;
}
