/** A yes of a representative for a child who is of age now, and has not confirmed it. */
export interface UnconfirmedGrant {
  /** Id of the credential. */
  readonly grant: string;
  /** Id of the helper who gave it. */
  readonly helper: string;
  /** When it ends, if nobody confirms it. */
  readonly confirmBefore: Date;
}

/** What was said yes to for a child; written with each such grant, in its transaction. */
export interface MajorityStore {
  /** Of a citizen who is of age, and still counts. The first to end comes first. */
  listUnconfirmed(citizen: string, now: Date): Promise<readonly UnconfirmedGrant[]>;
  /** Resolves to `false` when there is none of this citizen to confirm. */
  confirm(grant: string, citizen: string, at: Date): Promise<boolean>;
  /** Ends what was not confirmed in time, some at a time; resolves to how many that were. */
  endUnconfirmed(now: Date): Promise<number>;
}

/** Days after coming of age in which a citizen confirms; until then what runs goes on. */
export const CONFIRM_WITHIN_DAYS = 30;
