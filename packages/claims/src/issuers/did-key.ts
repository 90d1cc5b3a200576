import { ClaimsError } from '../errors.ts';
import { decodeMultikey } from '../proof/multikey.ts';
import { type KeyPurpose, type KeyResolution, refuseKey } from './key-resolution.ts';

/**
 * The key that a `did:key` method has in its name, for any purpose. There is no document, and no way to take such a key back:
 * whoever trusts one trusts it for ever.
 *
 * @see {@link https://w3c-ccg.github.io/did-key-spec/ | The did:key Method}
 */
export function resolveDidKey(verificationMethod: string, purpose: KeyPurpose): KeyResolution {
  const [controller = '', fragment, ...more] = verificationMethod.split('#');
  const publicKey = controller.slice('did:key:'.length);
  if (fragment !== publicKey || more.length > 0) return refuseKey('not_in_document');
  try {
    decodeMultikey(publicKey);
  } catch (error) {
    if (error instanceof ClaimsError) return refuseKey('unknown_key_type');
    throw error;
  }
  return { publicKey, controller, purpose };
}
