/** Remembers, for all instances, which DPoP proofs were used (RFC 9449 §11.1). */
export interface ProofStore {
  /**
   * Uses the proof with this `jti` up. Resolves to `false` when it was used before; of concurrent calls only one gets
   * `true`.
   */
  use(jti: string, expiresAt: Date): Promise<boolean>;
  /** Forgets those that have expired. */
  prune(now: Date): Promise<void>;
}
