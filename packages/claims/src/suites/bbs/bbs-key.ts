import { base64urlnopad } from '@scure/base';
import { ClaimsError } from '../../errors.ts';
import { encodeMultikey } from '../../proof/multikey.ts';
import { CIPHERSUITE, loadBbs } from './load-bbs.ts';

/** A key pair for `bbs-2023`. No platform keeps such a key for us: `secretKey` is the key itself. */
export interface BbsKey {
  /** URL of the verification method. */
  readonly id: string;
  /** Multikey, `zUC7…`. */
  readonly publicKeyMultibase: string;
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/** As @digitalbazaar/bls12-381-multikey writes it. The draft about such JWKs has had two other forms. */
export interface BbsPrivateJwk {
  readonly kty: 'OKP';
  readonly crv: 'Bls12381G2';
  readonly x: string;
  readonly d: string;
}

/** @throws {ClaimsError} `not_installed` */
export async function generateBbsKey(id: string): Promise<BbsKey> {
  const bbs = await loadBbs();
  return bbsKey(id, await bbs.generateKeyPair({ ciphersuite: CIPHERSUITE }));
}

/** The key as it can be kept in a file. */
export function exportBbsKey({ publicKey, secretKey }: BbsKey): BbsPrivateJwk {
  const [x, d] = [publicKey, secretKey].map((bytes) => base64urlnopad.encode(bytes));
  return { kty: 'OKP', crv: 'Bls12381G2', x: x as string, d: d as string };
}

/** @throws {ClaimsError} `invalid_key` when it is no such key with its own public key; `not_installed` */
export async function importBbsKey(
  id: string,
  { kty, crv, x, d }: { readonly [Member in keyof BbsPrivateJwk]?: string | undefined },
): Promise<BbsKey> {
  const wrong = (cause?: unknown) =>
    new ClaimsError(
      'invalid_key',
      'Expected a JWK with kty OKP, crv Bls12381G2, x and d, and an x that belongs to its d.',
      { cause },
    );
  if (kty !== 'OKP' || crv !== 'Bls12381G2' || x === undefined || d === undefined) throw wrong();
  const bbs = await loadBbs();
  try {
    const secretKey = base64urlnopad.decode(d);
    const publicKey = await bbs.secretKeyToPublicKey({ secretKey, ciphersuite: CIPHERSUITE });
    if (base64urlnopad.encode(new Uint8Array(publicKey)) === x) {
      return bbsKey(id, { publicKey, secretKey });
    }
  } catch (cause) {
    throw wrong(cause);
  }
  throw wrong();
}

function bbsKey(id: string, pair: Pick<BbsKey, 'publicKey' | 'secretKey'>): BbsKey {
  const bytes = new Uint8Array(pair.publicKey);
  return { id, ...pair, publicKeyMultibase: encodeMultikey({ kind: 'BLS12-381 G2', bytes }) };
}
