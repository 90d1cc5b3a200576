import { hashProof } from '../proof/hash-proof.ts';
import { decodeBase58, kindOfMultikey } from '../proof/multikey.ts';
import { importPublicKey, SIGNATURE_BYTES } from '../proof/public-keys.ts';
import type { SignedTexts, Suite } from './suite.ts';

/** @see {@link https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022 | Data Integrity EdDSA, 3.2} */
export const eddsaRdfc2022: Suite = { name: 'eddsa-rdfc-2022', signs: 'rdf', verify };

/** @see {@link https://www.w3.org/TR/vc-di-eddsa/#eddsa-jcs-2022 | Data Integrity EdDSA, 3.3} */
export const eddsaJcs2022: Suite = { name: 'eddsa-jcs-2022', signs: 'json', verify };

async function verify(texts: SignedTexts): Promise<boolean> {
  const { document, proofConfig, proofValue, publicKey } = texts;
  const signature = decodeBase58(proofValue, SIGNATURE_BYTES);
  if (!signature || kindOfMultikey(publicKey) !== 'Ed25519') return false;
  const verifySignature = await importPublicKey(publicKey);
  const { message } = await hashProof(proofConfig, document);
  return await verifySignature(signature, message);
}
