import { ClaimsError } from '../errors.ts';
import { canonicalizeChecked } from './canonicalize.ts';
import { checkDocument } from './check-document.ts';
import { proofSchema } from './data-integrity-proof.ts';
import { hashProof } from './hash-proof.ts';
import { decodeBase58 } from './multikey.ts';
import { canonicalizeProofConfig } from './proof-config.ts';
import { importPublicKey, SIGNATURE_BYTES } from './public-keys.ts';

export type ProofVerification =
  | {
      readonly verified: true;
      /** The N-Quads that were hashed: read facts from these, not from the document. */
      readonly canonical: string;
      /** `urn:sha256:` and the hash of `canonical`: a name for its content that nobody can choose. */
      readonly graph: string;
      readonly verificationMethod: string;
    }
  | {
      readonly verified: false;
      readonly reason: 'not_a_credential' | 'unknown_context' | 'unknown_key' | 'invalid_proof';
    };

/**
 * Checks the one `eddsa-rdfc-2022` proof of a credential.
 *
 * Says that the holder of the key signed this RDF, and nothing about who may state what: that is policy, see
 * `createClaimVerifier`.
 *
 * @param publicKey the multibase key of a verification method we accept, else `undefined`; never fetches
 * @param now for `expires` of the proof
 * @see {@link https://www.w3.org/TR/vc-di-eddsa/#verify-proof-eddsa-rdfc-2022 | Data Integrity EdDSA, 3.2.2}
 */
export async function verifyProof(
  credential: unknown,
  publicKey: (verificationMethod: string) => string | undefined,
  now: () => Date = () => new Date(),
): Promise<ProofVerification> {
  if (typeof credential !== 'object' || credential === null || Array.isArray(credential)) {
    return refuse('not_a_credential');
  }
  const { proof: proofs, ...document } = credential as Record<string, unknown>;
  if (proofs === undefined || !('@context' in document)) return refuse('not_a_credential');
  try {
    checkDocument(document);
  } catch (error) {
    return refuse(reasonOf(error, 'not_a_credential'));
  }

  const only = onlyProof(proofs);
  const proof = proofSchema.safeParse(only).data;
  // The schema drops it silently.
  if (!proof || Object.hasOwn(only as object, '__proto__')) return refuse('invalid_proof');
  const { proofValue, '@context': proofContext, ...config } = proof;
  if (proofContext !== undefined && !sameJson(proofContext, document['@context'])) {
    return refuse('invalid_proof');
  }
  if (proof.expires !== undefined && new Date(proof.expires) <= now())
    return refuse('invalid_proof');
  const signature = decodeBase58(proofValue, SIGNATURE_BYTES);
  if (!signature) return refuse('invalid_proof');

  const multibase = publicKey(proof.verificationMethod);
  if (multibase === undefined) return refuse('unknown_key');
  const verifySignature = await importPublicKey(multibase);

  let canonical: string;
  let proofConfig: string;
  try {
    canonical = await canonicalizeChecked(document);
    proofConfig = await canonicalizeProofConfig(document['@context'], config);
  } catch (error) {
    return refuse(reasonOf(error, 'invalid_proof'));
  }
  const { message, documentHash } = await hashProof(proofConfig, canonical);
  if (!(await verifySignature(signature, message))) return refuse('invalid_proof');
  const graph = `urn:sha256:${toHex(documentHash)}`;
  return { verified: true, canonical, graph, verificationMethod: proof.verificationMethod };
}

type Refusal = Extract<ProofVerification, { verified: false }>;

function refuse(reason: Refusal['reason']): Refusal {
  return { verified: false, reason };
}

/** Errors about the document are an answer; any other is a failure of ours, and goes up. */
function reasonOf(error: unknown, otherwise: Refusal['reason']): Refusal['reason'] {
  if (!(error instanceof ClaimsError)) throw error;
  return error.code === 'unknown_context' ? 'unknown_context' : otherwise;
}

/** Proof sets and chains are not accepted: with two proofs, "who signed this" has two answers. */
function onlyProof(proofs: unknown): unknown {
  if (!Array.isArray(proofs)) return proofs;
  return proofs.length === 1 ? proofs[0] : undefined;
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
