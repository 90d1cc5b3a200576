import {
  type IssuedLawfulAccess,
  issuedLawfulAccessSchema,
  lawfulAccessViewSchema,
  type ObjectionView,
  objectionViewSchema,
} from '@grondslag/legal-basis';
import { statusChangesSchema } from '@grondslag/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestAuthority, type TestAuthority } from '../test-support/create-test-authority.ts';
import {
  activityOf,
  expectStatus,
  mandateOf,
  official,
  publish,
  type RegisteredAgency,
  registerWithMandate,
  step,
} from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

const DAY_MILLISECONDS = 86_400_000;
let authority: TestAuthority;
let agency: RegisteredAgency & Awaited<ReturnType<typeof registerWithMandate>>;
let citizen: Person;
let given: IssuedLawfulAccess;
let number = 0;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
  agency = await registerWithMandate(authority);
});
afterAll(() => authority.close());
beforeEach(async () => {
  citizen = await authority.provider.person(`citizen${++number}`);
  given = await give();
});

async function give(mandate = agency.mandate.id): Promise<IssuedLawfulAccess> {
  const body = { mandate, citizen: citizen.webId };
  const sent = authority.send('POST', 'v1/lawful-accesses', authority.bob, body);
  return issuedLawfulAccessSchema.parse(await (await expectStatus(201, sent)).json());
}
const refused = async (status: number, code: string, sent: Promise<Response>) =>
  expect(await (await expectStatus(status, sent)).json()).toMatchObject({ code });
const object = (members: object = {}, by = citizen) =>
  authority.send('POST', 'v1/objections', by, {
    access: given.access.id,
    grounds: 'Ik zit in een echtscheiding.',
    ...members,
  });
const read = async (sent: Promise<Response>, status = 200): Promise<ObjectionView> =>
  objectionViewSchema.parse(await (await expectStatus(status, sent)).json());
const act = (view: ObjectionView, what: string, body: object, by = authority.bob) =>
  authority.send('PUT', `${view.objection.id}/${what}`, by, {
    by: official,
    reasons: { nl: 'Wij hebben dit afgewogen.' },
    ...body,
  });
async function look({ access }: IssuedLawfulAccess = given) {
  const answer = await expectStatus(200, authority.send('GET', access.id, citizen));
  return lawfulAccessViewSchema.parse(await answer.json());
}
const exchange = async ({ credential, access }: IssuedLawfulAccess = given) =>
  authority.exchange(authority.bob, credential, await authority.ticket([...access.resources]));
const kinds = async () => {
  const { items } = (await (await authority.send('GET', 'v1/notices', citizen)).json()) as {
    items: { kind: string }[];
  };
  return items.map(({ kind }) => kind);
};

