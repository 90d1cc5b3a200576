import { generateSigningKey, importSigningKey, type SigningKey } from '@grondslag/claims';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import { AuthorityError } from '../errors.ts';
import type { AuthorityKeys, TokenKey } from './authority-keys.ts';
import type { KeyStore, KeyUse, StoredKey } from './key-store.ts';

/**
 * The authority's keys; made at the first start and the same ever after.
 *
 * @throws {AuthorityError} `database_of_other_authority` when the credential key was made for another base URL
 */
export async function loadKeys(
  store: KeyStore,
  baseUrl: string,
  now: Date,
): Promise<AuthorityKeys> {
  const credential = await findOrCreate(store, 'credential', async () => {
    const { key, privateKeyJwk } = await generateSigningKey(`${baseUrl}#key-1`);
    return { use: 'credential', id: key.id, privateJwk: privateKeyJwk, createdAt: now };
  });
  const token = await findOrCreate(store, 'token', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const privateJwk = await exportJWK(privateKey);
    const id = await calculateJwkThumbprint(privateJwk);
    return { use: 'token', id, privateJwk, createdAt: now };
  });
  return {
    credential: await toCredentialKey(credential, baseUrl),
    token: await toTokenKey(token),
  };
}

async function findOrCreate(
  store: KeyStore,
  use: KeyUse,
  create: () => Promise<StoredKey>,
): Promise<StoredKey> {
  const found = await store.find(use);
  if (found !== undefined) return found;
  await store.add(await create());
  // Not the one just made: another process may have been first.
  const kept = await store.find(use);
  if (kept === undefined) throw new Error(`the ${use} key was stored but cannot be read back`);
  return kept;
}

async function toCredentialKey(stored: StoredKey, baseUrl: string): Promise<SigningKey> {
  if (!stored.id.startsWith(`${baseUrl}#`)) {
    throw new AuthorityError(
      'database_of_other_authority',
      `The database belongs to the authority at ${stored.id.split('#')[0]}, but baseUrl is ${baseUrl}. ` +
        'What was signed there would no longer verify: keep the base URL, or start with an empty data folder.',
    );
  }
  return importSigningKey(stored.id, stored.privateJwk);
}

async function toTokenKey({ id, privateJwk }: StoredKey): Promise<TokenKey> {
  const { d: _secret, ...publicJwk } = privateJwk;
  const privateKey = await importJWK(privateJwk, 'ES256');
  if (privateKey instanceof Uint8Array) throw new TypeError('the token key should be an EC key');
  return {
    kid: id,
    privateKey,
    publicJwk: { ...publicJwk, kid: id, alg: 'ES256', use: 'sig' },
  };
}
