import { type CredentialStatusChange, STATUS_CHANGE_MEMORY_SECONDS } from '@grondslag/protocol';

/** Grants that have ended or are suspended, for as long as a token of before could be valid. */
export interface BlockedGrants {
  /** Takes in one change; whether the grant opens nothing from now on, which it did until now. */
  apply(change: Pick<CredentialStatusChange, 'credential' | 'change'>): boolean;
  has(grant: string): boolean;
  /** Forgets what no token can need any more. */
  prune(): void;
  readonly size: number;
}

/** @param nowMs - A clock that never goes back. */
export function createBlockedGrants(nowMs: () => number): BlockedGrants {
  const blocked = new Map<string, { readonly isFinal: boolean; readonly forgetAtMs: number }>();
  return {
    apply({ credential, change }) {
      const before = blocked.get(credential);
      // Nothing undoes a withdrawal.
      if (before?.isFinal) return false;
      blocked.delete(credential);
      if (change === 'resumed') return false;
      const forgetAtMs = nowMs() + STATUS_CHANGE_MEMORY_SECONDS * 1_000;
      blocked.set(credential, { isFinal: change === 'revoked', forgetAtMs });
      return before === undefined;
    },
    has: (grant) => blocked.has(grant),
    prune() {
      for (const [grant, { forgetAtMs }] of blocked) {
        if (forgetAtMs > nowMs()) return; // the rest is younger
        blocked.delete(grant);
      }
    },
    get size() {
      return blocked.size;
    },
  };
}
