import type { EventType } from '@grondslag/protocol/v1';

/** A place events are sent to. */
export interface Webhook {
  /** UUID. */
  readonly id: string;
  /** WebID whose events these are. */
  readonly owner: string;
  readonly url: string;
  /** Standard Webhooks, `whsec_` and base64. */
  readonly secret: string;
  readonly types: readonly EventType[];
  readonly createdAt: Date;
  /** Sequence in the owner's feed up to which all was delivered. */
  readonly deliveredSeq: number;
  /** Failed attempts since the last good one. */
  readonly failures: number;
  readonly failingSince?: Date;
  /** What the last attempt met: a status or a code, never a text of the receiver. */
  readonly lastProblem?: string;
  readonly nextAttemptAt: Date;
  readonly disabledAt?: Date;
}

/** A failed attempt. */
export interface FailedAttempt {
  readonly problem: string;
  readonly failingSince: Date;
  readonly nextAttemptAt: Date;
  /** Given up for good. */
  readonly disabledAt?: Date;
}

/** Where webhooks live. Of the methods with a `lease` only the holder's call has effect; it resolves to whether. */
export interface WebhookStore {
  /**
   * Resolves to `false`, and stores nothing, when the owner has `max` already; of those made at the same moment some
   * may be too many.
   */
  add(webhook: Webhook, max: number): Promise<boolean>;
  find(id: string): Promise<Webhook | undefined>;
  /** Oldest first. */
  list(owner: string): Promise<readonly Webhook[]>;
  remove(id: string): Promise<void>;
  /**
   * Leases one webhook that has events to deliver and is due: no other instance gets it until `leaseUntil`, unless it
   * is given back before.
   */
  claim(claim: {
    readonly lease: string;
    readonly now: Date;
    readonly leaseUntil: Date;
  }): Promise<Webhook | undefined>;
  /** All up to `seq` was delivered. */
  advance(
    id: string,
    lease: string,
    progress: { readonly seq: number; readonly leaseUntil: Date },
  ): Promise<boolean>;
  /** Gives it back after a failed attempt. */
  fail(id: string, lease: string, failed: FailedAttempt): Promise<boolean>;
  /** Gives it back; `nextAttemptAt`: it is due at once when there is more. */
  release(id: string, lease: string, nextAttemptAt: Date): Promise<boolean>;
}
