import type {
  AskedRight,
  Correction,
  CorrectionState,
  CorrectionStep,
  DecisionRecord,
  EmergencyReview,
  LawfulAccess,
  Mandate,
  MandateStep,
  NewParticipant,
  NoticeInformation,
  Objection,
  ProcessingActivity,
  RightsRequest,
} from '@grondslag/legal-basis';
import type { ReadRecord } from '@grondslag/protocol';
import type { ClerkDecision, CounterEntry, Desk } from '@grondslag/protocol/counter';
import type { Erasure, EventType, HelperLookKind, HelperView } from '@grondslag/protocol/v1';
import type { ColumnType, Kysely } from 'kysely';
import type { Decision, StoredCredential, StoredKind } from '../credentials/credential-store.ts';
import type { EventKind } from '../events/event-store.ts';
import type { HelperOpening, HelperTerms } from '../helpers/helper.ts';
import type { HelperDeed } from '../helpers/helper-store.ts';
import type { KeptAnswer } from '../idempotency/idempotency-store.ts';
import type { KeyUse, StoredKey } from '../keys/key-store.ts';
import type { NewNotice } from '../notices/notice-store.ts';
import type { ObjectionStep } from '../objections/objection-store.ts';
import type { Admission } from '../register/register-store.ts';

/** JSON is stored and read whole; the database never looks inside. */
type Json<T> = ColumnType<T, string, never>;

interface CredentialTable {
  id: string;
  kind: StoredKind;
  from_agent: string;
  to_agent: string;
  status_list: number;
  status_index: number;
  recorded_at: Date;
  valid_from: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  suspended_at: Date | null;
  given_up: boolean | null;
  erasure: ColumnType<Erasure | null, null | undefined, string>;
  signed_hash: string | null;
  vaults: Json<readonly string[]>;
  body: Json<StoredCredential['credential']>;
}

interface ReadRecordTable {
  id: string;
  at: Date;
  grant_id: string;
  agency: string;
  owner: string;
  body: Json<ReadRecord>;
  received_at: Date;
}

interface FeedEntryTable {
  feed: string;
  seq: number;
  id: string;
  kind: EventKind;
  /** Of what it happened to. */
  credential_id: string;
  at: Date;
  acted_by: string | null;
}

interface FeedLaterTable extends Pick<FeedEntryTable, 'feed' | 'kind' | 'credential_id' | 'id'> {
  due_at: Date;
}

interface HelperTable {
  id: string;
  citizen: string;
  helper: string | null;
  code_digest: string | null;
  accept_before: Date | null;
  invited_at: Date;
  accepted_at: Date | null;
  started_at: Date | null;
  ended_at: Date | null;
  ended_by: NonNullable<HelperView['endedBy']> | null;
  until: Date;
  grant_id: string | null;
  opened: ColumnType<HelperOpening, string, string>;
  body: ColumnType<HelperTerms, string, string>;
}

interface IdempotencyKeyTable {
  owner: string;
  key: string;
  fingerprint: string;
  resource_id: string;
  lease_until: Date;
  answer: ColumnType<KeptAnswer | null, string | null, string | null>;
  created_at: Date;
}

interface SigningKeyTable {
  use: KeyUse;
  generation: number;
  id: string;
  private_jwk: Json<StoredKey['privateKey']>;
  created_at: Date;
  signs_from: Date;
  withdrawn_at: Date | null;
}

interface WebhookTable {
  id: string;
  owner: string;
  url: string;
  secret: string;
  types: Json<readonly EventType[]>;
  created_at: Date;
  delivered_seq: number;
  failures: number;
  failing_since: Date | null;
  last_problem: string | null;
  next_attempt_at: Date;
  lease: string | null;
  lease_until: Date | null;
  disabled_at: Date | null;
}

interface Version<T> {
  id: string;
  version: number;
  recorded_at: Date;
  body: Json<T>;
}

