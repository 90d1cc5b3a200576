import { type EcCurve, expandPoint } from './expand-point.ts';
import { decodeMultikey, kindOfMultikey } from './multikey.ts';
import type { PlatformKey } from './signing-key.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A public key of a NIST curve. Signatures are r ‖ s, not DER. */
export interface EcdsaPublicKey {
  readonly curve: EcCurve;
  /** The hash that goes with the curve. */
  readonly hash: 'SHA-256' | 'SHA-384';
  verify(signature: Bytes, message: Bytes): Promise<boolean>;
}

const keys = new Map<string, Promise<EcdsaPublicKey | undefined>>();
const MAX_KEYS = 1_000;

/** `undefined` when the Multikey is of another kind, or no point of its curve. */
export function importEcdsaKey(multibase: string): Promise<EcdsaPublicKey | undefined> {
  let key = keys.get(multibase);
  if (!key) {
    if (keys.size >= MAX_KEYS) keys.clear();
    key = readMultikey(multibase);
    keys.set(multibase, key);
  }
  return key;
}

async function readMultikey(multibase: string): Promise<EcdsaPublicKey | undefined> {
  const curve = kindOfMultikey(multibase);
  if (curve !== 'P-256' && curve !== 'P-384') return undefined;
  const { kind, bytes } = decodeMultikey(multibase);
  return kind === curve ? await importEcdsaPoint(curve, bytes) : undefined;
}

/** As `importEcdsaKey`, of a compressed point; keeps nothing. */
export async function importEcdsaPoint(
  curve: EcCurve,
  compressed: Uint8Array,
): Promise<EcdsaPublicKey | undefined> {
  const point = expandPoint(curve, compressed);
  if (!point) return undefined;
  const key = await crypto.subtle.importKey(
    'raw',
    point,
    { name: 'ECDSA', namedCurve: curve },
    false,
    ['verify'],
  );
  const hash = hashOf(curve);
  return {
    curve,
    hash,
    verify: (signature, message) =>
      crypto.subtle.verify({ name: 'ECDSA', hash }, key, signature, message),
  };
}

export function hashOf(curve: EcCurve): 'SHA-256' | 'SHA-384' {
  return curve === 'P-256' ? 'SHA-256' : 'SHA-384';
}

/** Signs with a private key of a NIST curve, to r ‖ s. */
export async function signEcdsa(key: PlatformKey, curve: EcCurve, message: Bytes): Promise<Bytes> {
  const algorithm = { name: 'ECDSA', hash: hashOf(curve) };
  return new Uint8Array(await crypto.subtle.sign(algorithm, key, message));
}
