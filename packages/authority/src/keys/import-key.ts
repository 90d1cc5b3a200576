import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { importSigningKey, type SigningKey } from '@grondslag/claims';
import type { JWK } from 'jose';
import { AuthorityError } from '../errors.ts';
import type { TokenKey } from './authority-keys.ts';

/** @throws {AuthorityError} `database_of_other_authority` when the key was made for another base URL */
export async function importCredentialKey(
  id: string,
  privateJwk: JWK,
  baseUrl: string,
): Promise<SigningKey> {
  if (!id.startsWith(`${baseUrl}#`)) {
    throw new AuthorityError(
      'database_of_other_authority',
      `The database belongs to the authority at ${id.split('#')[0]}, but baseUrl is ${baseUrl}. ` +
        'What was signed there would no longer verify: keep the base URL, or start with an empty database.',
    );
  }
  return importSigningKey(id, privateJwk);
}

export function importTokenKey(kid: string, privateJwk: JWK): TokenKey {
  const { d: _secret, ...publicJwk } = privateJwk;
  const privateKey = createPrivateKey({ key: privateJwk as JsonWebKey, format: 'jwk' });
  return { kid, privateKey, publicJwk: { ...publicJwk, kid, alg: 'ES256', use: 'sig' } };
}
