import { base64urlnopad } from '@scure/base';
import { ClaimsError } from '../errors.ts';
import { concatBytes } from './concat-bytes.ts';
import { hashOf } from './ecdsa-keys.ts';
import { compressPoint, type EcCurve } from './expand-point.ts';
import { encodeMultikey } from './multikey.ts';

/** The platform's CryptoKey, by a name that Node's types and a browser's both know. */
export type PlatformKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Kinds of key that sign credentials. */
export type SigningCurve = 'Ed25519' | EcCurve;

/** An Ed25519 private key as JWK (RFC 8037). */
export interface Ed25519PrivateJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly d: string;
}

/** A private key of a NIST curve as JWK (RFC 7518, 6.2). */
export interface EcPrivateJwk {
  readonly kty: 'EC';
  readonly crv: EcCurve;
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

/** Any JWK, as `crypto.subtle.exportKey` and JSON give it. */
export type AnyJwk = { readonly [Name in keyof EcPrivateJwk]?: string | undefined };

/** A key pair that signs credentials. */
export interface SigningKey {
  /** URL of the verification method. */
  readonly id: string;
  /** Multikey, `z6Mk…` for Ed25519. */
  readonly publicKeyMultibase: string;
  /** Not extractable. */
  readonly privateKey: PlatformKey;
}

/** Makes an Ed25519 key pair. `privateKeyJwk` is the only copy that can be stored: keep it secret. */
export async function generateSigningKey(
  id: string,
): Promise<{ key: SigningKey; privateKeyJwk: Ed25519PrivateJwk }> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new ClaimsError('invalid_key', 'Expected a key pair.');
  const { x = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const privateKeyJwk = { kty: 'OKP', crv: 'Ed25519', x, d } as const;
  return { key: await importSigningKey(id, privateKeyJwk), privateKeyJwk };
}

/** As `generateSigningKey`, on a NIST curve: for the `ecdsa-*` suites. */
export async function generateEcdsaSigningKey(
  id: string,
  crv: EcCurve,
): Promise<{ key: SigningKey; privateKeyJwk: EcPrivateJwk }> {
  const algorithm = { name: 'ECDSA', namedCurve: crv };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const privateKeyJwk = { kty: 'EC', crv, x, y, d } as const;
  return { key: await importSigningKey(id, privateKeyJwk), privateKeyJwk };
}

/** The curve of a signing key. */
export function curveOf({ privateKey }: SigningKey): SigningCurve {
  const { name, namedCurve } = privateKey.algorithm as { name: string; namedCurve?: EcCurve };
  return name === 'ECDSA' && namedCurve ? namedCurve : 'Ed25519';
}

/**
 * @throws {ClaimsError} `invalid_key` when it is not a private key of Ed25519, P-256 or P-384 with its own public
 *   key
 */
export async function importSigningKey(id: string, privateKeyJwk: AnyJwk): Promise<SigningKey> {
  if (!URL.canParse(id))
    throw new ClaimsError('invalid_key', 'Expected a URL as the id of the key.');
  const { kty, crv, x, y, d } = privateKeyJwk;
  const isEd25519 = kty === 'OKP' && crv === 'Ed25519';
  const isEc = kty === 'EC' && (crv === 'P-256' || crv === 'P-384') && y !== undefined;
  if (!(isEd25519 || isEc) || x === undefined || d === undefined) {
    throw new ClaimsError(
      'invalid_key',
      'Expected a JWK with kty OKP, crv Ed25519, x and d; or with kty EC, crv P-256 or P-384, x, y and d.',
    );
  }
  try {
    return isEd25519
      ? await importEd25519(id, { kty, crv, x, d })
      : await importEc(id, { kty, crv, x, y, d } as EcPrivateJwk);
  } catch (cause) {
    throw new ClaimsError(
      'invalid_key',
      `Expected a key pair of ${crv} whose x belongs to its d.`,
      {
        cause,
      },
    );
  }
}

async function importEd25519(id: string, jwk: Ed25519PrivateJwk): Promise<SigningKey> {
  const privateKey = await crypto.subtle.importKey('jwk', { ...jwk }, 'Ed25519', false, ['sign']);
  const bytes = new Uint8Array(base64urlnopad.decode(jwk.x));
  const verifier = await crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']);
  await checkPair(privateKey, verifier, 'Ed25519');
  return { id, publicKeyMultibase: encodeMultikey({ kind: 'Ed25519', bytes }), privateKey };
}

async function importEc(id: string, jwk: EcPrivateJwk): Promise<SigningKey> {
  const algorithm = { name: 'ECDSA', namedCurve: jwk.crv };
  const privateKey = await crypto.subtle.importKey('jwk', { ...jwk }, algorithm, false, ['sign']);
  const [x, y] = [jwk.x, jwk.y].map((coordinate) => base64urlnopad.decode(coordinate));
  const point = concatBytes(Uint8Array.of(4), x as Uint8Array, y as Uint8Array);
  const verifier = await crypto.subtle.importKey('raw', point, algorithm, false, ['verify']);
  await checkPair(privateKey, verifier, { name: 'ECDSA', hash: hashOf(jwk.crv) });
  const bytes = compressPoint(point);
  return { id, publicKeyMultibase: encodeMultikey({ kind: jwk.crv, bytes }), privateKey };
}

/** Platforms do not compare `x` with `d`; with the wrong one, nobody could verify what we sign. */
async function checkPair(
  privateKey: PlatformKey,
  publicKey: PlatformKey,
  algorithm: 'Ed25519' | { name: string; hash: string },
): Promise<void> {
  const message = new Uint8Array(32);
  const signature = await crypto.subtle.sign(algorithm, privateKey, message);
  if (!(await crypto.subtle.verify(algorithm, publicKey, signature, message))) {
    throw new Error('The public key does not belong to the private key.');
  }
}
