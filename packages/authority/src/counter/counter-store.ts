import type { Clerk, ClerkDecision, CounterEntry, Desk } from '@grondslag/protocol/counter';

/** A letter about a request: how its code is recognised, and until when it answers. */
export interface Letter {
  readonly id: string;
  readonly request: string;
  readonly codeHash: string;
  readonly bornHash: string;
  readonly madeAt: Date;
  readonly answerBefore: Date;
  /** WebID of the clerk who had it made; absent: who asks did. */
  readonly printedBy?: string;
}

/** What a clerk did, and about whom. */
export interface NewCounterEntry {
  readonly citizen: string;
  /** Absent where no letter was used. */
  readonly letter?: string;
  readonly entry: CounterEntry;
}

/** Desks and who works there. What was said and decided before stays on record. */
export interface DeskStore {
  recordDesk(desk: Desk, by: string, at: Date): Promise<void>;
  findDesk(id: string): Promise<Desk | undefined>;
  /** By id. */
  listDesks(): Promise<readonly Desk[]>;
  recordClerk(decision: ClerkDecision, by: string, at: Date): Promise<void>;
  /** `undefined` of somebody who is none now. */
  findClerk(webId: string): Promise<Clerk | undefined>;
  /** The last decision about each, by WebID. */
  listClerks(): Promise<readonly ClerkDecision[]>;
}

/** Letters, how often somebody tried a code, and what was done at counters. */
export interface LetterStore {
  /**
   * Adds it; an earlier letter about the same request is worth nothing from then on.
   *
   * @param printed that a clerk had it made, put on record with it
   */
  add(letter: Letter, printed?: NewCounterEntry): Promise<void>;
  /** Resolves to `undefined` when there is none, or a later one replaced it. */
  findByCode(codeHash: string): Promise<Letter | undefined>;
  /**
   * Takes one of the tries at a date of birth, before it is compared: of any number at once no more than `most` are
   * taken. Resolves to `false` when none is left.
   */
  takeTry(id: string, most: number): Promise<boolean>;
  /** After a good try all are there again. */
  giveTriesBack(id: string): Promise<void>;
  /** Counts one wrong code of a caller. */
  noteWrongCode(caller: string, at: Date): Promise<void>;
  countWrongCodes(caller: string, since: Date): Promise<number>;
  /** Forgets wrong codes of before then. */
  prune(before: Date): Promise<void>;
  /** Once for each clerk and letter. */
  addOpened(entry: NewCounterEntry): Promise<void>;
  /** Withdraws the grant and puts on record that a clerk entered it, in one transaction; again changes nothing. */
  withdraw(entry: NewCounterEntry, grant: string, at: Date): Promise<void>;
  findEntry(id: string): Promise<CounterEntry | undefined>;
  /** About a citizen, newest first. */
  listEntries(citizen: string): Promise<readonly CounterEntry[]>;
}
