import { lazy } from '../lazy.ts';
import { isPlainProof } from './is-plain-proof.ts';
import { decodeBase58 } from './multikey.ts';
import type { ProofConfig } from './proof-config.ts';
import type { PlainProof } from './proof-schema.ts';
import { type FindPublicKey, type Refusal, refuse } from './proof-verification.ts';
import { SIGNATURE_BYTES } from './public-keys.ts';

/** A proof as it came, of which nothing is known to be true. */
export interface ClaimedProof {
  readonly proof: PlainProof;
  /** What of it is signed. */
  readonly config: ProofConfig;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** The key that is accepted for its verification method. */
  readonly publicKey: string;
}

const loadSchema = lazy(async () => (await import('./proof-schema.ts')).proofSchema);

/** Reads one `eddsa-rdfc-2022` proof of a document with this context; at once when it is as nearly all are. */
export function readClaimedProof(
  context: unknown,
  claimed: unknown,
  findPublicKey: FindPublicKey,
  now: () => Date,
): ClaimedProof | Refusal | Promise<ClaimedProof | Refusal> {
  const judge = (proof: PlainProof | undefined) =>
    judgeClaimed(context, claimed, proof, findPublicKey, now);
  return isPlainProof(claimed)
    ? judge(claimed)
    : loadSchema().then((schema) => judge(schema.safeParse(claimed).data));
}

function judgeClaimed(
  context: unknown,
  claimed: unknown,
  proof: PlainProof | undefined,
  findPublicKey: FindPublicKey,
  now: () => Date,
): ClaimedProof | Refusal {
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
