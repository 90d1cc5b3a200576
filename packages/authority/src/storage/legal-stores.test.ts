import {
  type LawfulAccess,
  type Mandate,
  mandateSchema,
  newParticipantSchema,
  type Objection,
  processingActivitySchema,
  type ReviewState,
} from '@grondslag/legal-basis';
import { describe, expect, it } from 'vitest';
import {
  activityExample,
  lawfulAccessViewExample,
  mandateExample,
  participantExample,
} from '../api/openapi/legal-examples.ts';
import { LAWFUL_ACCESS } from '../credentials/credential-store.ts';
import type { DecisionEntry } from '../decisions/decision-store.ts';
import { explainRule } from '../decisions/explain-rule.ts';
import type { NewLawfulAccessRecord } from '../lawful-access/lawful-access-store.ts';
import { createNotice } from '../notices/create-notice.ts';
import { describeDatabases } from '../test-support/describe-databases.ts';
import { createSqlStores } from './stores.ts';

const VAULT = 'https://vault.example/';
const now = new Date('2026-11-22T12:00:00.123Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const by = { name: 'A. de Vries', role: 'Directeur' };
const OPERATOR = `${VAULT}operator#me`;
const { admissions, ...described } = participantExample;
const [admitted] = admissions;
const participant = newParticipantSchema.parse(described);

let made = 0;
const url = (what: string) => `https://access.example/${what}/${String(++made).padStart(6, '0')}`;
const times = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

const mandate = (members: Partial<Mandate> = {}): Mandate =>
  mandateSchema.parse({ ...mandateExample, id: url('mandates'), ...members });

function decision(credential: string): DecisionEntry {
  const record = {
    at: now.toISOString(),
    occasion: 'access' as const,
    outcome: 'allow' as const,
    warnings: [],
    ...explainRule('public_task'),
  };
  return { id: crypto.randomUUID(), credential, agency: `${VAULT}a#me`, citizen: VAULT, record };
}

function access(members: Partial<NewLawfulAccessRecord['access']> = {}): NewLawfulAccessRecord {
  const number = ++made;
  const shown = lawfulAccessViewExample;
  const given = {
    ...shown.access,
    id: url('accesses'),
    citizen: `${VAULT}citizen-${number}#me`,
    validUntil: later(3600).toISOString(),
    ...members,
  } as NewLawfulAccessRecord['access'];
  const id = url('vc');
  return {
    access: given,
    information: shown.information as NewLawfulAccessRecord['information'],
    credential: {
      id,
      kind: LAWFUL_ACCESS,
      fromAgent: given.citizen,
      toAgent: given.agency,
      statusEntry: { list: 5, index: number },
      recordedAt: now,
      validFrom: now,
      expiresAt: new Date(given.validUntil),
      resources: given.resources,
      vaults: [VAULT],
      purposes: [given.purpose],
      credential: { id } as never,
    },
    decision: decision(id),
    notice: createNotice('access-given', given, now),
  };
}

describeDatabases('what is on record about legal bases', (database) => {
  const one = () => createSqlStores(database.one.db);
  const other = () => createSqlStores(database.other.db);
  const either = (index: number) => (index % 2 ? one() : other());

  describe('the register', () => {
    it('knows what was said last and all that was decided, by many at once', async () => {
      const webId = `${VAULT}agency-${++made}#me`;
      const said = { ...participant, webId };
      expect(await one().register.admit(webId, admitted as never, OPERATOR)).toBe(false);
      await times(8, (index) =>
        either(index).register.recordParticipant(
          { ...said, name: { nl: `Naam ${index}` } },
          OPERATOR,
          now,
        ),
      );
      expect(await one().register.findParticipant(webId)).toBeUndefined();
      await one().register.recordParticipant(said, OPERATOR, now);
      const decided = await times(8, (index) =>
        either(index).register.admit(webId, { ...admitted, by } as never, OPERATOR),
      );
      expect(decided).toEqual(Array(8).fill(true));
      const found = await other().register.findParticipant(webId);
      expect(found).toMatchObject(said);
      expect(found?.admissions).toHaveLength(8);
      const { db } = database.one;
      const versions = await db
        .selectFrom('participant')
        .select('version')
        .where('web_id', '=', webId)
        .orderBy('version')
        .execute();
      expect(versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });

    it('lets one of many next versions of an activity through, and none of another controller', async () => {
      const first = processingActivitySchema.parse({ ...activityExample, id: url('activities') });
      const { register } = one();
      expect(await register.addActivity({ ...first, version: 2 }, now)).toBe('not_next_version');
      expect(await register.addActivity(first, now)).toBe('added');
      const next = { ...first, version: 2 };
      const outcomes = await times(8, (index) => either(index).register.addActivity(next, now));
      expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'not_next_version')).toHaveLength(7);
      const stolen = { ...first, version: 3, controller: `${VAULT}eve#me` };
      expect(await register.addActivity(stolen, now)).toBe('of_another');
      expect(await other().register.findActivity(first.id)).toEqual([next, first]);
      expect(await other().register.listActivities({ controller: `${VAULT}eve#me` })).toEqual([]);
    });
  });

  describe('mandates', () => {
    it('keep every version, and one of many steps taken at once', async () => {
      const first = mandate();
      const { mandates } = one();
      expect(await mandates.add(first, now)).toBe('added');
      expect(await mandates.add({ ...first, version: 2 }, now)).toBe('added');
      expect(await mandates.add({ ...first, version: 2 }, now)).toBe('not_next_version');
      expect(await mandates.add({ ...first, version: 3, agency: VAULT }, now)).toBe('of_another');
      const step = {
        step: 'decided',
        at: now.toISOString(),
        by,
        reasons: 'Zo is besloten.',
      } as const;
      const taken = await times(8, (index) => either(index).mandates.addStep(first, step));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await other().mandates.find(first.id, 1)).toEqual({ ...first, steps: [step] });
      expect((await mandates.findVersions(first.id)).map(({ version }) => version)).toEqual([2, 1]);
      expect(await mandates.find(first.id, 9)).toBeUndefined();
    });
  });

  describe('lawful access', () => {
    it('is stored whole or not at all', async () => {
      const { lawfulAccesses, decisions, notices, credentials } = one();
      const given = access();
      expect(await lawfulAccesses.add(given)).toBe('added');
      const same = access();
      const taken = {
        ...same,
        credential: { ...same.credential, statusEntry: given.credential.statusEntry },
      };
      expect(await lawfulAccesses.add(taken)).toBe('status_entry_taken');
      for (const [stored, count] of [
        [given, 1],
        [taken, 0],
      ] as const) {
        const { citizen, id } = stored.access;
        expect((await other().lawfulAccesses.find(id)) !== undefined).toBe(count === 1);
        expect(await decisions.list(stored.credential.id)).toHaveLength(count);
        expect(await notices.list(citizen, { limit: 9 })).toHaveLength(count);
      }
      const query = { participant: given.access.citizen, limit: 9, now };
      expect((await credentials.query(query)).items).toEqual([]);
      expect(await credentials.find(given.credential.id)).toMatchObject({ kind: LAWFUL_ACCESS });
    });

    it('is found by what it rests on while it is open', async () => {
      const agency = `${VAULT}agency-${++made}#me`;
      const activity = { id: url('activities'), version: 1 };
      const mandateOf = { id: url('mandates'), version: 1, name: { nl: 'Proef' } };
      const open = access({ agency, activity, mandate: mandateOf });
      const over = access({ agency, activity, validUntil: later(-1).toISOString() });
      const ended = access({ agency, activity, mandate: mandateOf });
      const { lawfulAccesses } = one();
      for (const each of [open, over, ended]) expect(await lawfulAccesses.add(each)).toBe('added');
      await lawfulAccesses.change([
        {
          access: ended.access,
          credential: ended.credential.id,
          change: 'revoked',
          at: now,
          decision: decision(ended.credential.id),
        },
      ]);
      const page = { now, limit: 10 };
      for (const restsOn of [
        { agency },
        { agency, citizen: open.access.citizen },
        { activity: activity.id },
        { mandate: mandateOf.id },
      ]) {
        const found = await other().lawfulAccesses.listOpen(restsOn, page);
        expect(found.map((each) => each.access.id)).toEqual([open.access.id]);
      }
      const after = { ...page, after: open.access };
      expect(await lawfulAccesses.listOpen({ agency }, after)).toEqual([]);
      const sooner = access({ agency, validUntil: later(1800).toISOString() });
      const same = access({ agency });
      for (const each of [sooner, same]) expect(await lawfulAccesses.add(each)).toBe('added');
      const inTurn = [sooner, open, same].map((each) => each.access.id);
      const found: string[] = [];
      for (let last: LawfulAccess | undefined; ; ) {
        const [next] = await lawfulAccesses.listOpen({ agency }, { now, after: last, limit: 1 });
        if (next === undefined) break;
        last = next.access;
        found.push(last.id);
      }
      expect(found).toEqual(inTurn);
      const all = await lawfulAccesses.query({ agency, visibleAt: now, limit: 9 });
      expect(all.map((each) => each.access.id)).toEqual(
        [same, sooner, ended, over, open].map((each) => each.access.id),
      );
    });

    it('that is told later is kept from the citizen until then', async () => {
      const until = later(60).toISOString();
      const delay = { ground: { nl: 'Onderzoek' }, article: '23', until, overseer: by };
      const hidden = access({ notice: { when: 'delayed', delay } });
      const { lawfulAccesses, notices } = one();
      await lawfulAccesses.add(hidden);
      const { citizen } = hidden.access;
      const seen = (visibleAt: Date) => lawfulAccesses.query({ citizen, visibleAt, limit: 9 });
      expect(await seen(later(59))).toEqual([]);
      expect(await seen(later(60))).toHaveLength(1);
      expect(await notices.list(citizen, { limit: 1 })).toMatchObject([{ hiddenUntil: later(60) }]);
    });

    it('changes many in one moment, without a gap in any feed', async () => {
      const agency = `${VAULT}agency-${++made}#me`;
      const all = Array.from({ length: 20 }, () => access({ agency }));
      for (const each of all) await one().lawfulAccesses.add(each);
      const decide = (change: 'suspended' | 'revoked', part: readonly NewLawfulAccessRecord[]) =>
        part.map(({ access: changed, credential: { id } }) => ({
          access: changed,
          credential: id,
          change,
          at: now,
          decision: decision(id),
        }));
      await Promise.all([
        one().lawfulAccesses.change([
          ...decide('suspended', all.slice(0, 12)),
          ...decide('revoked', all.slice(12)),
        ]),
        other().lawfulAccesses.change(decide('suspended', all.slice(5, 12).reverse())),
      ]);
      const entries = await one().events.after(agency, 0, 99);
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
      const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
      expect([count('issued'), count('suspended'), count('revoked')]).toEqual([20, 12, 8]);
    });

    it('changes status once, with one decision, however many say so', async () => {
      const given = access();
      await one().lawfulAccesses.add(given);
      const { id } = given.credential;
      await times(8, (index) =>
        either(index).lawfulAccesses.change([
          {
            access: given.access,
            credential: id,
            change: 'suspended',
            at: now,
            decision: decision(id),
            notice: createNotice('access-suspended', given.access, now),
          },
        ]),
      );
      expect(await one().decisions.list(id)).toHaveLength(2);
      expect(await one().notices.list(given.access.citizen, { limit: 9 })).toHaveLength(2);
      const kinds = (await one().events.after(given.access.citizen, 0, 9)).map(({ kind }) => kind);
      expect(kinds).toEqual(['issued', 'suspended']);
      expect(
        (await one().events.after(VAULT, 0, 99)).map(({ credential }) => credential),
      ).toContain(id);
    });
  });

  describe('reviews of emergencies', () => {
    const emergency = (agency: string) =>
      access({
        agency,
        emergency: {
          ...{ danger: 'Brand.', whyNoOtherBasis: 'Er is haast.', officials: [by] },
          reviewBefore: later(60).toISOString(),
        },
      });
    const reviewOf = ({ access: given, credential }: NewLawfulAccessRecord, at: Date) => ({
      review: {
        ...{ access: given.id, outcome: 'not-justified' as const, reasons: { nl: 'Geen brand.' } },
        ...{ by: { name: 'F. Gegeven', role: 'Functionaris' }, at: at.toISOString() },
      },
      recordedBy: OPERATOR,
      credential: credential.id,
      notice: createNotice('emergency-reviewed', given, at),
      end: {
        ...{ access: given, credential: credential.id, change: 'revoked' as const, at },
        decision: decision(credential.id),
      },
    });

    it('are recorded once, with the end of the access and what the citizen is told', async () => {
      const given = emergency(`${VAULT}agency-${++made}#me`);
      expect(await one().lawfulAccesses.add(given)).toBe('added');
      const told = reviewOf(given, now);
      const outcomes = await times(8, (index) =>
        either(index).emergencyReviews.add({
          ...told,
          notice: createNotice('emergency-reviewed', given.access, now),
          end: { ...told.end, decision: decision(given.credential.id) },
        }),
      );
      expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
      expect(await other().lawfulAccesses.find(given.access.id)).toMatchObject({
        ...{ review: told.review, revokedAt: now },
      });
      expect(await one().notices.list(given.access.citizen, { limit: 9 })).toHaveLength(2);
      expect(await one().decisions.list(given.credential.id)).toHaveLength(2);
    });

    it('are overdue when nobody looked in time, also for who lists them', async () => {
      const agency = `${VAULT}agency-${++made}#me`;
      const [first, second] = [emergency(agency), emergency(agency)];
      const { lawfulAccesses, emergencyReviews } = one();
      for (const each of [first, second, access({ agency })]) await lawfulAccesses.add(each);
      const counts = async () => [
        await emergencyReviews.countOverdue(later(59), agency),
        await emergencyReviews.countOverdue(later(60), agency),
      ];
      const listed = async (review: ReviewState | undefined, at: Date) =>
        (
          await other().lawfulAccesses.listEmergencies({
            agency,
            ...(review && { review }),
            now: at,
            limit: 9,
          })
        ).map((each) => each.access.id);
      expect(await counts()).toEqual([0, 2]);
      expect(await listed('due', later(59))).toEqual([second.access.id, first.access.id]);
      expect(await listed('overdue', later(59))).toEqual([]);
      await emergencyReviews.add(reviewOf(first, later(90)));
      expect(await counts()).toEqual([0, 1]);
      expect(await emergencyReviews.countOverdue(later(60), `${VAULT}nobody#me`)).toBe(0);
      expect(await emergencyReviews.countOverdue(later(60))).toBeGreaterThanOrEqual(1);
      expect(await listed('overdue', later(60))).toEqual([second.access.id]);
      expect(await listed('done', later(60))).toEqual([first.access.id]);
      expect(await listed(undefined, later(60))).toEqual([second.access.id, first.access.id]);
    });
  });

  describe('objections', () => {
    const objectionTo = ({
      access: { id, agency, citizen },
    }: NewLawfulAccessRecord): Objection => ({
      id: url('objections'),
      access: id,
      agency,
      citizen,
      mandate: mandateExample.id,
      grounds: 'Nee.',
      receivedAt: now.toISOString(),
    });
    const add = (stores: ReturnType<typeof one>, given: NewLawfulAccessRecord) =>
      stores.objections.add(
        objectionTo(given),
        createNotice('objection-received', given.access, now),
        {
          access: given.access,
          credential: given.credential.id,
          at: now,
          decision: decision(given.credential.id),
        },
      );

    it('are one at a time, and suspend in the same moment', async () => {
      const given = access();
      await one().lawfulAccesses.add(given);
      const added = await times(8, (index) => add(either(index), given));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await one().lawfulAccesses.find(given.access.id)).toMatchObject({ suspendedAt: now });
      const { agency, citizen, purpose } = given.access;
      expect(await other().objections.listInContext(citizen, agency)).toMatchObject([{ purpose }]);
      expect(await other().objections.listInContext(agency, citizen)).toEqual([]);
    });

    it('are answered once, whatever is said at the same time', async () => {
      const given = access();
      await one().lawfulAccesses.add(given);
      await add(one(), given);
      const [objection] = await one().objections.listAgainst(given.access.id);
      if (objection === undefined) throw new Error('it was added');
      const body = {
        outcome: 'upheld',
        reasons: { nl: 'Ja.' },
        by,
        at: now.toISOString(),
      } as const;
      const told = () => createNotice('objection-answered', given.access, now);
      const outcomes = await times(8, (index) =>
        either(index).objections.addStep(objection, { kind: 'answer', body }, told()),
      );
      expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
      const extension = { reasons: { nl: 'Later.' }, by, at: now.toISOString() };
      expect(
        await one().objections.addStep(objection, { kind: 'extension', body: extension }, told()),
      ).toBe('taken');
      expect(await other().objections.find(objection.id)).toEqual({ ...objection, answer: body });
      expect(await other().objections.list(given.access.citizen)).toHaveLength(1);
      // Answered, so another may be made.
      expect(await add(one(), given)).toBe(true);
    });
  });
});
