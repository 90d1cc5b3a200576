/** What can happen to a credential. */
export type CredentialEvent = 'issued' | 'revoked' | 'suspended' | 'resumed';
/** What can happen between a citizen and a helper. */
export type HelperEvent =
  | 'helper-accepted'
  | 'helper-started'
  | 'helper-ended'
  | 'helper-came-of-age';
/** What can happen to a report of an error in a fact. */
export type CorrectionEvent = 'correction-received' | 'correction-changed';
/** What can happen to lawful access besides what happens to its credential. */
export type AccessEvent = 'access-reviewed';
/** What can happen to an objection, and to a request by a right. */
export type AnswerableEvent = `${'objection' | 'rights-request'}-${'received' | 'changed'}`;
/** That something was read by an access. */
export type ReadEvent = 'read-recorded';
export type EventKind =
  | CredentialEvent
  | HelperEvent
  | CorrectionEvent
  | AccessEvent
  | AnswerableEvent
  | ReadEvent;

export function isCredentialEvent(kind: EventKind): kind is CredentialEvent {
  return !kind.includes('-');
}

/**
 * One thing that happened, as one reader sees it. A feed is named after its reader: the base URL of a vault server
 * (status changes of grants on it) or a WebID (everything about credentials that person or agency takes part in).
 */
export interface FeedEntry {
  readonly feed: string;
  /**
   * Place in this feed: grows, without gaps, in the order of commit. Allocated under a lock on the feed's row that
   * is held until the commit, so a reader that has seen `n` will never see a new entry below `n`.
   */
  readonly seq: number;
  /** UUID of the event, the same in every feed it is in. */
  readonly id: string;
  readonly kind: EventKind;
  /** Id of what it happened to. */
  readonly credential: string;
  readonly at: Date;
  /** Id of the helper who did it for the citizen. */
  readonly actedBy?: string;
}

/** Something to tell one reader, now or at `dueAt`. */
export type NewFeedEntry = Omit<FeedEntry, 'seq'> & { readonly dueAt?: Date };

/** Where feeds live. Entries are written by the stores that change things, in the same transaction. */
export interface EventStore {
  /** Seq of the newest entry; 0 when there is none. */
  head(feed: string): Promise<number>;
  /** Entries after `seq`, oldest first. */
  after(feed: string, seq: number, limit: number): Promise<readonly FeedEntry[]>;
  /** Entries not older than `at`, oldest first. */
  since(feed: string, at: Date, limit: number): Promise<readonly FeedEntry[]>;
  /** Heads of many feeds in one statement: one poll for all who wait. Feeds without entries are left out. */
  heads(feeds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * Writes what is told later and is due at `now` in its feeds, the oldest `limit` of it.
   *
   * @returns how many entries
   */
  tellLater(now: Date, limit: number): Promise<number>;
  /** Forgets entries older than `before`; `head` does not go back. */
  prune(before: Date): Promise<number>;
  /**
   * Calls back with the names of the feeds after this process wrote to them: a head start on polling, no more.
   *
   * @returns stops the calls
   */
  subscribe(listener: (feeds: readonly string[]) => void): () => void;
}
