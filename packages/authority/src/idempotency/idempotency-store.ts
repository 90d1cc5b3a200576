/** An answer that can be given again. */
export interface KeptAnswer {
  readonly status: number;
  readonly contentType?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What came of reserving a key. */
export type Reservation =
  /** Go ahead, and make the thing with this id: it was chosen before, so a second try cannot make a second one. */
  | { readonly outcome: 'reserved'; readonly resource: string; readonly again: boolean }
  | { readonly outcome: 'answered'; readonly answer: KeptAnswer }
  /** Somebody is at it. */
  | { readonly outcome: 'in_use' }
  /** The key belongs to another request. */
  | { readonly outcome: 'other_request' };

/** A key of one caller. */
export interface KeyOwner {
  /** WebID. */
  readonly owner: string;
  readonly key: string;
}

/** Where idempotency keys live; those older than `forgetBefore` count as never seen. */
export interface IdempotencyStore {
  reserve(
    key: KeyOwner & {
      /** Of the request: method, path and body. */
      readonly fingerprint: string;
      /** Id of what will be made, when the key is new. */
      readonly resource: string;
      readonly now: Date;
      /** Until then the key is ours alone. */
      readonly leaseUntil: Date;
      readonly forgetBefore: Date;
    },
  ): Promise<Reservation>;
  keep(key: KeyOwner, answer: KeptAnswer): Promise<void>;
  /** Gives a key free whose request changed nothing. */
  release(key: KeyOwner): Promise<void>;
  /** Forgets keys older than `before`. */
  prune(before: Date): Promise<number>;
}
