import { ClaimsError } from '../errors.ts';
import { anyProofSchema } from '../proof/data-integrity-proof.ts';

/**
 * The part of a credential that a holder shows: what the issuer made mandatory, and what the pointers select.
 * The credential was issued under `ecdsa-sd-2023`.
 *
 * @param pointers JSON pointers (RFC 6901) such as `/credentialSubject/income/0/amount`; with none, the mandatory
 *   part alone
 * @throws {ClaimsError} `invalid_proof_value` when it has no such proof; `invalid_pointer` when one selects nothing
 */
export async function deriveCredential(
  credential: object,
  pointers: readonly string[],
): Promise<Record<string, unknown>> {
  const { proof: proofs, ...document } = credential as Record<string, unknown>;
  const base = [proofs]
    .flat()
    .map((proof) => anyProofSchema.safeParse(proof).data)
    .find((proof) => proof?.cryptosuite === 'ecdsa-sd-2023');
  if (!base) {
    throw new ClaimsError(
      'invalid_proof_value',
      'Expected a credential with an ecdsa-sd-2023 base proof: only its issuer can make one.',
    );
  }
  const { derive } = await import('../suites/ecdsa-sd/derive.ts');
  const derived = await derive(document, base.proofValue, pointers);
  return { ...derived.document, proof: { ...base, proofValue: derived.proofValue } };
}
