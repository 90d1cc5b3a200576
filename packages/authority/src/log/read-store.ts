import type { ReadRecord } from '@grondslag/protocol';

export interface ReadQuery {
  /** WebID; takes part as citizen or as agency in every record found. */
  readonly participant: string;
  /** URL of the access grant. */
  readonly grant?: string;
  /** Only records older than this one. */
  readonly before?: { readonly at: Date; readonly id: string };
  readonly limit: number;
  /** Lines under access that the citizen is not yet told of are left out of what the citizen sees. */
  readonly now: Date;
}

/** The log of what was read under grants; records are added and never changed. */
export interface ReadStore {
  /** Adds records that are new; resolves to how many those were. A record with a known id is ignored. */
  add(records: readonly ReadRecord[], receivedAt: Date): Promise<number>;
  /** Newest first. `more` says whether there are older ones. */
  query(
    query: ReadQuery,
  ): Promise<{ readonly items: readonly ReadRecord[]; readonly more: boolean }>;
}
