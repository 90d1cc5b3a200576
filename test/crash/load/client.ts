import { correctionViewSchema } from '@grondslag/legal-basis';
import {
  accessCredentialSchema,
  authorityPaths,
  queryResponseSchema,
  READ_REPORT_TYPE,
  type ReadRecord,
} from '@grondslag/protocol';
import { accessRequestViewSchema } from '@grondslag/protocol/v1';
import * as z from 'zod';
import type { Random } from '../random.ts';
import type { OutsideWorld } from '../world/outside-world.ts';
import type { Person } from '../world/person.ts';
import { askAuthority, askFor } from './ask-authority.ts';
import {
  correctionStepBody,
  decisionBody,
  plainRequestBody,
  reportErrorBody,
  requestBody,
  statusBody,
} from './bodies.ts';
import type { Case, Change, DecisionKind, Progress } from './case.ts';
import { acknowledge, type Tally } from './tally.ts';

const finalSteps = ['corrected', 'rejected'] as const;
const allSteps = ['in-examination', ...finalSteps] as const;
const problemSchema = z.object({ code: z.string() });

/** An agency with its citizen and their vault server: one thing at a time, and each answer is written down. */
export interface Client {
  readonly agency: Person;
  readonly citizen: Person;
  readonly cases: Case[];
  /** Cases something happened in since the last check. */
  readonly touched: Set<Case>;
  readonly random: Random;
  /** Requests with a key that had no answer yet. */
  readonly unanswered: Set<KeyedRequest>;
  ask(): Promise<void>;
  /** Asks with an idempotency key: however often, one request comes of it. */
  askOnce(request?: KeyedRequest): Promise<void>;
  cancel(one: Case): Promise<void>;
  decide(one: Case, kind: DecisionKind): Promise<void>;
  /** Withdraws, suspends or resumes the grant. */
  change(one: Case, kind: Change['kind']): Promise<void>;
  report(one: Case, ids: readonly string[]): Promise<void>;
  /** Reports an error in the fact. */
  reportError(one: Case): Promise<void>;
  /** The next step of the source, or again the one that had no answer. */
  answerReport(one: Case): Promise<void>;
}

interface KeyedRequest {
  readonly key: string;
  readonly resource: string;
}

