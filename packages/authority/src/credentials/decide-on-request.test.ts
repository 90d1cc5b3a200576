import type { AccessCredential } from '@grondslag/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  denialBody,
  grantBody,
  issue,
  READ,
  requestBody,
  SERVICE_PROVISION,
  type TestAuthority,
  WRITE,
} from '../test-support/create-test-authority.ts';

let authority: TestAuthority;
let request: AccessCredential;
beforeAll(async () => {
  authority = await createTestAuthority();
});
afterAll(() => authority.close());

const ask = (consent: object = {}, envelope: object = {}) =>
  issue(authority, authority.bob, requestBody(authority, { ...consent }, { ...envelope }));

async function stateOf(id: string) {
  for (const state of ['Pending', 'Denied', 'Granted', 'Canceled', 'Expired']) {
    const response = await authority.send(
      'GET',
      `query?type=SolidAccessRequest&status=${state}&pageSize=100`,
      authority.bob,
    );
    const { items } = (await response.json()) as { items: { id: string }[] };
    if (items.some((item) => item.id === id)) return state;
  }
  return undefined;
}

async function decide(body: object, by = authority.alice) {
  const response = await authority.send('POST', 'issue', by, body);
  return { status: response.status, ...((await response.json()) as { code?: string }) };
}

describe('a decision with verifiedRequest', () => {
  beforeEach(async () => {
    request = await ask();
  });

  it('grants part of what was asked', async () => {
    expect(await stateOf(request.id)).toBe('Pending');
    const grant = await decide(grantBody(authority, { verifiedRequest: request.id }));
    expect(grant).toMatchObject({
      status: 201,
      credentialSubject: { providedConsent: { verifiedRequest: request.id } },
    });
    expect(await stateOf(request.id)).toBe('Granted');
  });

  it('denies, though the libraries leave inherit out', async () => {
    request = await ask({ inherit: false });
    const denial = denialBody(authority, {
      verifiedRequest: request.id,
      forPersonalData: [authority.inPod('facts/')],
    });
    expect(await decide(denial)).toMatchObject({ status: 201 });
    expect(await stateOf(request.id)).toBe('Denied');
  });

  it('ends no later than was asked when it names no end', async () => {
    const body = grantBody(authority, { verifiedRequest: request.id }, { expirationDate: null });
    expect(await decide(body)).toMatchObject({ expirationDate: request.expirationDate });
  });

  it('takes the issuance date of the request, as the libraries do', async () => {
    const body = grantBody(
      authority,
      { verifiedRequest: request.id },
      { issuanceDate: request.issuanceDate },
    );
    expect(await decide(body)).toMatchObject({ status: 201, issuanceDate: request.issuanceDate });
  });

  const excesses: [string, number, string, () => [object, object?]][] = [
    ['another mode', 403, 'mode_not_requested', () => [{ mode: [READ, WRITE] }]],
    [
      'another resource',
      403,
      'resource_not_requested',
      () => [{ forPersonalData: [authority.inPod('photos/')] }],
    ],
    [
      'another purpose',
      403,
      'purpose_not_requested',
      () => [{ forPurpose: ['https://w3id.org/dpv#Marketing'] }],
    ],
    [
      'a later end',
      403,
      'expiry_later_than_requested',
      () => [{}, { expirationDate: authority.inDays(31) }],
    ],
    [
      'another recipient',
      403,
      'recipient_not_requestor',
      () => [{ isProvidedTo: authority.eve.webId }],
    ],
    [
      'an earlier start',
      400,
      'issuance_before_request',
      () => [{}, { issuanceDate: authority.inDays(-1) }],
    ],
  ];
  it.each(excesses)('refuses %s', async (_what, status, code, members) => {
    const before = await authority.countRows();
    const [consent, envelope] = members();
    const body = grantBody(authority, { verifiedRequest: request.id, ...consent }, { ...envelope });
    expect(await decide(body)).toMatchObject({ status, code });
    expect(await authority.countRows()).toEqual(before);
    expect(await stateOf(request.id)).toBe('Pending');
  });

  it('refuses all that is inside when only the container was asked', async () => {
    request = await ask({ inherit: false });
    const container = { verifiedRequest: request.id, forPersonalData: [authority.inPod('facts/')] };
    expect(await decide(grantBody(authority, container))).toMatchObject({
      status: 403,
      code: 'inheritance_not_requested',
    });
    expect(await decide(grantBody(authority, { ...container, inherit: false }))).toMatchObject({
      status: 201,
    });
  });

  it('refuses anybody else than the citizen who was asked', async () => {
    const body = grantBody(authority, {
      verifiedRequest: request.id,
      forPersonalData: [authority.inPod('facts/').replace('/alice/', '/eve/')],
    });
    expect(await decide(body, authority.eve)).toMatchObject({
      status: 403,
      code: 'request_not_addressed_to_caller',
    });
  });

  it('refuses a request that was taken back', async () => {
    await authority.send('POST', 'status', authority.bob, {
      credentialId: request.id,
      credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }],
    });
    const body = grantBody(authority, { verifiedRequest: request.id });
    expect(await decide(body)).toMatchObject({ status: 409, code: 'request_canceled' });
    expect(await stateOf(request.id)).toBe('Canceled');
  });

  it('refuses a request whose time is over', async () => {
    authority.advance(31 * 86_400_000);
    const body = grantBody(authority, { verifiedRequest: request.id });
    expect(await decide(body)).toMatchObject({ status: 409, code: 'request_expired' });
    expect(await stateOf(request.id)).toBe('Expired');
    authority.advance(-31 * 86_400_000);
  });

  it('refuses a grant in the place of a request', async () => {
    const grant = await issue(authority, authority.alice, grantBody(authority));
    const body = grantBody(authority, { verifiedRequest: grant.id });
    expect(await decide(body)).toMatchObject({ status: 409, code: 'request_unknown' });
  });

  it('refuses a second decision', async () => {
    await decide(denialBody(authority, { verifiedRequest: request.id }));
    const before = await authority.countRows();
    const again = grantBody(authority, { verifiedRequest: request.id });
    expect(await decide(again)).toMatchObject({ status: 409, code: 'already_decided' });
    expect(await authority.countRows()).toEqual(before);
  });

  it('lets one of many decisions at the same time win', async () => {
    const before = await authority.countRows();
    const decisions = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        decide((i % 2 ? grantBody : denialBody)(authority, { verifiedRequest: request.id })),
      ),
    );
    expect(decisions.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(decisions.filter(({ code }) => code === 'already_decided')).toHaveLength(7);
    const after = await authority.countRows();
    expect(after.credential).toBe(before.credential + 1);
    expect(after.decision).toBe(before.decision + 1);
  });

  it('never both decides and takes back', async () => {
    const taking = authority.send('POST', 'status', authority.bob, {
      credentialId: request.id,
      credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }],
    });
    const granting = decide(grantBody(authority, { verifiedRequest: request.id }));
    expect((await taking).status).toBe(200);
    // Whoever was first, the answer and the state agree.
    const { status, code } = await granting;
    if (status !== 201) expect(code).toBe('request_canceled');
    expect(await stateOf(request.id)).toBe('Canceled');
  });
});

describe('a decision with request', () => {
  it('is recorded and not compared', async () => {
    request = await ask();
    const body = grantBody(authority, {
      request: request.id,
      mode: [READ, WRITE],
      forPurpose: [SERVICE_PROVISION, 'https://w3id.org/dpv#Marketing'],
    });
    expect(await decide(body)).toMatchObject({
      status: 201,
      credentialSubject: { providedConsent: { request: request.id } },
    });
    expect(await stateOf(request.id)).toBe('Granted');
    expect(await decide(body)).toMatchObject({ status: 409, code: 'already_decided' });
  });

  it('means nothing for the request when somebody else made it', async () => {
    request = await ask();
    const body = grantBody(authority, {
      request: request.id,
      forPersonalData: [authority.inPod('x').replace('/alice/', '/eve/')],
    });
    expect(await decide(body, authority.eve)).toMatchObject({ status: 201 });
    expect(await stateOf(request.id)).toBe('Pending');
  });

  it('may name a request made elsewhere', async () => {
    const body = grantBody(authority, { request: 'https://elsewhere.example/vc/1' });
    expect(await decide(body)).toMatchObject({ status: 201 });
  });
});