describe('an objection', () => {
  it('of one sentence suspends the access at once, also at vault servers', async () => {
    const { head } = statusChangesSchema.parse(await (await authority.askStatusChanges('')).json());
    const view = await read(object({ grounds: ' Nee. ' }), 201);
    expect(view).toMatchObject({
      state: 'received',
      suspendsAccess: true,
      objection: {
        access: given.access.id,
        citizen: citizen.webId,
        agency: authority.bob.webId,
        mandate: agency.mandate.id,
        grounds: 'Nee.',
      },
    });
    const { changes } = statusChangesSchema.parse(
      await (await authority.askStatusChanges(`?after=${head}`)).json(),
    );
    expect(changes).toMatchObject([{ credential: given.credential.id, change: 'suspended' }]);
    expect(await look()).toMatchObject({
      state: 'suspended',
      why: { rule: 'objection_open', article: '18(1)(d)' },
      objection: view.objection.id,
    });
    await refused(403, 'objection_open', exchange());
    const list = `${authority.baseUrl}status/`;
    expect(JSON.stringify(given.credential.credentialStatus)).toContain(`${list}1/suspension`);
  });

  it('that comes while its access is being resumed suspends it all the same', async () => {
    const { mandate } = await publish(authority, agency);
    const other = await give(mandate.id);
    const operate = (name: 'suspended' | 'resumed') =>
      expectStatus(201, step(authority, authority.operator, mandate, { step: name }));
    await operate('suspended');
    const { lawfulAccesses } = authority.stores;
    const change = lawfulAccesses.change;
    Object.assign(lawfulAccesses, {
      change: async (...decided: Parameters<typeof change>) => {
        Object.assign(lawfulAccesses, { change });
        await expectStatus(201, object({ access: other.access.id }));
        return change(...decided);
      },
    });
    await operate('resumed');
    expect(await look(other)).toMatchObject({
      state: 'suspended',
      why: { rule: 'objection_open' },
    });
    expect(await lawfulAccesses.find(other.access.id)).toHaveProperty('suspendedAt');
  });

  it('is answered before a month is over, or three when that was said in time', async () => {
    const view = await read(object(), 201);
    const months = (from: string, count: number) => {
      const date = new Date(from);
      date.setUTCMonth(date.getUTCMonth() + count);
      return date.toISOString();
    };
    const { receivedAt } = view.objection;
    expect(view.answerBefore).toBe(months(receivedAt, 1));
    const extended = await read(act(view, 'extension', {}));
    expect(extended.answerBefore).toBe(months(receivedAt, 3));
    expect(await look()).toMatchObject({ state: 'suspended' });
    await refused(409, 'objection_answered', act(view, 'extension', {}));
  });

  it('that is upheld ends the access for good', async () => {
    const view = await read(object(), 201);
    const upheld = await read(act(view, 'answer', { outcome: 'upheld' }));
    expect(upheld).toMatchObject({ state: 'upheld', suspendsAccess: false });
    expect(await look()).toMatchObject({ state: 'ended', why: { rule: 'objection_upheld' } });
    await refused(403, 'objection_upheld', exchange());
    await refused(409, 'objection_upheld', object());
    const again = { mandate: agency.mandate.id, citizen: citizen.webId };
    await refused(
      409,
      'objection_upheld',
      authority.send('POST', 'v1/lawful-accesses', authority.bob, again),
    );
    // Two of one moment may come in either order.
    expect(new Set(await kinds())).toEqual(
      new Set(['access-ended', 'access-given', 'objection-answered', 'objection-received']),
    );
  });

  it('that is rejected lets the access go on, and may be made again', async () => {
    const view = await read(object(), 201);
    const rejected = await read(act(view, 'answer', { outcome: 'rejected' }));
    expect(rejected).toMatchObject({ state: 'rejected', objection: { answer: { by: official } } });
    expect(await look()).toMatchObject({ state: 'active', why: { rule: 'public_task' } });
    await expectStatus(200, exchange());
    await refused(409, 'objection_answered', act(view, 'answer', { outcome: 'upheld' }));
    await refused(409, 'objection_answered', act(view, 'exception', { ground: 'legal-claims' }));
    await expectStatus(201, object());
    expect((await look()).state).toBe('suspended');
  });

  it('lets the access go on with an exception on record, and is still answered', async () => {
    const view = await read(object(), 201);
    const excepted = await read(act(view, 'exception', { ground: 'important-public-interest' }));
    expect(excepted).toMatchObject({ state: 'received', suspendsAccess: false });
    expect(await look()).toMatchObject({ state: 'active' });
    await expectStatus(200, exchange());
    await read(act(view, 'answer', { outcome: 'upheld' }));
    expect(await look()).toMatchObject({ state: 'ended' });
  });

  it('counts for all access of the agency for the same purpose', async () => {
    const { mandate } = await publish(authority, agency, { accessDays: 5 });
    const other = await give(mandate.id);
    const view = await read(object(), 201);
    expect((await look(other)).state).toBe('suspended');
    await read(act(view, 'answer', { outcome: 'rejected' }));
    expect((await look(other)).state).toBe('active');
    expect((await look()).state).toBe('active');
  });

  it('is one at a time, however often it is sent', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => object()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const outcomes = ['upheld', 'rejected', 'upheld', 'rejected'];
    const made = answers.find(({ status }) => status === 201);
    const view = objectionViewSchema.parse(await made?.json());
    const answered = await Promise.all(outcomes.map((outcome) => act(view, 'answer', { outcome })));
    expect(answered.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('is seen by the citizen and the agency, and answered by the agency alone', async () => {
    const view = await read(object(), 201);
    for (const by of [citizen, authority.bob]) {
      expect(await read(authority.send('GET', view.objection.id, by))).toEqual(view);
      const { items } = (await (await authority.send('GET', 'v1/objections', by)).json()) as {
        items: ObjectionView[];
      };
      expect(items[0]).toEqual(view);
    }
    for (const by of [authority.eve, authority.alice, authority.operator]) {
      await refused(404, 'objection_not_found', authority.send('GET', view.objection.id, by));
      await refused(404, 'objection_not_found', act(view, 'answer', { outcome: 'upheld' }, by));
    }
    await refused(403, 'objection_of_citizen', act(view, 'answer', { outcome: 'upheld' }, citizen));
  });

  it('is for the citizen whose data it is', async () => {
    for (const by of [authority.eve, authority.bob]) {
      await refused(404, 'lawful_access_not_found', object({}, by));
    }
    await refused(404, 'lawful_access_not_found', object({ access: 'https://x.example/' }));
  });

  it('is no right where the law obliges', async () => {
    const other = await authority.provider.person(`agency${number}`);
    const basis = 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-c';
    const own = await registerWithMandate(authority, other);
    const activity = activityOf(authority, other, { id: `${other.webId}/duty`, basis });
    await expectStatus(201, authority.send('POST', 'v1/processing-activities', other, activity));
    const { mandate } = await publish(authority, own, {
      basis,
      activity: { id: activity.id, version: 1 },
    });
    const body = { mandate: mandate.id, citizen: citizen.webId };
    const sent = authority.send('POST', 'v1/lawful-accesses', other, body);
    const access = issuedLawfulAccessSchema.parse(await (await expectStatus(201, sent)).json());
    await refused(409, 'no_right_to_object', object({ access: access.access.id }));
    expect(await look(access)).toMatchObject({ state: 'active', why: { rule: 'law_obliges' } });
  });

  const bad: [string, object][] = [
    ['without words', { grounds: '  ' }],
    ['with too many', { grounds: 'x'.repeat(4_001) }],
    ['with a null character', { grounds: 'nul \0' }],
    ['against nothing', { access: 'that one' }],
    ['with a member nobody knows', { consent: false }],
  ];
  it.each(bad)('%s is refused', async (_what, members) => {
    await refused(400, 'invalid_body', object(members));
  });

  const badAnswers: [string, string, object][] = [
    ['an answer that is perhaps', 'answer', { outcome: 'perhaps' }],
    ['an answer without reasons', 'answer', { outcome: 'upheld', reasons: {} }],
    ['an answer by nobody', 'answer', { outcome: 'upheld', by: {} }],
    ['an exception of convenience', 'exception', { ground: 'convenience' }],
    ['an extension with a time of its own', 'extension', { at: '2026-01-01T00:00:00Z' }],
  ];
  it.each(badAnswers)('refuses %s', async (_what, path, body) => {
    const view = await read(object(), 201);
    await refused(400, 'invalid_body', act(view, path, body));
  });

  it('is not extended when the month is over', async () => {
    const view = await read(object(), 201);
    authority.advance(32 * DAY_MILLISECONDS);
    try {
      await refused(409, 'extension_too_late', act(view, 'extension', {}));
      await read(act(view, 'answer', { outcome: 'rejected' }));
    } finally {
      authority.advance(-32 * DAY_MILLISECONDS);
    }
  });

  it('of another agency says nothing of this one', async () => {
    const other = await authority.provider.person(`agency${number}`);
    const own = await registerWithMandate(authority, other);
    const body = { mandate: own.mandate.id, citizen: citizen.webId };
    const sent = authority.send('POST', 'v1/lawful-accesses', other, body);
    const access = issuedLawfulAccessSchema.parse(await (await expectStatus(201, sent)).json());
    await read(object(), 201);
    expect((await look(access)).state).toBe('active');
    expect(mandateOf(authority, other).purpose).toBe(given.access.purpose);
  });
});
