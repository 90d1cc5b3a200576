import { createQueryEngine, type QueryEngine } from '@grondslag/claims/query';
import type { AccessGrant } from '@grondslag/protocol';
import type { Letter } from '@grondslag/protocol/counter';
import type { CloudEvent } from '@grondslag/protocol/v1';
import { type AgencyOptions, parseAgencyOptions } from './agency-options.ts';
import type { ApproachQuestion } from './approach/approach-question.ts';
import {
  type ApproachFound,
  type ApproachOptions,
  findToApproach,
} from './approach/find-to-approach.ts';
import { type ApproachPlanOutcome, planApproach } from './approach/plan-approach.ts';
import { createBoundedFetch, type Fetch } from './bounded-fetch.ts';
import { cancelRequest } from './cancel-request.ts';
import { createVerifierSource, followTrustList } from './choose-verifier.ts';
import { connectAuthority } from './connect-authority.ts';
import { type CorrectionVerbs, createCorrectionVerbs } from './corrections/correction-verbs.ts';
import { type EndedAccess, endAccess } from './end-access.ts';
import { createDecisionNews } from './events/decision-news.ts';
import { type EventsOptions, followEvents } from './events/follow-events.ts';
import { exchangeGrant } from './exchange-grant.ts';
import type { Kind } from './kinds/kind.ts';
import { ownKinds } from './kinds/own-kinds.ts';
import { createLegalBasisVerbs, type LegalBasisVerbs } from './legal-basis/legal-basis-verbs.ts';
import { makeLetter } from './letters/make-letter.ts';
import { createAgencySession } from './log-in.ts';
import {
  type ManyOptions,
  type ManyOutcome,
  type ManyPowers,
  type ReadManyOptions,
  readMany,
  readManyFacts,
} from './many/read-many.ts';
import type { DecisionOutcome, FactsOutcome, ReadOutcome, RequestOutcome } from './outcomes.ts';
import {
  type EndPurposesOptions,
  endPurposes,
  type PurposeOutcome,
} from './purposes/end-purposes.ts';
import { type ReadOptions, readClaims } from './read-claims.ts';
import { readFacts } from './read-facts.ts';
import type { ReadContext, ReadPowers } from './read-verified.ts';
import { createPseudonymizer } from './record-processing.ts';
import { createRegisterVerbs, type RegisterVerbs } from './register/register-verbs.ts';
import { type Question, requestAccess } from './request-access.ts';
import { createPatientFetch } from './retries/patient-fetch.ts';
import { waitByTheClock } from './retries/wait.ts';
import { anySignal, fetchUntil, verbsUntil } from './until-signal.ts';
import { type WaitOptions, waitForDecision } from './wait-for-decision.ts';
import { createWebhookVerbs, type WebhookVerbs } from './webhooks/webhook-verbs.ts';

/** An agency that asks citizens and reads what they allow. */
export interface Agency extends AgencyVerbs {
  /** The same verbs until the signal: each then fails with its reason, and what it was fetching is dropped. */
  until(signal: AbortSignal): AgencyVerbs;
  /** Logs out, stops listening and ends the query worker, so that the process can end. */
  close(): Promise<void>;
}

