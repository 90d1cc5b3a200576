import type * as z from 'zod';
import { proofSchema } from './data-integrity-proof.ts';
import { isPlainProof } from './is-plain-proof.ts';
import { decodeBase58 } from './multikey.ts';
import type { ProofConfig } from './proof-config.ts';
import { type FindPublicKey, type Refusal, refuse } from './proof-verification.ts';
import { SIGNATURE_BYTES } from './public-keys.ts';

/** A proof as it came, of which nothing is known to be true. */
export interface ClaimedProof {
  readonly proof: z.infer<typeof proofSchema>;
  /** What of it is signed. */
  readonly config: ProofConfig;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** The key that is accepted for its verification method. */
  readonly publicKey: string;
}

/** Reads one `eddsa-rdfc-2022` proof of a document with this context. */
export function readClaimedProof(
  context: unknown,
  claimed: unknown,
  findPublicKey: FindPublicKey,
  now: () => Date,
): ClaimedProof | Refusal {
  const proof = isPlainProof(claimed) ? claimed : proofSchema.safeParse(claimed).data;
  // The schema drops it silently.
  if (!proof || Object.hasOwn(claimed as object, '__proto__')) return refuse('invalid_proof');
  const { proofValue, '@context': proofContext, ...config } = proof;
  if (proofContext !== undefined && JSON.stringify(proofContext) !== JSON.stringify(context)) {
    return refuse('invalid_proof');
  }
  if (proof.expires !== undefined && new Date(proof.expires) <= now())
    return refuse('invalid_proof');
  const signature = decodeBase58(proofValue, SIGNATURE_BYTES);
  if (!signature) return refuse('invalid_proof');
  const publicKey = findPublicKey(proof.verificationMethod);
  return publicKey === undefined ? refuse('unknown_key') : { proof, config, signature, publicKey };
}