export function createClient({
  baseUrl,
  world,
  agency,
  citizen,
  source,
  random,
  tally,
}: {
  readonly baseUrl: string;
  readonly world: OutsideWorld;
  readonly agency: Person;
  readonly citizen: Person;
  readonly source: Person;
  readonly random: Random;
  readonly tally: Tally;
}): Client {
  const cases: Case[] = [];
  const touched = new Set<Case>();
  const unanswered = new Set<KeyedRequest>();
  let asked = 0;
  const nextResource = () => `${citizen.pod}facts/${agency.webId.replace(/\W/g, '')}-${++asked}`;
  const begin = (request: string, resource: string) => {
    const one: Case = { agency, citizen, resource, request, changes: [], reads: new Map() };
    cases.push(one);
    touched.add(one);
  };
  const url = (path: string) => new URL(path, baseUrl).href;
  const issue = (by: Person, body: string) =>
    askAuthority('POST', url(authorityPaths.issue), { by, body });
  const changeStatus = (by: Person, id: string, kind: Change['kind']) =>
    askFor(200, 'POST', url(authorityPaths.status), { by, body: statusBody(id, kind) });

  return {
    agency,
    citizen,
    cases,
    touched,
    unanswered,
    random,
    async ask() {
      const resource = nextResource();
      const { status, body } = await issue(agency, requestBody(resource, citizen.webId));
      if (status !== 201) throw new Error(`A request was answered ${status}`);
      begin(accessCredentialSchema.parse(body).id, resource);
      acknowledge(tally, 'requests');
    },
    async askOnce(request = { key: crypto.randomUUID(), resource: nextResource() }) {
      const { key, resource } = request;
      unanswered.add(request);
      const { status, body } = await askAuthority('POST', url(authorityPaths.accessRequests), {
        by: agency,
        body: plainRequestBody(resource, citizen.webId),
        headers: { 'Idempotency-Key': key },
      });
      // The crash left it reserved for half a minute.
      if (status === 409 && problemSchema.parse(body).code === 'idempotency_key_in_use') return;
      if (status !== 201) throw new Error(`A request with a key was answered ${status}`);
      unanswered.delete(request);
      begin(accessRequestViewSchema.parse(body).credential, resource);
      acknowledge(tally, 'requests with a key');
    },
    async cancel(one) {
      touched.add(one);
      one.cancellation = 'asked';
      await changeStatus(agency, one.request, 'revoked');
      one.cancellation = 'acknowledged';
      acknowledge(tally, 'cancellations');
    },
    async decide(one, kind) {
      touched.add(one);
      one.decision ??= { kind };
      const { decision, resource, request } = one;
      const sent = decisionBody(decision.kind, { resource, agency: agency.webId, request });
      const { status, body } = await issue(citizen, sent);
      if (status === 201) decision.id = accessCredentialSchema.parse(body).id;
      else if (status === 409) decision.id = await findDecision(one);
      else throw new Error(`A decision was answered ${status}: ${JSON.stringify(body)}`);
      acknowledge(tally, decision.kind === 'SolidAccessGrant' ? 'grants' : 'denials');
    },
    async change(one, kind) {
      if (one.decision?.id === undefined) return;
      touched.add(one);
      const last = one.changes.at(-1);
      const change = last?.progress === 'asked' ? last : { kind, progress: 'asked' as Progress };
      if (change !== last) one.changes.push(change);
      await changeStatus(citizen, one.decision.id, change.kind);
      change.progress = 'acknowledged';
      acknowledge(tally, change.kind);
    },
    async report(one, ids) {
      if (one.decision?.id === undefined) return;
      touched.add(one);
      const grant = one.decision.id;
      for (const id of ids) one.reads.set(id, 'asked');
      const records = ids.map(
        (id): ReadRecord => ({
          ...{ id, grant, at: new Date().toISOString(), method: 'GET' },
          ...{ agency: agency.webId, owner: citizen.webId, resource: one.resource },
        }),
      );
      const body = await world.signMessage(READ_REPORT_TYPE, baseUrl, { records });
      const outcome = await askFor(200, 'POST', url(authorityPaths.reads), { body });
      const { accepted, duplicate } = outcome as { accepted: number; duplicate: number };
      if (accepted + duplicate !== ids.length) {
        throw new Error(`Of ${ids.length} records of reads ${accepted + duplicate} were believed`);
      }
      for (const id of ids) one.reads.set(id, 'acknowledged');
      acknowledge(tally, 'reads', ids.length);
    },
    async reportError(one) {
      touched.add(one);
      one.report ??= { key: crypto.randomUUID(), steps: [] };
      const { status, body } = await askAuthority('POST', url(authorityPaths.corrections), {
        by: citizen,
        body: reportErrorBody(one.resource),
        headers: { 'Idempotency-Key': one.report.key },
      });
      if (status === 409 && problemSchema.parse(body).code === 'idempotency_key_in_use') return;
      if (status !== 201)
        throw new Error(`A report was answered ${status}: ${JSON.stringify(body)}`);
      one.report.id = correctionViewSchema.parse(body).correction.id;
      acknowledge(tally, 'reports of errors');
    },
    async answerReport(one) {
      if (one.report?.id === undefined) return;
      touched.add(one);
      const { id, steps } = one.report;
      const last = steps.at(-1);
      const isAgain = last?.progress === 'asked';
      const kinds = last ? finalSteps : allSteps;
      const step = isAgain
        ? last
        : { kind: random.pick(kinds) ?? 'rejected', progress: 'asked' as Progress };
      if (!isAgain) steps.push(step);
      const { status, body } = await askAuthority('POST', `${id}/steps`, {
        by: source,
        body: correctionStepBody(step.kind),
      });
      // It was taken, and its answer got lost.
      const isTaken =
        isAgain &&
        status === 409 &&
        problemSchema.parse(body).code === 'correction_step_not_possible';
      if (status !== 201 && !isTaken) {
        throw new Error(`A step was answered ${status}: ${JSON.stringify(body)}`);
      }
      step.progress = 'acknowledged';
      acknowledge(tally, 'steps of sources');
    },
  };

  /** The decision that was taken before its answer got lost. */
  async function findDecision(one: Case): Promise<string> {
    const query = url(`${authorityPaths.query}?resource=${encodeURIComponent(one.resource)}`);
    const { items } = queryResponseSchema.parse(await askFor(200, 'GET', query, { by: citizen }));
    const found = items.find(({ id }) => id !== one.request);
    if (found) return found.id;
    throw new Error(`The request ${one.request} counts as decided on, and there is no decision`);
  }
}
