import type { Contexts } from '../canonicalize/contexts.ts';

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
  contexts?: Contexts,
): Promise<Record<string, unknown>> {
  const { baseProofOf } = await import('./base-proof-of.ts');
  const { document, proof } = baseProofOf(credential, 'ecdsa-sd-2023');
  const { derive } = await import('../suites/ecdsa-sd/derive.ts');
  const derived = await derive(document, proof.proofValue, pointers, contexts);
  return { ...derived.document, proof: { ...proof, proofValue: derived.proofValue } };
}
