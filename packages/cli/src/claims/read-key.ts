import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type AnyJwk, ClaimsError, importSigningKey, type SigningKey } from '@grondslag/claims';
import type { BbsKey } from '@grondslag/claims/bbs';
import * as z from 'zod';
import { UsageError } from '../usage-error.ts';

const keySchema = z.looseObject({ kid: z.url(), kty: z.string(), crv: z.string() });

/**
 * A private key from a file that `claims key` or `official key` made: a JWK whose `kid` is its verification method.
 * Keys come from files alone: what is in an argument, others on the machine can see.
 *
 * @throws {UsageError} that says nothing of what is in the file
 */
export async function readKey(file: string | undefined, folder: string): Promise<SigningKey> {
  return await read(file, folder, 'Ed25519, P-256 or P-384', importSigningKey);
}

/** As `readKey`, for `bbs-2023`. */
export async function readBbsKey(file: string | undefined, folder: string): Promise<BbsKey> {
  const { importBbsKey } = await import('@grondslag/claims/bbs');
  return await read(file, folder, 'BLS12-381', importBbsKey);
}

async function read<Key>(
  file: string | undefined,
  folder: string,
  kinds: string,
  importKey: (id: string, jwk: AnyJwk) => Promise<Key>,
): Promise<Key> {
  if (file === undefined) {
    throw new UsageError('Expected --key FILE: make one with grondslag claims key.');
  }
  const wrong = () =>
    new UsageError(`Expected a private JWK with kid, of ${kinds}, in ${basename(file)}.`);
  let jwk: z.infer<typeof keySchema>;
  try {
    jwk = keySchema.parse(JSON.parse(await readFile(resolve(folder, file), 'utf8')));
  } catch {
    throw wrong();
  }
  try {
    return await importKey(jwk.kid, jwk as AnyJwk);
  } catch (error) {
    throw error instanceof ClaimsError && error.code === 'invalid_key' ? wrong() : error;
  }
}
