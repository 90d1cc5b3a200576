import { CompactEncrypt, compactDecrypt, errors, type JWK } from 'jose';
import { AuthorityError } from '../errors.ts';

/** A private key, encrypted (JWE, A256GCM) with a key that is not in the database. */
export interface SealedKey {
  readonly jwe: string;
}

/** Seals a private key when there is a key to seal it with. */
export async function sealKey(
  privateKey: JWK,
  encryptionKey: Uint8Array | undefined,
): Promise<JWK | SealedKey> {
  if (encryptionKey === undefined) return privateKey;
  const plain = new TextEncoder().encode(JSON.stringify(privateKey));
  const jwe = await new CompactEncrypt(plain)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(encryptionKey);
  return { jwe };
}

/** @throws {AuthorityError} `key_sealed` when it cannot be opened with this key, or there is none */
export async function openKey(
  stored: JWK | SealedKey,
  encryptionKey: Uint8Array | undefined,
): Promise<JWK> {
  if (!isSealed(stored)) return stored;
  if (encryptionKey === undefined) throw sealed('but keyEncryptionKey is not set');
  try {
    const { plaintext } = await compactDecrypt(stored.jwe, encryptionKey);
    return JSON.parse(new TextDecoder().decode(plaintext)) as JWK;
  } catch (error) {
    if (error instanceof errors.JOSEError) throw sealed('with another keyEncryptionKey');
    throw error;
  }
}

function isSealed(stored: JWK | SealedKey): stored is SealedKey {
  return 'jwe' in stored;
}

function sealed(how: string): AuthorityError {
  return new AuthorityError(
    'key_sealed',
    `The authority's private keys are encrypted ${how}. Start it with the key they were encrypted with.`,
  );
}
