import { accessGrantSchema, accessRequestSchema, type Explanation } from '@grondslag/protocol';
import {
  accessDenialViewSchema,
  accessGrantViewSchema,
  accessRequestViewSchema,
  pageSchema,
} from '@grondslag/protocol/v1';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  grantBody,
  issue,
  SERVICE_PROVISION,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
});
afterAll(() => authority.close());

const explanation = (): Explanation => ({
  needs: [
    {
      resource: authority.inPod('facts/'),
      claimType: 'https://w3id.org/grondslag/terms#IncomeCredential',
      reason: { nl: 'Voor de toets' },
      required: true,
    },
  ],
  purposeInWords: { nl: 'Toeslag' },
  otherRoute: { text: { nl: 'Aan het loket' } },
});

async function ask(members: object = {}) {
  const response = await authority.send('POST', 'v1/access-requests', authority.bob, {
    citizen: authority.alice.webId,
    resources: [authority.inPod('facts/')],
    purposes: [SERVICE_PROVISION],
    expiresAt: authority.inDays(30),
    ...members,
  });
  expect(response.status).toBe(201);
  const request = accessRequestViewSchema.parse(await response.json());
  expect(response.headers.get('Location')).toBe(
    `${authority.baseUrl}v1/access-requests/${request.id}`,
  );
  return request;
}

async function grant(members: object = {}) {
  const response = await authority.send('POST', 'v1/access-grants', authority.alice, members);
  expect(response.status).toBe(201);
  return accessGrantViewSchema.parse(await response.json());
}

async function get(path: string, by: Person = authority.bob): Promise<unknown> {
  const response = await authority.send('GET', path, by);
  expect(response.status).toBe(200);
  return response.json();
}

describe('a request in plain JSON', () => {
  it('is the request the access-grant libraries see, with the words for the citizen', async () => {
    const request = await ask({ explanation: explanation(), inherit: true });
    expect(request).toMatchObject({
      state: 'pending',
      agency: authority.bob.webId,
      citizen: authority.alice.webId,
      resources: [authority.inPod('facts/')],
      modes: ['read'],
      purposes: [SERVICE_PROVISION],
      inherit: true,
      expiresAt: expect.any(String),
      explanation: explanation(),
    });
    const credential = accessRequestSchema.parse(await get(request.credential, authority.alice));
    expect(credential.id).toBe(`${authority.baseUrl}vc/${request.id}`);
  });

  it('is granted as it was asked when the decision only names it', async () => {
    const request = await ask({ modes: ['read', 'append'] });
    const granted = await grant({ request: request.id });
    expect(granted).toMatchObject({
      state: 'active',
      agency: authority.bob.webId,
      citizen: authority.alice.webId,
      resources: request.resources,
      modes: ['read', 'append'],
      purposes: request.purposes,
      expiresAt: request.expiresAt,
      request: request.credential,
      requestVerified: true,
    });
    const credential = accessGrantSchema.parse(await get(granted.credential));
    expect(credential.credentialSubject.providedConsent.verifiedRequest).toBe(request.credential);
    expect(await get(`v1/access-requests/${request.id}`)).toMatchObject({
      state: 'granted',
      decision: { kind: 'access-grant', id: granted.id },
    });
  });

  it('is granted in part, and never for more', async () => {
    const request = await ask();
    const more = { request: request.id, modes: ['write'] };
    const refused = await authority.send('POST', 'v1/access-grants', authority.alice, more);
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { code: 'mode_not_requested' },
    ]);
    const part = authority.inPod('facts/income.jsonld');
    expect(await grant({ request: request.id, resources: [part] })).toMatchObject({
      resources: [part],
    });
  });

  it('is denied with a reason', async () => {
    const request = await ask();
    const response = await authority.send('POST', 'v1/access-denials', authority.alice, {
      request: request.id,
      reason: 'Liever niet',
    });
    const denial = accessDenialViewSchema.parse(await response.json());
    expect(denial).toMatchObject({ state: 'active', reason: 'Liever niet' });
    expect(await get(`v1/access-requests/${request.id}`)).toMatchObject({
      state: 'denied',
      decision: { kind: 'access-denial', id: denial.id },
    });
  });

  it('is taken back by the agency, once and for good', async () => {
    const { id } = await ask();
    const cancel = (by: Person) =>
      authority.send('PUT', `v1/access-requests/${id}/cancellation`, by);
    expect(await (await cancel(authority.alice)).json()).toMatchObject({ code: 'not_subject' });
    const first = await (await cancel(authority.bob)).json();
    expect(first).toMatchObject({ state: 'canceled', canceledAt: expect.any(String) });
    expect(await (await cancel(authority.bob)).json()).toEqual(first);
  });
});

