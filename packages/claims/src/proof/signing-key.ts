import { base64urlnopad } from '@scure/base';
import { ClaimsError } from '../errors.ts';
import { encodePublicKey } from './multikey.ts';

/** The platform's CryptoKey, by a name that Node's types and a browser's both know. */
export type PlatformKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** An Ed25519 private key as JWK (RFC 8037). */
export interface Ed25519PrivateJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly d: string;
}

/** Any JWK, as `crypto.subtle.exportKey` and JSON give it. */
export type AnyJwk = { readonly [Name in keyof Ed25519PrivateJwk]?: string | undefined };

/** An Ed25519 key pair that signs credentials. */
export interface SigningKey {
  /** URL of the verification method. */
  readonly id: string;
  /** Multikey, `z6Mk…`. */
  readonly publicKeyMultibase: string;
  /** Not extractable. */
  readonly privateKey: PlatformKey;
}

/** Makes a key pair. `privateKeyJwk` is the only copy that can be stored: keep it secret. */
export async function generateSigningKey(
  id: string,
): Promise<{ key: SigningKey; privateKeyJwk: Ed25519PrivateJwk }> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new ClaimsError('invalid_key', 'Expected a key pair.');
  const { x = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const privateKeyJwk = { kty: 'OKP', crv: 'Ed25519', x, d } as const;
  return { key: await importSigningKey(id, privateKeyJwk), privateKeyJwk };
}

/** @throws {ClaimsError} `invalid_key` when it is not an Ed25519 private key with its own public key */
export async function importSigningKey(id: string, privateKeyJwk: AnyJwk): Promise<SigningKey> {
  const { kty, crv, x, d } = privateKeyJwk;
  if (!URL.canParse(id))
    throw new ClaimsError('invalid_key', 'Expected a URL as the id of the key.');
  if (kty !== 'OKP' || crv !== 'Ed25519' || x === undefined || d === undefined) {
    throw new ClaimsError('invalid_key', 'Expected a JWK with kty OKP, crv Ed25519, x and d.');
  }
  try {
    const jwk = { kty, crv, x, d };
    const privateKey = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign']);
    const publicKey = base64urlnopad.decode(x);
    await checkPair(privateKey, publicKey);
    return { id, publicKeyMultibase: encodePublicKey(publicKey), privateKey };
  } catch (cause) {
    throw new ClaimsError('invalid_key', 'Expected an Ed25519 key pair whose x belongs to its d.', {
      cause,
    });
  }
}

/** Platforms do not compare `x` with `d`; with the wrong one, nobody could verify what we sign. */
async function checkPair(privateKey: PlatformKey, publicKey: Uint8Array): Promise<void> {
  const message = new Uint8Array(32);
  const raw = new Uint8Array(publicKey);
  const verifier = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  const signature = await crypto.subtle.sign('Ed25519', privateKey, message);
  if (!(await crypto.subtle.verify('Ed25519', verifier, signature, message))) {
    throw new Error('The public key does not belong to the private key.');
  }
}
