import { canonicalizeChecked } from './canonicalize.ts';
import { checkDocument } from './check-document.ts';
import { proofSchema } from './data-integrity-proof.ts';
import { hashProof } from './hash-proof.ts';
import { decodeBase58 } from './multikey.ts';
import { canonicalizeProofConfig } from './proof-config.ts';
import {
  type FindPublicKey,
  type ProofVerification,
  reasonOf,
  refuse,
} from './proof-verification.ts';
import { importPublicKey, SIGNATURE_BYTES } from './public-keys.ts';

/**
 * Checks one `eddsa-rdfc-2022` proof of a document.
 *
 * @param document the credential without its `proof`; has an `@context`
 * @param claimed the proof as it came
 * @see {@link https://www.w3.org/TR/vc-di-eddsa/#verify-proof-eddsa-rdfc-2022 | Data Integrity EdDSA, 3.2.2}
 */
export async function verifyEddsaRdfc(
  document: Readonly<Record<string, unknown>>,
  claimed: unknown,
  publicKey: FindPublicKey,
  now: () => Date,
): Promise<ProofVerification> {
  try {
    checkDocument(document);
  } catch (error) {
    return refuse(reasonOf(error, 'not_a_credential'));
  }

  const proof = proofSchema.safeParse(claimed).data;
  // The schema drops it silently.
  if (!proof || Object.hasOwn(claimed as object, '__proto__')) return refuse('invalid_proof');
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
  return {
    verified: true,
    canonical,
    graph: `urn:sha256:${toHex(documentHash)}`,
    verificationMethod: proof.verificationMethod,
    cryptosuite: proof.cryptosuite,
    proofPurpose: proof.proofPurpose,
    created: new Date(proof.created),
  };
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
