import { generateSigningKey } from '@grondslag/claims';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { KeyUse, StoredKey } from './key-store.ts';
import { sealKey } from './seal-key.ts';

/** Makes a new key pair for a use. */
export async function makeKey(
  use: KeyUse,
  {
    baseUrl,
    generation,
    now,
    signsFrom,
    encryptionKey,
  }: {
    readonly baseUrl: string;
    readonly generation: number;
    readonly now: Date;
    readonly signsFrom: Date;
    readonly encryptionKey: Uint8Array | undefined;
  },
): Promise<StoredKey> {
  const { id, privateJwk } =
    use === 'credential' ? await credentialKey(`${baseUrl}#key-${generation}`) : await tokenKey();
  const privateKey = await sealKey(privateJwk, encryptionKey);
  return { use, generation, id, privateKey, createdAt: now, signsFrom };
}

async function credentialKey(id: string): Promise<{ id: string; privateJwk: JWK }> {
  const { privateKeyJwk } = await generateSigningKey(id);
  return { id, privateJwk: privateKeyJwk };
}

async function tokenKey(): Promise<{ id: string; privateJwk: JWK }> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const privateJwk = await exportJWK(privateKey);
  return { id: await calculateJwkThumbprint(privateJwk), privateJwk };
}
