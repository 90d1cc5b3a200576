import { type FindPublicKey, type ProofVerification, refuse } from './proof-verification.ts';
import { verifyEddsaRdfc } from './verify-eddsa-rdfc.ts';

/**
 * Checks the one `eddsa-rdfc-2022` proof of a credential.
 *
 * Says that the holder of the key signed this RDF, and nothing about who may state what: that is policy, see
 * `createClaimVerifier`.
 *
 * @param publicKey the multibase key of a verification method we accept, else `undefined`; never fetches
 * @param now for `expires` of the proof
 * @see {@link https://www.w3.org/TR/vc-data-integrity/#verify-proof | Data Integrity, 4.4}
 */
export async function verifyProof(
  credential: unknown,
  publicKey: FindPublicKey,
  now: () => Date = () => new Date(),
): Promise<ProofVerification> {
  if (typeof credential !== 'object' || credential === null || Array.isArray(credential)) {
    return refuse('not_a_credential');
  }
  const { proof: proofs, ...document } = credential as Record<string, unknown>;
  if (proofs === undefined || !('@context' in document)) return refuse('not_a_credential');
  return await verifyEddsaRdfc(document, onlyProof(proofs), publicKey, now);
}

/** Proof sets and chains are not accepted: with two proofs, "who signed this" has two answers. */
function onlyProof(proofs: unknown): unknown {
  if (!Array.isArray(proofs)) return proofs;
  return proofs.length === 1 ? proofs[0] : undefined;
}