/** What an agency does. */
export interface AgencyVerbs extends LegalBasisVerbs, CorrectionVerbs, WebhookVerbs, RegisterVerbs {
  /**
   * Asks a citizen.
   *
   * @throws {TypeError} when the question is not complete
   * @throws {AgencyError} when a server does not answer, or the authority does not issue
   */
  requestAccess(question: Question): Promise<RequestOutcome>;
  /**
   * Waits for the decision on a request; the id is all that must be kept meanwhile.
   *
   * @throws {AgencyError} when the authority does not answer, or the request is not of this agency
   */
  waitForDecision(requestId: string, options: WaitOptions): Promise<DecisionOutcome>;
  /**
   * Takes a question back, for good; resolves to where it stands now. Doing it again changes nothing.
   *
   * @throws {AgencyError} when the authority does not answer, or the request is not of this agency
   */
  cancelRequest(requestId: string): Promise<DecisionOutcome>;
  /**
   * Reads under a grant, or lawful access, and answers a SPARQL query over what could be verified. Writes one processing record first.
   *
   * @throws {AgencyError} `query_refused` before anything is read, `log_unavailable` before anything is handed over,
   * or when a server does not answer
   */
  readClaims(id: string, options: ReadOptions): Promise<ReadOutcome>;
  /**
   * Reads facts of one kind under a grant, or lawful access, as values with their provenance: `readClaims(id, Income)`.
   * Nothing of another kind is fetched. Writes one processing record.
   *
   * @throws {AgencyError} `kind_not_asked` before anything is read, `log_unavailable` before anything is handed over, or
   * when a server does not answer
   */
  readClaims<Values extends object>(
    id: string,
    kind: Kind<Values>,
    context?: ReadContext,
  ): Promise<FactsOutcome<Values>>;
  /**
   * Reads many accesses, each as `readClaims` does, and says of each what came of it, as they end. One that fails is
   * an outcome, `failed`, and the others go on.
   *
   * With a kind in place of a query each outcome has typed facts: `readMany(ids, Income)`.
   *
   * Memory does not grow with their number, and a slow loop slows the reading. With `checkpoint`, what the loop has
   * dealt with (it asks for the next one) is not read again by a later run, whatever ended this one.
   *
   * @param accesses ids of grants and of lawful accesses
   * @throws {AgencyError} from the loop: `query_refused` before anything is read; `login_refused` and `log_unavailable`,
   * which no other access would escape
   */
  readMany(
    accesses: Iterable<string> | AsyncIterable<string>,
    options: ReadManyOptions,
  ): AsyncGenerator<ManyOutcome, void, undefined>;
  readMany<Values extends object>(
    accesses: Iterable<string> | AsyncIterable<string>,
    kind: Kind<Values>,
    options?: ManyOptions,
  ): AsyncGenerator<ManyOutcome<FactsOutcome<Values>>, void, undefined>;
  /**
   * Dry run of `findToApproach`: whom it would be about, which fields it would read, on what ground, and what would be on
   * record. Reads nothing and tells nobody.
   *
   * @param citizens WebIDs
   * @throws {TypeError} when the question is not complete
   */
  planApproach(
    question: ApproachQuestion,
    citizens: Iterable<string>,
  ): Promise<ApproachPlanOutcome>;
  /**
   * Finds who misses out, under a mandate, as the dry run said: each citizen with what came of it, and those to approach
   * with the facts that decided and the reason in plain words. Nothing is decided about anybody: a person looks at each and
   * sends the letter (`approachLetter`).
   *
   * @throws {TypeError} from the loop, when the dry run was of something else
   */
  findToApproach(
    question: ApproachQuestion,
    citizens: Iterable<string>,
    options: ApproachOptions,
  ): AsyncGenerator<ApproachFound, void, undefined>;
  /**
   * Gives a grant up, for good, because its purpose is done (Article 5(1)(b) and (e) GDPR): nothing can be read under it
   * within a minute, and the citizen is told. Doing it again changes nothing. `eraseFiles` erases what was kept of it.
   *
   * @throws {AgencyError} `register_refused` for lawful access, which ends with its mandate
   */
  endAccess(id: string): Promise<EndedAccess>;
  /**
   * Ends what is due in a book of what is kept (`openPurposeBook`), by its date or because it was closed: gives each grant
   * up, erases the files, signs what was erased and has the authority keep that, for the citizen to see (Article 5(1)(e)
   * and 5(2) GDPR). Says of each what came of it; one that fails is in the book still. After a crash the next call goes
   * on. Of lawful access nothing is told: it ends by its date or with its mandate.
   *
   * @throws {AgencyError} from the loop, `login_refused`; other failures are outcomes
   */
  endPurposes(options: EndPurposesOptions): AsyncGenerator<PurposeOutcome, void, undefined>;
  /**
   * Has a letter made about a request that waits, for a citizen who does not use the screen; `letterPage` writes it. Its
   * code is told once. An earlier letter about the request is worth nothing from then on.
   *
   * @param bornOn date of birth as you know it, `1957-03-04`; the authority keeps a hash, and compares it with the one
   * that is typed from an identity document
   * @throws {AgencyError} `register_refused` when the request does not wait or explains nothing
   */
  makeLetter(requestId: string, bornOn: string): Promise<Letter>;
  /**
   * For own use of a vault: a `fetch` with a token for the vault server of `resource`, renewed as needed. Nothing is
   * verified and **no processing record is written**: that is then up to you.
   *
   * @throws {GrantRefusedError} when the authority gives no token
   */
  exchangeGrant(grant: AccessGrant, resource: string): Promise<Fetch>;
  /**
   * What happens at the authority to what this agency takes part in, as it happens: decisions and withdrawals, objections,
   * requests by a right, errors that citizens report. Each event has ids and times only; ask for what it stands for.
   *
   * Keep `sequence` of the last event that was dealt with and give it as `after`: a restart loses nothing then, and an event
   * that was not dealt with comes again.
   *
   * @throws {AgencyError} from the loop, `login_refused`; other failures are gone through
   */
  events(options?: EventsOptions): AsyncGenerator<CloudEvent, void, undefined>;
}

/**
 * Makes an agency. Opens nothing yet: the first request logs in.
 *
 * @throws {TypeError} when an option is missing or wrong
 */