/** Tables of the authority; `migrations/` makes them. */
export interface Tables {
  credential: CredentialTable;
  credential_party: { agent: string; credential_id: string };
  credential_resource: { credential_id: string; resource: string };
  credential_purpose: { credential_id: string; purpose: string };
  decision: { request_id: string; credential_id: string; outcome: Decision };
  status_list: { number: number; version: number; changed_at: Date };
  feed: { name: string; head: number };
  feed_entry: FeedEntryTable;
  feed_later: FeedLaterTable;
  helper: HelperTable;
  helper_act: {
    id: string;
    helper_id: string;
    at: Date;
    did: HelperDeed;
    subject: string;
  };
  helper_look: { id: string; helper_id: string; kind: HelperLookKind; day: string; at: Date };
  represented_grant: {
    grant_id: string;
    helper_id: string;
    citizen: string;
    asked_from: Date;
    confirm_before: Date;
    confirmed_at: Date | null;
  };
  idempotency_key: IdempotencyKeyTable;
  webhook: WebhookTable;
  used_ticket: { jti: string; expires_at: Date };
  read_record: ReadRecordTable;
  used_proof: { id: string; expires_at: Date };
  signing_key: SigningKeyTable;
  participant: {
    web_id: string;
    version: number;
    recorded_at: Date;
    recorded_by: string;
    body: Json<NewParticipant>;
  };
  admission: { web_id: string; seq: number; recorded_by: string; body: Json<Admission> };
  processing_activity: Version<ProcessingActivity> & { controller: string };
  mandate: Version<Omit<Mandate, 'steps'>> & { agency: string };
  lawful_access: {
    id: string;
    credential_id: string;
    agency: string;
    citizen: string;
    mandate_id: string | null;
    mandate_version: number | null;
    activity_id: string;
    hidden_until: Date | null;
    /** As `expires_at` of its credential. */
    ends_at: Date;
    body: Json<LawfulAccess>;
    information: Json<NoticeInformation>;
  };
  emergency_review: {
    access_id: string;
    agency: string;
    due_before: Date;
    recorded_by: string | null;
    body: ColumnType<EmergencyReview | null, null, string>;
  };
  correction: {
    id: string;
    citizen: string;
    source: string;
    resource: string;
    /** That reported it; null when the citizen did. */
    agency: string | null;
    state: CorrectionState;
    body: Json<Omit<Correction, 'steps'>>;
  };
  correction_step: { correction_id: string; seq: number; body: Json<CorrectionStep> };
  correction_recipient: { agency: string; correction_id: string };
  objection: {
    id: string;
    access_id: string;
    agency: string;
    citizen: string;
    received_at: Date;
    body: Json<Objection>;
  };
  objection_step: {
    objection_id: string;
    kind: ObjectionStep['kind'];
    body: Json<ObjectionStep['body']>;
  };
  rights_request: {
    id: string;
    about: string;
    right: AskedRight;
    agency: string;
    citizen: string;
    body: Json<RightsRequest>;
    extension: ColumnType<NonNullable<RightsRequest['extension']> | null, null, string>;
    answer: ColumnType<NonNullable<RightsRequest['answer']> | null, null, string>;
  };
  notice: {
    id: string;
    citizen: string;
    hidden_until: Date | null;
    body: Json<NewNotice['notice']>;
  };
  legal_decision: {
    id: string;
    credential_id: string | null;
    agency: string;
    citizen: string;
    body: Json<DecisionRecord>;
  };
  desk: { id: string; version: number; recorded_at: Date; recorded_by: string; body: Json<Desk> };
  clerk: {
    web_id: string;
    seq: number;
    recorded_at: Date;
    recorded_by: string;
    body: Json<ClerkDecision>;
  };
  letter: {
    id: string;
    request_id: string;
    code_hash: string;
    born_hash: string;
    made_at: Date;
    answer_before: Date;
    wrong_tries: number;
    replaced_at: Date | null;
    printed_by: string | null;
  };
  counter_card: {
    id: string;
    citizen: string;
    code_hash: string;
    born_hash: string;
    made_at: Date;
    wrong_tries: number;
    ended_at: Date | null;
  };
  letter_try: { caller: string; at: Date };
  counter_entry: {
    id: string;
    citizen: string;
    letter_id: string | null;
    clerk: string;
    kind: CounterEntry['kind'];
    body: Json<CounterEntry>;
  };
  mandate_step: { id: string; version: number; seq: number; body: Json<MandateStep> };
}

export type Database = Kysely<Tables>;
