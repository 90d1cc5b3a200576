import { base64urlnopad } from '@scure/base';
import { decodeBase58 } from './multikey.ts';
import { importPublicKey, SIGNATURE_BYTES } from './public-keys.ts';

/**
 * Checks an `eddsa-rdfc-2022` signature over a hash that was kept when the credential was signed. That the
 * credential at hand is that very one is for the caller to know: nothing is canonicalized here.
 *
 * @param signedHash as `signWithHash` gave it
 */
export async function verifySignedHash(
  proofValue: string,
  signedHash: string,
  publicKeyMultibase: string,
): Promise<boolean> {
  const signature = decodeBase58(proofValue, SIGNATURE_BYTES);
  if (signature === undefined) return false;
  const verifySignature = await importPublicKey(publicKeyMultibase);
  return verifySignature(signature, new Uint8Array(base64urlnopad.decode(signedHash)));
}