export function createAgency(options: AgencyOptions): Agency {
  const {
    webId,
    authority: url,
    vaults,
    sources,
    pseudonymSecret,
    trustList: _,
    ...login
  } = parseAgencyOptions(options);
  const { fetch = globalThis.fetch, now = () => new Date(), trustList, contexts } = options;
  const { wait = waitByTheClock } = options;
  const patient = (once: Fetch) => createPatientFetch(once, { now, wait });
  const own = ownKinds(options.kinds ?? []);
  const session = createAgencySession({ webId, now, ...login });
  const publicFetch = patient(createBoundedFetch({ fetch, allowed: [url] }));
  const authorityFetch = createBoundedFetch({ fetch: session.fetch, allowed: [url] });
  const vaultFetch = createBoundedFetch({ fetch, allowed: vaults });
  const connection = { url, publicFetch, now };
  const authority = connectAuthority({ ...connection, fetch: patient(authorityFetch) });
  // Of many accesses each is tried again as a whole.
  const connect = (around: (fetch: Fetch) => Fetch, remembers: number) =>
    connectAuthority({ ...connection, fetch: around(authorityFetch), remembers });
  const streams = { url, fetch: authority.fetch, streamFetch: session.fetch };
  let engine: QueryEngine | undefined;
  const powers = {
    authority,
    vaultFetch: patient(vaultFetch),
    vaults,
    webId,
    now,
    engine() {
      engine ??= createQueryEngine();
      return engine;
    },
    verifier: trustList
      ? followTrustList(trustList, {
          authority: url,
          publicFetch,
          fetch,
          now,
          contexts,
          kinds: own.kinds,
        })
      : createVerifierSource(
          sources
            ? async () => sources
            : async (trace) => (await authority.participants(trace)).sources,
          { fetch, now, contexts, kinds: own.kinds },
        ),
    recordProcessing: options.recordProcessing,
    pseudonymOf: createPseudonymizer(pseudonymSecret ?? login.clientSecret),
    containers: own.containers,
    news: createDecisionNews({
      authority,
      follow: (signal, state) => followEvents(streams, { signal }, state),
    }),
  };

  function verbsOf(signal?: AbortSignal): AgencyVerbs {
    const bound = signal
      ? {
          ...powers,
          signal,
          authority: authority.until(signal),
          vaultFetch: fetchUntil(powers.vaultFetch, signal),
        }
      : powers;
    const verbs: AgencyVerbs = {
      ...createLegalBasisVerbs(bound),
      ...createCorrectionVerbs(bound.authority),
      ...createWebhookVerbs(bound.authority),
      ...createRegisterVerbs(bound.authority),
      requestAccess: (question) => requestAccess(bound, question),
      waitForDecision: (id, wait) => waitForDecision(bound, id, withSignal(wait, signal)),
      cancelRequest: (requestId) => cancelRequest(bound, requestId),
      readClaims: readBy(bound),
      readMany: manyBy({ read: { ...powers, vaultFetch }, connect, wait }, signal),
      planApproach: (question, citizens) => planApproach(bound, question, citizens),
      findToApproach: (question, citizens, find) =>
        findToApproach(
          { ...bound, readMany: verbs.readMany },
          question,
          citizens,
          withSignal(find, signal),
        ),
      endAccess: (id) => endAccess(bound.authority, id),
      endPurposes: (due) => endPurposes(bound, withSignal(due, signal)),
      makeLetter: (requestId, bornOn) => makeLetter(bound.authority, requestId, bornOn),
      exchangeGrant: (grant, resource) => exchangeGrant(bound, grant, resource),
      events: (from = {}) => followEvents(streams, withSignal(from, signal)),
    };
    return signal ? verbsUntil(verbs, signal) : verbs;
  }

  return {
    ...verbsOf(),
    until: verbsOf,
    async close() {
      powers.news.close();
      await Promise.all([session.close(), engine?.close()]);
      engine = undefined;
    },
  };
}

function withSignal<Options extends { readonly signal?: AbortSignal }>(
  options: Options,
  signal: AbortSignal | undefined,
): Options {
  const either = anySignal(options.signal, signal);
  return either ? { ...options, signal: either } : options;
}

/** A kind has fields; a query has none. */
function readBy(powers: ReadPowers): Agency['readClaims'] {
  function read(id: string, options: ReadOptions): Promise<ReadOutcome>;
  function read<Values extends object>(
    id: string,
    kind: Kind<Values>,
    context?: ReadContext,
  ): Promise<FactsOutcome<Values>>;
  async function read<Values extends object>(
    id: string,
    how: ReadOptions | Kind<Values>,
    context: ReadContext = {},
  ) {
    return 'query' in how ? readClaims(powers, id, how) : readFacts(powers, id, how, context);
  }
  return read;
}

function manyBy(powers: ManyPowers, signal: AbortSignal | undefined): Agency['readMany'] {
  type Accesses = Parameters<Agency['readMany']>[0];
  function read(accesses: Accesses, options: ReadManyOptions): AsyncGenerator<ManyOutcome>;
  function read<Values extends object>(
    accesses: Accesses,
    kind: Kind<Values>,
    options?: ManyOptions,
  ): AsyncGenerator<ManyOutcome<FactsOutcome<Values>>>;
  function read<Values extends object>(
    accesses: Accesses,
    how: ReadManyOptions | Kind<Values>,
    options: ManyOptions = {},
  ) {
    return 'query' in how
      ? readMany(powers, accesses, withSignal(how, signal))
      : readManyFacts(powers, accesses, how, withSignal(options, signal));
  }
  return read;
}
