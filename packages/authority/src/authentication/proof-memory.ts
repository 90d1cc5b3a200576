/**
 * Longest time one DPoP proof is accepted: the verifier takes an `iat` up to 120 s old or ahead and tolerates
 * clocks that are 120 s off. (The memory inside the library forgets after 120 s, so a proof could be used again.)
 */
export const PROOF_MILLISECONDS = 360_000;
const MAX_PROOFS = 500_000;

/** Remembers the DPoP proofs of this process, so that most that come again are refused without asking anyone. */
export interface ProofMemory {
  /** Whether this `jti` was seen before; from now on it is. Also `true` when there is no room to remember it. */
  readonly isReplay: (jti: string) => boolean;
}

export function createProofMemory(): ProofMemory {
  // In order of arrival, so the first are the oldest.
  const forgetAt = new Map<string, number>();
  return {
    isReplay(jti) {
      const now = performance.now();
      for (const [old, at] of forgetAt) {
        if (at > now) break;
        forgetAt.delete(old);
      }
      if (forgetAt.has(jti) || forgetAt.size >= MAX_PROOFS) return true;
      forgetAt.set(jti, now + PROOF_MILLISECONDS);
      return false;
    },
  };
}
