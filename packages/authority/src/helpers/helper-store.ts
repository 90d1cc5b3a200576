import type { HelperAct, HelperLook, HelperLookKind } from '@grondslag/protocol/v1';
import type { AddOutcome, NewCredential } from '../credentials/credential-store.ts';
import type { Helper, HelperOpening } from './helper.ts';

/** What a helper can do for a citizen. */
export type HelperDeed = HelperAct['did'];

/** Something a helper did, about to be written with what was done. */
export interface HelperActEntry {
  /** Id of the helper. */
  readonly helper: string;
  readonly did: HelperDeed;
  /** Id of the decision, the grant, the objection, the report or the request. */
  readonly subject: string;
  readonly at: Date;
}

/** Who ended help. */
export interface HelperEnd {
  readonly at: Date;
  readonly by: Exclude<NonNullable<Helper['endedBy']>, 'time'>;
}

/** Where helpers live, with what they did. Each step writes the events of citizen and helper in its transaction. */
export interface HelperStore {
  /** Resolves to `false` when the citizen has `max` that were not ended. */
  add(
    helper: Helper,
    options: { readonly codeDigest?: string; readonly max: number },
  ): Promise<boolean>;
  find(id: string): Promise<Helper | undefined>;
  /** Who was invited with this code and has not taken it. Found by digest: time tells a guesser nothing. */
  findInvited(codeDigest: string): Promise<Helper | undefined>;
  /** In which this person takes part, newest first. */
  list(participant: string): Promise<readonly Helper[]>;
  /** Gives an invitation that nobody took a new code. */
  renewCode(id: string, codeDigest: string): Promise<void>;
  /** Uses up the code; of concurrent calls only one gets the helper. */
  accept(
    codeDigest: string,
    by: { readonly webId: string; readonly name: string; readonly at: Date },
  ): Promise<Helper | undefined>;
  /**
   * Shows these facts and no other: starts the help the first time. In one transaction the grant for them is stored and
   * the one before it revoked. `gone`: it ended, or nobody took it.
   */
  show(
    helper: Helper,
    opened: HelperOpening & { readonly at: Date },
    grant?: NewCredential,
  ): Promise<AddOutcome | 'gone'>;
  /** Ends it and revokes its grant, in one transaction. Again changes nothing. */
  end(id: string, end: HelperEnd): Promise<void>;
  /** What a helper did, newest first, at most `limit`. */
  listActs(id: string, limit: number): Promise<readonly HelperAct[]>;
  /** Ends what time ended, some at a time, and tells it; of a child, that it came of age. */
  endDue(now: Date): Promise<void>;
  /**
   * Writes another birthday of a child, with all that hangs on it: the end, until when what was said yes to is to be
   * confirmed, and the grant to read along where it would outlive the new end.
   */
  correctBirthday(
    id: string,
    birthday: { readonly bornOn: string; readonly until: Date; readonly at: Date },
  ): Promise<void>;
  /** Notes that a helper looked through something; again on the same day (UTC) changes nothing. */
  noteLook(look: {
    readonly helper: string;
    readonly kind: HelperLookKind;
    readonly at: Date;
  }): Promise<void>;
  /** What helpers of this citizen looked through, newest first. */
  listLooks(
    citizen: string,
    page: { readonly limit: number; readonly olderThan?: string },
  ): Promise<readonly HelperLook[]>;
  /** Forgets lines older than `before`. */
  pruneLooks(before: Date): Promise<void>;
}
