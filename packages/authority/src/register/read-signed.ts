import { decodePublicKey } from '@grondslag/claims';
import type { Participant } from '@grondslag/legal-basis';
import { base64url, compactVerify, importJWK } from 'jose';
import { AuthorityError } from '../errors.ts';

/**
 * The JSON that was signed under one of these keys of a participant.
 *
 * @throws {AuthorityError} `signature_invalid`
 */
export async function readSigned(jws: string, keys: Participant['keys']): Promise<unknown> {
  try {
    const { payload } = await compactVerify(
      jws,
      async ({ kid }) => {
        const key = kid !== undefined && Object.hasOwn(keys, kid) ? keys[kid] : undefined;
        if (key === undefined) throw new Error('not a key of this participant');
        const x = base64url.encode(decodePublicKey(key));
        return importJWK({ kty: 'OKP', crv: 'Ed25519', x }, 'EdDSA');
      },
      { algorithms: ['EdDSA', 'Ed25519'] },
    );
    return JSON.parse(new TextDecoder().decode(payload)) as unknown;
  } catch (cause) {
    throw new AuthorityError(
      'signature_invalid',
      'The signature should be a compact JWS (EdDSA) with the kid of a key in the register.',
      { cause },
    );
  }
}
