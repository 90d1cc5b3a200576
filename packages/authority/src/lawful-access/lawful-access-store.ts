import type {
  EmergencyReview,
  LawfulAccess,
  NoticeInformation,
  ReviewState,
} from '@grondslag/legal-basis';
import type { AddOutcome, NewCredential } from '../credentials/credential-store.ts';
import type { DecisionEntry } from '../decisions/decision-store.ts';
import type { NewNotice } from '../notices/notice-store.ts';

/** Lawful access with what the authority itself knows about it. */
export interface LawfulAccessRecord {
  readonly access: LawfulAccess;
  /** Id of its credential. */
  readonly credential: string;
  readonly information: NoticeInformation;
  readonly revokedAt?: Date;
  readonly suspendedAt?: Date;
  /** Of an emergency. */
  readonly review?: EmergencyReview;
}

/** Lawful access about to be stored, with its credential, the decision and what the citizen is told. */
export interface NewLawfulAccessRecord extends Omit<LawfulAccessRecord, 'credential' | 'review'> {
  readonly credential: NewCredential;
  readonly decision?: DecisionEntry;
  readonly notice: NewNotice;
}

/** What lawful access may rest on: it is looked at again when that changes. */
export type RestsOn =
  | { readonly mandate: string }
  | { readonly activity: string }
  | { readonly agency: string; readonly citizen?: string };

/** Which lawful access a caller sees. */
export interface LawfulAccessQuery {
  readonly citizen?: string;
  readonly agency?: string;
  /** Of a citizen: without what is kept back at this time. */
  readonly visibleAt: Date;
  /** Id of the last one of the page before. */
  readonly olderThan?: string;
  readonly limit: number;
}

/** Which emergencies somebody looks at. */
export interface EmergencyQuery {
  /** Of all agencies when left out. */
  readonly agency?: string;
  /** Where their review stands; all when left out. */
  readonly review?: ReviewState;
  readonly now: Date;
  /** Id of the last one of the page before. */
  readonly olderThan?: string;
  readonly limit: number;
}

/** A change of status that came of a decision. */
export interface StatusDecision {
  readonly access: LawfulAccess;
  readonly credential: string;
  readonly change: 'revoked' | 'suspended' | 'resumed';
  readonly at: Date;
  readonly decision: DecisionEntry;
  /** Id of the helper who objected for the citizen. */
  readonly actedBy?: string;
  /** Absent: the citizen is told of what it came of. */
  readonly notice?: NewNotice;
}

/** Where lawful access lives. */
export interface LawfulAccessStore {
  /** Stores all of it in one transaction, or nothing. */
  add(record: NewLawfulAccessRecord): Promise<AddOutcome>;
  /** Resolves to `undefined` when there is none with this id. */
  find(id: string): Promise<LawfulAccessRecord | undefined>;
  /** Newest first. */
  query(query: LawfulAccessQuery): Promise<readonly LawfulAccessRecord[]>;
  /** Newest first. */
  listEmergencies(query: EmergencyQuery): Promise<readonly LawfulAccessRecord[]>;
  /** What is neither ended nor expired and rests on something; what expires first comes first, after `after`. */
  listOpen(
    restsOn: RestsOn,
    page: {
      readonly now: Date;
      /** The last one of the page before. */
      readonly after?: LawfulAccess | undefined;
      readonly limit: number;
    },
  ): Promise<readonly LawfulAccessRecord[]>;
  /**
   * Changes the status of each credential, and stores why and what the citizen is told, in one transaction; nothing of
   * one that is so already.
   */
  change(decided: readonly StatusDecision[]): Promise<void>;
}
