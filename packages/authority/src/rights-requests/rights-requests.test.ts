import {
  issuedLawfulAccessSchema,
  type RightsRequestView,
  rightsRequestViewSchema,
} from '@grondslag/legal-basis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestAuthority, type TestAuthority } from '../test-support/create-test-authority.ts';
import { expectStatus, official, registerWithMandate } from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

const DAY_MILLISECONDS = 86_400_000;
let authority: TestAuthority;
let mandate: string;
let citizen: Person;
let access: string;
let number = 0;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
  mandate = (await registerWithMandate(authority)).mandate.id;
});
afterAll(() => authority.close());
beforeEach(async () => {
  citizen = await authority.provider.person(`citizen${++number}`);
  const body = { mandate, citizen: citizen.webId };
  const sent = authority.send('POST', 'v1/lawful-accesses', authority.bob, body);
  access = issuedLawfulAccessSchema.parse(await (await expectStatus(201, sent)).json()).access.id;
});

const refused = async (status: number, code: string, sent: Promise<Response>) =>
  expect(await (await expectStatus(status, sent)).json()).toMatchObject({ code });
const ask = (members: object = {}, by = citizen) =>
  authority.send('POST', 'v1/rights-requests', by, { right: 'erasure', about: access, ...members });
const read = async (sent: Promise<Response>, status = 200): Promise<RightsRequestView> =>
  rightsRequestViewSchema.parse(await (await expectStatus(status, sent)).json());
const act = (view: RightsRequestView, what: string, body: object = {}, by = authority.bob) =>
  authority.send('PUT', `${view.request.id}/${what}`, by, {
    by: official,
    reasons: { nl: 'Wij hebben dit bekeken.' },
    ...(what === 'answer' && { outcome: 'granted' }),
    ...body,
  });

describe('a request by a right', () => {
  it('reaches the agency, which answers it within a month', async () => {
    const view = await read(ask({ words: ' Wis alles. ' }), 201);
    expect(view).toMatchObject({
      state: 'received',
      request: {
        ...{ right: 'erasure', about: access, words: 'Wis alles.' },
        ...{ citizen: citizen.webId, agency: authority.bob.webId },
      },
    });
    const { items } = (await (
      await authority.send('GET', 'v1/rights-requests', authority.bob)
    ).json()) as { items: unknown[] };
    expect(items).toContainEqual(view);
    const answered = await read(act(view, 'answer'));
    expect(answered).toMatchObject({ state: 'granted', request: { answer: { by: official } } });
    expect(await read(authority.send('GET', view.request.id, citizen))).toEqual(answered);
  });

  it('is refused with reasons, and never without', async () => {
    const view = await read(ask(), 201);
    await refused(400, 'invalid_body', act(view, 'answer', { outcome: 'refused', reasons: {} }));
    expect(await read(act(view, 'answer', { outcome: 'refused' }))).toMatchObject({
      state: 'refused',
    });
  });

  it('is asked once at a time, and again after its answer', async () => {
    const view = await read(ask(), 201);
    await refused(409, 'rights_request_pending', ask());
    await expectStatus(201, ask({ right: 'access' }));
    await read(act(view, 'answer'));
    await expectStatus(201, ask());
  });

  it('of many at one moment is one', async () => {
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  it('is only by a right that goes with the ground', async () => {
    await refused(409, 'no_such_right', ask({ right: 'portability' }));
  });

  it('takes up to two months longer when that was said within the first', async () => {
    const view = await read(ask(), 201);
    const later = await read(act(view, 'extension'));
    expect(Date.parse(later.answerBefore)).toBeGreaterThan(Date.parse(view.answerBefore));
    await refused(409, 'rights_request_answered', act(view, 'extension'));
    const other = await read(ask({ right: 'access' }), 201);
    authority.advance(32 * DAY_MILLISECONDS);
    try {
      await refused(409, 'extension_too_late', act(other, 'extension'));
      await read(act(other, 'answer'));
    } finally {
      authority.advance(-32 * DAY_MILLISECONDS);
    }
  });

  it('is seen by the citizen and the agency, and answered once, by the agency alone', async () => {
    const view = await read(ask(), 201);
    for (const by of [authority.eve, authority.alice, authority.operator]) {
      const get = authority.send('GET', view.request.id, by);
      await refused(404, 'rights_request_not_found', get);
      await refused(404, 'rights_request_not_found', act(view, 'answer', {}, by));
    }
    await refused(403, 'rights_request_of_citizen', act(view, 'answer', {}, citizen));
    await read(act(view, 'answer'));
    await refused(409, 'rights_request_answered', act(view, 'answer', { outcome: 'refused' }));
  });

  it('is about data of the citizen who asks', async () => {
    for (const by of [authority.eve, authority.bob]) {
      await refused(404, 'credential_not_found', ask({}, by));
    }
    await refused(404, 'credential_not_found', ask({ about: 'https://x.example/' }));
  });

  const bad: [string, object][] = [
    ['by a right that works by itself', { right: 'object' }],
    ['with empty words', { words: ' ' }],
    ['with too many', { words: 'x'.repeat(2_001) }],
    ['with a null character', { words: 'nul \0' }],
    ['with a member nobody knows', { consent: false }],
  ];
  it.each(bad)('%s is refused', async (_what, members) => {
    await refused(400, 'invalid_body', ask(members));
  });
});
