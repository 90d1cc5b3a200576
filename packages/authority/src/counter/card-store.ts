import type { NewCounterEntry } from './counter-store.ts';

/** A card of a citizen: how its number is recognised. */
export interface CounterCard {
  readonly id: string;
  readonly citizen: string;
  readonly codeHash: string;
  readonly bornHash: string;
  readonly madeAt: Date;
}

/** Cards of citizens, and how often clerks look with them. */
export interface CardStore {
  /**
   * Adds it; an earlier card of the citizen is worth nothing from then on.
   *
   * @param entry that a clerk made it, put on record with it
   */
  add(card: CounterCard, entry?: NewCounterEntry): Promise<void>;
  /** The card of a citizen that counts. */
  findOf(citizen: string): Promise<CounterCard | undefined>;
  findByCode(codeHash: string): Promise<CounterCard | undefined>;
  /** Ends the card of a citizen; without effect when there is none. */
  end(citizen: string, at: Date): Promise<void>;
  /** As of letters. */
  takeTry(id: string, most: number): Promise<boolean>;
  giveTriesBack(id: string): Promise<void>;
  /**
   * Puts on record that a clerk looked, unless that clerk did so `most` times since: of any number at once no more than
   * that are put on record. Resolves to whether it was.
   */
  addLookup(
    entry: NewCounterEntry,
    limit: { readonly most: number; readonly since: Date },
  ): Promise<boolean>;
}
