import { ClaimsError } from '../errors.ts';
import { type AnyProof, anyProofSchema } from '../proof/proof-schema.ts';

/** @throws {ClaimsError} `invalid_proof_value` when the credential has no proof of this suite */
export function baseProofOf(
  credential: object,
  suite: string,
): { document: Record<string, unknown>; proof: AnyProof } {
  const { proof: proofs, ...document } = credential as Record<string, unknown>;
  const proof = [proofs]
    .flat()
    .map((claimed) => anyProofSchema.safeParse(claimed).data)
    .find((read) => read?.cryptosuite === suite);
  if (proof) return { document, proof };
  throw new ClaimsError(
    'invalid_proof_value',
    `Expected a credential with a base proof of ${suite}: only its issuer can make one.`,
  );
}
