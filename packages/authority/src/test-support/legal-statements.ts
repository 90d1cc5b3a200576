import type { Mandate, Objection, Participant, ProcessingActivity } from '@grondslag/legal-basis';
import {
  activityExample,
  lawfulAccessViewExample,
  mandateExample,
  participantExample,
} from '../api/openapi/legal-examples.ts';
import { LAWFUL_ACCESS } from '../credentials/credential-store.ts';
import type { DecisionEntry } from '../decisions/decision-store.ts';
import { explainRule } from '../decisions/explain-rule.ts';
import type {
  NewLawfulAccessRecord,
  StatusDecision,
} from '../lawful-access/lawful-access-store.ts';
import { createNotice } from '../notices/create-notice.ts';
import type { AuthorityStores } from '../storage/stores.ts';
import { filled } from './fill-with-lawful-accesses.ts';

const agency = filled.agency(0);
const citizen = filled.citizen(8);
const by = { name: 'A. de Vries', role: 'Directeur' };

/** What the authority asks of the tables of legal bases, once each, over those that `fillWithLawfulAccesses` filled. */
export function legalStatements(
  stores: () => AuthorityStores,
  now: Date,
): [string, () => Promise<unknown>][] {
  const open = { now, limit: 100 };
  const seen = { visibleAt: now, limit: 20 };
  const accesses = () => stores().lawfulAccesses;
  const changed = (change: StatusDecision['change'], from: number) => () =>
    accesses().change(
      Array.from({ length: 100 }, (_, index) => statusDecision(change, from + 2 * index, now)),
    );
  const objection = (members: Partial<Objection> = {}) =>
    ({ ...objectionOf(98_000, now), ...members }) satisfies Objection;
  const told = () => createNotice('objection-received', accessOf(98_000, now).access, now);
  return [
    ['adding lawful access', () => accesses().add(accessOf(200_000, now))],
    ['finding lawful access', () => accesses().find(filled.access(5))],
    ['lawful access of a citizen', () => accesses().query({ ...seen, citizen })],
    ['lawful access of an agency', () => accesses().query({ ...seen, agency })],
    [
      'the next page of lawful access',
      () => accesses().query({ ...seen, agency, olderThan: filled.access(50_000) }),
    ],
    ['overdue reviews of an agency', () => stores().emergencyReviews.countOverdue(now, agency)],
    ['overdue reviews of all', () => stores().emergencyReviews.countOverdue(now)],
    [
      'overdue emergencies of an agency',
      () => accesses().listEmergencies({ agency, review: 'overdue', now, limit: 20 }),
    ],
    ['emergencies of all', () => accesses().listEmergencies({ now, limit: 20 })],
    ['open under a mandate', () => accesses().listOpen({ mandate: filled.mandate(0) }, open)],
    ['open under an activity', () => accesses().listOpen({ activity: filled.activity(0) }, open)],
    [
      'the next page of open ones',
      () => {
        const after = accessOf(95_000, now).access;
        return accesses().listOpen({ mandate: filled.mandate(0) }, { ...open, after });
      },
    ],
    ['open of an agency', () => accesses().listOpen({ agency }, open)],
    ['open between two', () => accesses().listOpen({ agency, citizen }, open)],
    ['suspending a page', changed('suspended', 99_000)],
    ['resuming a page', changed('resumed', 99_000)],
    ['ending a page', changed('revoked', 99_000)],
    [
      'objecting',
      () => stores().objections.add(objection(), told(), statusDecision('suspended', 98_000, now)),
    ],
    [
      'answering',
      () =>
        stores().objections.addStep(
          objection(),
          {
            kind: 'answer',
            body: { outcome: 'upheld', reasons: { nl: 'Ja.' }, by, at: now.toISOString() },
          },
          createNotice('objection-answered', accessOf(98_000, now).access, now),
        ),
    ],
    ['finding an objection', () => stores().objections.find(filled.objection(6))],
    ['objections of a citizen', () => stores().objections.list(filled.citizen(6))],
    // That of all objections of an agency has no pages yet; this one has two hundred.
    ['objections of an agency', () => stores().objections.list(filled.agency(3))],
    ['objections against one access', () => stores().objections.listAgainst(filled.access(6))],
    [
      'objections between two',
      () => stores().objections.listInContext(filled.citizen(6), filled.agency(0)),
    ],
    ['notices', () => stores().notices.list(citizen, { limit: 20 })],
    [
      'the next page of notices',
      () =>
        stores().notices.list(citizen, {
          limit: 20,
          olderThan: '00000001-0000-7000-8000-000000000000',
        }),
    ],
    ['why', () => stores().decisions.list(filled.credential(5))],
    ['writing down why', () => stores().decisions.add(decisionOn(5, now))],
    [
      'adding a mandate',
      () => stores().mandates.add(mandateOf({ id: filled.mandate(200_000) }), now),
    ],
    ['a new version of a mandate', () => stores().mandates.add(mandateOf({ version: 3 }), now)],
    [
      'a step of a mandate',
      () =>
        stores().mandates.addStep(mandateOf({ version: 2 }), {
          ...{ step: 'ended', at: now.toISOString(), by, reasons: 'Niet meer nodig.' },
        }),
    ],
    ['finding a mandate', () => stores().mandates.find(filled.mandate(5), 2)],
    ['versions of a mandate', () => stores().mandates.findVersions(filled.mandate(5))],
    ['mandates of an agency', () => stores().mandates.list(agency)],
    ['finding a participant', () => stores().register.findParticipant(agency)],
    [
      'describing a participant',
      () => stores().register.recordParticipant(participant, agency, now),
    ],
    ['admitting', () => stores().register.admit(agency, admission, agency)],
    ['finding an activity', () => stores().register.findActivity(filled.activity(5))],
    ['activities of an agency', () => stores().register.listActivities({ controller: agency })],
    [
      'a new version of an activity',
      () =>
        stores().register.addActivity(
          { ...activity, id: filled.activity(5), version: 3, controller: filled.agency(5) },
          now,
        ),
    ],
  ];
}

