import { isDeepStrictEqual } from 'node:util';
import { decodePublicKey } from '@grondslag/claims';
import {
  type Mandate,
  type MandateStep,
  mandateStatement,
  type Participant,
} from '@grondslag/legal-basis';
import { base64url, compactVerify, importJWK } from 'jose';
import { AuthorityError } from '../errors.ts';

/**
 * Checks that the official who decides signed this very mandate, with a key of the register.
 *
 * @throws {AuthorityError} `signature_missing`, `signature_invalid`
 */
export async function verifyDecision(
  mandate: Mandate,
  step: Pick<MandateStep, 'by' | 'reasons' | 'signature'>,
  { keys }: Pick<Participant, 'keys'>,
): Promise<void> {
  if (step.signature === undefined) {
    throw new AuthorityError('signature_missing', 'Send the signature of who decides.');
  }
  const signed = await readSigned(step.signature, keys);
  if (isDeepStrictEqual(signed, await mandateStatement(mandate, step))) return;
  throw new AuthorityError(
    'signature_invalid',
    'What is signed should be this version of this mandate, with the same official and reasons.',
  );
}

async function readSigned(jws: string, keys: Participant['keys']): Promise<unknown> {
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
