import type { LawfulAccessCredential } from '@grondslag/legal-basis';
import type {
  AccessCredential,
  AccessCredentialKind,
  GrantState,
  RequestState,
} from '@grondslag/protocol';
import type { Erasure } from '@grondslag/protocol/v1';
import type { NewCounterEntry } from '../counter/counter-store.ts';
import type { DecisionEntry } from '../decisions/decision-store.ts';

/** Place of a credential in the published status lists. */
export interface StatusEntry {
  readonly list: number;
  readonly index: number;
}

/** Access by law: stored, signed and revoked as credentials of the consent flow, and never found among them. */
export const LAWFUL_ACCESS = 'GrondslagLawfulAccess';
export type StoredKind = AccessCredentialKind | typeof LAWFUL_ACCESS;

/** A credential with what the authority itself knows about it. */
export interface StoredCredential {
  /** URL of the credential. */
  readonly id: string;
  readonly kind: StoredKind;
  /**
   * WebID of who made it: the agency of a request, the citizen of a decision (`credentialSubject.id`). Of lawful
   * access the citizen, who did not make it.
   */
  readonly fromAgent: string;
  /** WebID of whom it is for: the citizen of a request, the agency of a decision and of lawful access. */
  readonly toAgent: string;
  readonly statusEntry: StatusEntry;
  /** When this authority signed it, by its own clock; `issuanceDate` is chosen by the caller. */
  readonly recordedAt: Date;
  readonly validFrom: Date;
  readonly expiresAt?: Date;
  readonly revokedAt?: Date;
  /** The agency that had it ended it, and not the citizen. */
  readonly givenUp?: true;
  /** Of a grant that ended: the agency erased what it kept. */
  readonly erasure?: Erasure;
  /** Since when it does not count for now; not for requests. */
  readonly suspendedAt?: Date;
  readonly credential: AccessCredential | LawfulAccessCredential;
  /** What its proof signs, see `verifySignedHash`; absent for what an earlier version issued. */
  readonly signedHash?: string;
}

/** A credential of the consent flow. */
export interface StoredAccess extends StoredCredential {
  readonly kind: AccessCredentialKind;
  readonly credential: AccessCredential;
}

/** Access by law. */
export interface StoredLawfulAccess extends StoredCredential {
  readonly kind: typeof LAWFUL_ACCESS;
  readonly credential: LawfulAccessCredential;
}

export function isLawfulAccess(stored: StoredCredential): stored is StoredLawfulAccess {
  return stored.kind === LAWFUL_ACCESS;
}

export function isAccess(stored: StoredCredential): stored is StoredAccess {
  return stored.kind !== LAWFUL_ACCESS;
}

/** A credential about to be stored. */
export interface NewCredential
  extends Omit<StoredCredential, 'revokedAt' | 'givenUp' | 'erasure' | 'suspendedAt'> {
  readonly resources: readonly string[];
  /** Base URLs of the vault servers that serve the resources. */
  readonly vaults: readonly string[];
  readonly purposes: readonly string[];
  /** Id of the request this decides on; only set when its addressee decides for its requestor. */
  readonly decides?: string;
  /** Why it may be asked. */
  readonly decision?: DecisionEntry;
  /** That a clerk entered it. */
  readonly entered?: NewCounterEntry;
  /** Id of the helper who decided for the citizen. */
  readonly actedBy?: string;
}

/** How storing went; everything but `added` means that nothing was stored. */
export type AddOutcome = 'added' | 'already_decided' | 'request_canceled' | 'status_entry_taken';

export type Decision = 'Granted' | 'Denied';

/** What was decided on a request, and the credential that says so. */
export interface DecisionOnRequest {
  readonly outcome: Decision;
  /** Id of the grant or denial. */
  readonly credential: string;
}

/** What to look for; an absent member does not narrow. */
export interface CredentialQuery {
  /** Takes part in every credential found. */
  readonly participant: string;
  readonly kind?: AccessCredentialKind;
  readonly state?: RequestState | GrantState;
  readonly fromAgent?: string;
  readonly toAgent?: string;
  readonly resource?: string;
  readonly purpose?: string;
  readonly recordedSince?: Date;
  readonly revokedSince?: Date;
  /** `next` of the page before. */
  readonly olderThan?: string;
  readonly limit: number;
  /** Time at which `state` is judged. */
  readonly now: Date;
}

/** One page of credentials. */
export interface CredentialPage {
  readonly items: readonly StoredAccess[];
  /** `olderThan` of the next page; absent when there is none. */
  readonly next?: string;
}

/**
 * Where issued credentials live, with their status and the decisions between them. What changes is also written in
 * the feeds of those it concerns (`events/feeds-of.ts`), in the same transaction.
 */
export interface CredentialStore {
  /**
   * Stores the credential, its resources and the decision it is, in one transaction. Of concurrent decisions on
   * one request only one is `added`; a decision and the cancelling of its request are never both accepted.
   */
  add(credential: NewCredential): Promise<AddOutcome>;
  /** Resolves to `undefined` when no credential has this id. */
  find(id: string): Promise<StoredCredential | undefined>;
  /** Kinds of those of these credentials that are here, by id. */
  findKinds(ids: readonly string[]): Promise<ReadonlyMap<string, StoredKind>>;
  /** Resolves to `undefined` while the request waits. */
  findDecision(requestId: string): Promise<Decision | undefined>;
  /** The decisions on those of these requests that were decided on, by id of the request. */
  findDecisions(requestIds: readonly string[]): Promise<ReadonlyMap<string, DecisionOnRequest>>;
  /**
   * Marks as revoked. Repeated and concurrent calls succeed; the time of the first one stays.
   *
   * @param actedBy id of the helper who does it for the citizen
   */
  revoke(id: string, at: Date, actedBy?: string): Promise<void>;
  /** The same for the agency that has it. */
  giveUp(id: string, at: Date): Promise<void>;
  /** Keeps what its agency erased; the first one stays. */
  recordErasure(id: string, erasure: Erasure): Promise<void>;
  /** Marks as suspended; without effect when it is already, or is revoked. */
  suspend(id: string, at: Date): Promise<void>;
  /** Ends a suspension; without effect when there is none, or it is revoked. */
  resume(id: string, at: Date): Promise<void>;
  /** Of the consent flow, newest first. The work is bounded, so a page may be short though there are more. */
  query(query: CredentialQuery): Promise<CredentialPage>;
  /** A place in a status list that nobody has yet, chosen at random so that it tells nothing. */
  findFreeStatusEntry(): Promise<StatusEntry>;
  /** Resolves to `undefined` when there is no such list. */
  findStatusList(list: number): Promise<StatusListVersion | undefined>;
  /** Indexes of the revoked credentials in a list. */
  findRevokedIndexes(list: number): Promise<readonly number[]>;
  /** Indexes of the suspended credentials in a list, revoked or not. */
  findSuspendedIndexes(list: number): Promise<readonly number[]>;
}

export interface StatusListVersion {
  /** Grows with every revocation, suspension and resumption in this list. */
  readonly version: number;
  readonly changedAt: Date;
}
