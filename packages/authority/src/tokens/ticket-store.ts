/** Remembers which permission tickets were used. */
export interface TicketStore {
  /** Uses the ticket up. Resolves to `false` when it was used before; of concurrent calls only one gets `true`. */
  use(jti: string, expiresAt: Date): Promise<boolean>;
  /** Forgets those that have expired. */
  prune(now: Date): Promise<void>;
}
