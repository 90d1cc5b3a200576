import { concatBytes } from '../proof/concat-bytes.ts';
import { hashOf, importEcdsaKey } from '../proof/ecdsa-keys.ts';
import type { EcCurve } from '../proof/expand-point.ts';
import { decodeBase58 } from '../proof/multikey.ts';
import { canonicalizeSha384 } from './canonicalize-sha384.ts';
import type { Suite } from './suite.ts';

/**
 * P-256 with SHA-256, P-384 with SHA-384: the curve of the key chooses.
 *
 * @see {@link https://www.w3.org/TR/vc-di-ecdsa/#ecdsa-rdfc-2019 | Data Integrity ECDSA, 3.2}
 */
export const ecdsaRdfc2019: Suite = {
  name: 'ecdsa-rdfc-2019',
  signs: 'rdf',
  async verify({ document, proofConfig, proofValue, publicKey }) {
    const key = await importEcdsaKey(publicKey);
    if (!key) return false;
    const signature = decodeBase58(proofValue, key.curve === 'P-256' ? 64 : 96);
    const message = signature && (await hashEcdsaRdfc(key.curve, proofConfig, document));
    return signature !== undefined && message !== undefined && key.verify(signature, message);
  },
};

/** hash(proof configuration) ‖ hash(document); `undefined` when the document takes too much work. */
export async function hashEcdsaRdfc(
  curve: EcCurve,
  proofConfig: string,
  document: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const texts = [proofConfig, document];
  const hashed = curve === 'P-256' ? texts : await Promise.all(texts.map(canonicalizeSha384));
  const hash = hashOf(curve);
  const parts = await Promise.all(
    hashed.map((text) => text !== undefined && crypto.subtle.digest(hash, encoder.encode(text))),
  );
  const [first, second] = parts;
  if (!first || !second) return undefined;
  return concatBytes(new Uint8Array(first), new Uint8Array(second));
}

const encoder = new TextEncoder();
