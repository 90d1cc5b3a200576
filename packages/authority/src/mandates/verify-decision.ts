import { isDeepStrictEqual } from 'node:util';
import {
  type Mandate,
  type MandateStep,
  mandateStatement,
  type Participant,
} from '@grondslag/legal-basis';
import { AuthorityError } from '../errors.ts';
import { readSigned } from '../register/read-signed.ts';

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
