import type { ProofStore } from '../authentication/proof-store.ts';
import type { CorrectionStore } from '../corrections/correction-store.ts';
import type { CardStore } from '../counter/card-store.ts';
import type { DeskStore, LetterStore } from '../counter/counter-store.ts';
import type { CredentialStore } from '../credentials/credential-store.ts';
import type { DecisionStore } from '../decisions/decision-store.ts';
import type { EventStore } from '../events/event-store.ts';
import { createFeedSignal } from '../events/feed-signal.ts';
import type { HelperStore } from '../helpers/helper-store.ts';
import type { MajorityStore } from '../helpers/majority-store.ts';
import type { IdempotencyStore } from '../idempotency/idempotency-store.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { EmergencyReviewStore } from '../lawful-access/emergency-review-store.ts';
import type { LawfulAccessStore } from '../lawful-access/lawful-access-store.ts';
import type { ReadStore } from '../log/read-store.ts';
import type { MandateStore } from '../mandates/mandate-store.ts';
import type { NoticeStore } from '../notices/notice-store.ts';
import type { ObjectionStore } from '../objections/objection-store.ts';
import type { RegisterStore } from '../register/register-store.ts';
import type { RightsRequestStore } from '../rights-requests/rights-request-store.ts';
import type { TicketStore } from '../tokens/ticket-store.ts';
import type { WebhookStore } from '../webhooks/webhook-store.ts';
import type { Database } from './database.ts';
import { createSqlCardStore } from './sql-card-store.ts';
import { createSqlCorrectionStore } from './sql-correction-store.ts';
import { createSqlCredentialStore } from './sql-credential-store.ts';
import { createSqlDeskStore } from './sql-desk-store.ts';
import { createSqlEmergencyReviewStore } from './sql-emergency-review-store.ts';
import { createSqlEventStore } from './sql-event-store.ts';
import { createSqlHelperStore } from './sql-helper-store.ts';
import { createSqlIdempotencyStore } from './sql-idempotency-store.ts';
import { createSqlKeyStore } from './sql-key-store.ts';
import { createSqlLawfulAccessStore } from './sql-lawful-access-store.ts';
import { createSqlLetterStore } from './sql-letter-store.ts';
import { createSqlMajorityStore } from './sql-majority-store.ts';
import { createSqlMandateStore } from './sql-mandate-store.ts';
import { createSqlObjectionStore } from './sql-objection-store.ts';
import { createSqlProofStore } from './sql-proof-store.ts';
import { createSqlReadStore } from './sql-read-store.ts';
import { createSqlDecisionStore, createSqlNoticeStore } from './sql-record-stores.ts';
import { createSqlRegisterStore } from './sql-register-store.ts';
import { createSqlRightsRequestStore } from './sql-rights-request-store.ts';
import { createSqlTicketStore } from './sql-ticket-store.ts';
import { createSqlWebhookStore } from './sql-webhook-store.ts';

/** Everything the authority remembers. */
export interface AuthorityStores {
  readonly credentials: CredentialStore;
  readonly events: EventStore;
  readonly idempotency: IdempotencyStore;
  readonly helpers: HelperStore;
  readonly majority: MajorityStore;
  readonly webhooks: WebhookStore;
  readonly tickets: TicketStore;
  readonly proofs: ProofStore;
  readonly reads: ReadStore;
  readonly keys: KeyStore;
  readonly register: RegisterStore;
  readonly mandates: MandateStore;
  readonly lawfulAccesses: LawfulAccessStore;
  readonly emergencyReviews: EmergencyReviewStore;
  readonly objections: ObjectionStore;
  readonly rightsRequests: RightsRequestStore;
  readonly corrections: CorrectionStore;
  readonly notices: NoticeStore;
  readonly decisions: DecisionStore;
  readonly letters: LetterStore;
  readonly desks: DeskStore;
  readonly cards: CardStore;
}

/** All stores in one SQL database. */
export function createSqlStores(db: Database): AuthorityStores {
  const signal = createFeedSignal();
  return {
    credentials: createSqlCredentialStore(db, signal.announce),
    events: createSqlEventStore(db, signal),
    webhooks: createSqlWebhookStore(db),
    idempotency: createSqlIdempotencyStore(db),
    helpers: createSqlHelperStore(db, signal.announce),
    majority: createSqlMajorityStore(db, signal.announce),
    tickets: createSqlTicketStore(db),
    proofs: createSqlProofStore(db),
    reads: createSqlReadStore(db),
    keys: createSqlKeyStore(db),
    register: createSqlRegisterStore(db),
    mandates: createSqlMandateStore(db),
    lawfulAccesses: createSqlLawfulAccessStore(db, signal.announce),
    emergencyReviews: createSqlEmergencyReviewStore(db, signal.announce),
    objections: createSqlObjectionStore(db, signal.announce),
    rightsRequests: createSqlRightsRequestStore(db, signal.announce),
    corrections: createSqlCorrectionStore(db, signal.announce),
    notices: createSqlNoticeStore(db),
    decisions: createSqlDecisionStore(db),
    letters: createSqlLetterStore(db, signal.announce),
    desks: createSqlDeskStore(db),
    cards: createSqlCardStore(db),
  };
}