const activity = activityExample as unknown as ProcessingActivity;
const participant = { ...participantExample, webId: agency } as unknown as Participant;
const [admission] = participant.admissions as [Participant['admissions'][number]];

function mandateOf(members: Partial<Mandate>): Mandate {
  const known = { id: filled.mandate(5), agency: filled.agency(5), steps: [{}, {}] };
  return { ...mandateExample, ...known, ...members } as unknown as Mandate;
}

function objectionOf(number: number, now: Date): Objection {
  const { id: access, ...parties } = accessOf(number, now).access;
  return {
    ...{ id: filled.objection(200_000), access, grounds: 'Nee.', receivedAt: now.toISOString() },
    ...{ agency: parties.agency, citizen: parties.citizen, mandate: filled.mandate(0) },
  };
}

function statusDecision(
  change: StatusDecision['change'],
  number: number,
  now: Date,
): StatusDecision {
  const { access, credential } = accessOf(number, now);
  const decision = decisionOn(number, now);
  return { access, credential: credential.id, change, at: now, decision };
}

function decisionOn(number: number, now: Date): DecisionEntry {
  const record = {
    at: now.toISOString(),
    occasion: 'review' as const,
    outcome: 'allow' as const,
    warnings: [],
    ...explainRule('public_task'),
  };
  const id = crypto.randomUUID();
  return { id, credential: filled.credential(number), agency, citizen, record };
}

function accessOf(number: number, now: Date): NewLawfulAccessRecord {
  const { access: example, information } = lawfulAccessViewExample;
  const access = {
    ...example,
    ...{ id: filled.access(number), agency, citizen: filled.citizen(number % 20_000) },
  } as unknown as NewLawfulAccessRecord['access'];
  const id = filled.credential(number);
  return {
    access,
    information: information as unknown as NewLawfulAccessRecord['information'],
    credential: {
      ...{ id, kind: LAWFUL_ACCESS, fromAgent: access.citizen, toAgent: agency },
      statusEntry: { list: 3000, index: number % 100_000 },
      ...{ recordedAt: now, validFrom: now, expiresAt: new Date(access.validUntil) },
      ...{ resources: access.resources, vaults: ['https://vault.example/'] },
      purposes: [access.purpose],
      credential: { id } as never,
    },
    decision: decisionOn(number, now),
    notice: createNotice('access-given', access, now),
  };
}