describe('a grant in plain JSON', () => {
  it('is given without a request to who is named', async () => {
    const granted = await grant({
      agency: authority.bob.webId,
      resources: [authority.inPod('facts/income.jsonld')],
      modes: ['read'],
    });
    expect(granted).toMatchObject({ state: 'active', requestVerified: false, purposes: [] });
    expect(granted).not.toHaveProperty('request');
  });

  it('is suspended, resumed and withdrawn by who gave it', async () => {
    const { id } = await grant({ request: (await ask()).id });
    const path = `v1/access-grants/${id}`;
    const change = async (method: string, part: string, by = authority.alice) =>
      (await authority.send(method, `${path}/${part}`, by)).json();
    expect(await change('PUT', 'suspension')).toMatchObject({ state: 'suspended' });
    expect(await get('v1/access-grants?state=suspended')).toMatchObject({ items: [{ id }] });
    expect(await change('DELETE', 'suspension')).toMatchObject({ state: 'active' });
    expect(await change('PUT', 'withdrawal', authority.bob)).toMatchObject({ code: 'not_subject' });
    expect(await change('PUT', 'withdrawal', authority.eve)).toMatchObject({
      code: 'not_participant',
    });
    expect(await change('PUT', 'withdrawal')).toMatchObject({
      state: 'revoked',
      revokedAt: expect.any(String),
    });
    expect(await change('DELETE', 'suspension')).toMatchObject({ code: 'already_revoked' });
    expect((await authority.send('DELETE', `${path}/withdrawal`, authority.alice)).status).toBe(
      405,
    );
  });

  it('is given up by the agency that has it, for good, and says so', async () => {
    const { id } = await grant({ request: (await ask()).id });
    const path = `v1/access-grants/${id}`;
    const end = async (by = authority.bob) =>
      (await authority.send('PUT', `${path}/end`, by)).json();
    expect(await end(authority.alice)).toMatchObject({ code: 'not_subject' });
    expect(await end(authority.eve)).toMatchObject({ code: 'not_participant' });
    const ended = await end();
    expect(ended).toMatchObject({ state: 'revoked', endedBy: 'agency' });
    expect(await end()).toEqual(ended);
    const withdrawal = await authority.send('PUT', `${path}/withdrawal`, authority.alice);
    expect(await withdrawal.json()).toEqual(ended);
  });

  it('stays withdrawn by the citizen when the agency gives it up too', async () => {
    const { id } = await grant({ request: (await ask()).id });
    await authority.send('PUT', `v1/access-grants/${id}/withdrawal`, authority.alice);
    const ended = await authority.send('PUT', `v1/access-grants/${id}/end`, authority.bob);
    expect(await ended.json()).toMatchObject({ state: 'revoked', endedBy: 'citizen' });
  });

  it('is found in its own collection only', async () => {
    const { id } = await grant({ request: (await ask()).id });
    for (const path of [
      `v1/access-denials/${id}`,
      `v1/access-requests/${id}`,
      'v1/access-grants/x',
    ]) {
      const response = await authority.send('GET', path, authority.bob);
      expect([response.status, await response.json()]).toMatchObject([
        404,
        { code: 'credential_not_found' },
      ]);
    }
  });
});

describe('a list', () => {
  it('comes newest first, in pages that each name the next', async () => {
    const resource = authority.inPod('facts/pages.jsonld');
    const made: string[] = [];
    for (let i = 0; i < 5; i++) {
      const { id } = await issue(
        authority,
        authority.alice,
        grantBody(authority, { forPersonalData: [resource] }),
      );
      made.unshift(id);
    }
    const seen: string[] = [];
    let page: string | undefined =
      `v1/access-grants?pageSize=2&resource=${encodeURIComponent(resource)}`;
    while (page !== undefined) {
      const response = await authority.send('GET', page, authority.bob);
      const { items, next } = pageSchema(accessGrantViewSchema).parse(await response.json());
      expect(response.headers.get('Link')).toBe(
        next === undefined ? null : `<${next}>; rel="next"`,
      );
      seen.push(...items.map(({ credential }) => credential));
      page = next;
    }
    expect(seen).toEqual(made);
  });

  it('holds only what the caller takes part in, and what fits all filters', async () => {
    const purpose = 'https://w3id.org/dpv#LegalCompliance';
    const request = await ask({ purposes: [purpose] });
    const list = async (search: string, by: Person) => {
      const { items } = pageSchema(accessRequestViewSchema).parse(
        await get(`v1/access-requests?purpose=${encodeURIComponent(purpose)}${search}`, by),
      );
      return items.map(({ id }) => id);
    };
    const { alice, bob, eve } = authority;
    const param = (value: string) => encodeURIComponent(value);
    for (const by of [alice, bob]) {
      expect(await list(`&agency=${param(bob.webId)}&citizen=${param(alice.webId)}`, by)).toEqual([
        request.id,
      ]);
      expect(await list('&state=pending', by)).toEqual([request.id]);
    }
    expect(await list('', eve)).toEqual([]);
    expect(await list('&state=granted', bob)).toEqual([]);
    expect(await list(`&agency=${param(alice.webId)}`, bob)).toEqual([]);
    expect(await list(`&issuedAfter=${authority.inDays(1)}`, bob)).toEqual([]);
  });

  it.each([
    'state=active',
    'pageSize=101',
    'pageSize=0',
    'cursor=x',
    'issuedAfter=yesterday',
    'page_size=1',
    'agency=http://x/%00',
  ])('refuses %s', async (search) => {
    const response = await authority.send('GET', `v1/access-requests?${search}`, authority.bob);
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'invalid_query' },
    ]);
  });
});

describe('a body', () => {
  const cases: [string, string, object][] = [
    ['without resources', 'v1/access-requests', { citizen: 'https://x.example/#me' }],
    [
      'with a member nobody knows',
      'v1/access-grants',
      { request: crypto.randomUUID(), mode: 'read' },
    ],
    ['that names neither request nor extent', 'v1/access-grants', { modes: ['read'] }],
    ['that is a list', 'v1/access-denials', []],
  ];
  it.each(cases)('%s is refused, and changes nothing', async (_what, path, body) => {
    const before = await authority.countRows();
    const response = await authority.send('POST', path, authority.alice, body);
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'invalid_body' }]);
    expect(await authority.countRows()).toEqual(before);
  });

  it('that names a request there is not is refused', async () => {
    const body = { request: crypto.randomUUID() };
    const response = await authority.send('POST', 'v1/access-grants', authority.alice, body);
    expect([response.status, await response.json()]).toMatchObject([
      409,
      { code: 'request_unknown' },
    ]);
  });
});
