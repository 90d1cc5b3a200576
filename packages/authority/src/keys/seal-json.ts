import { CompactEncrypt, compactDecrypt, errors } from 'jose';
import { AuthorityError } from '../errors.ts';

/** A value, encrypted (JWE, A256GCM) with a key that is not in the database. */
export interface Sealed {
  readonly jwe: string;
}

/** Encrypts a value that JSON can hold. */
export async function sealJson(value: unknown, encryptionKey: Uint8Array): Promise<Sealed> {
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const jwe = await new CompactEncrypt(plain)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(encryptionKey);
  return { jwe };
}

/** @throws {AuthorityError} `key_sealed` when it cannot be opened with this key, or there is none */
export async function openJson(
  { jwe }: Sealed,
  encryptionKey: Uint8Array | undefined,
): Promise<unknown> {
  if (encryptionKey === undefined) throw sealed('but keyEncryptionKey is not set');
  try {
    const { plaintext } = await compactDecrypt(jwe, encryptionKey);
    return JSON.parse(new TextDecoder().decode(plaintext));
  } catch (error) {
    if (error instanceof errors.JOSEError) throw sealed('with another keyEncryptionKey');
    throw error;
  }
}

function sealed(how: string): AuthorityError {
  return new AuthorityError(
    'key_sealed',
    `What is secret in the database is encrypted ${how}. Start it with the key they were encrypted with.`,
  );
}
