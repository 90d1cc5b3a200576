import {
  type AccessCredential,
  neededClaimSchema,
  requestingPartyTokenSchema,
} from '@grondslag/protocol';
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  denialBody,
  grantBody,
  issue,
  READ,
  requestBody,
  type TestAuthority,
  WRITE,
} from '../test-support/create-test-authority.ts';

let authority: TestAuthority;
let grant: AccessCredential;
let resource: string;
beforeAll(async () => {
  authority = await createTestAuthority();
  resource = authority.inPod('facts/income.jsonld');
  grant = await issue(
    authority,
    authority.alice,
    grantBody(authority, {
      mode: [READ, WRITE],
      forPersonalData: [resource, authority.inPod('photos/')],
      inherit: true,
    }),
  );
});
afterAll(() => authority.close());

async function tokenOf(response: Response) {
  const answer = (await response.json()) as { access_token: string; expires_in: number };
  expect(response.status, JSON.stringify(answer)).toBe(200);
  const jwks = (await (await authority.send('GET', 'jwks')).json()) as JSONWebKeySet;
  expect(JSON.stringify(jwks)).not.toContain('"d"');
  const { payload, protectedHeader } = await jwtVerify(
    answer.access_token,
    createLocalJWKSet(jwks),
    { typ: 'at+jwt', algorithms: ['ES256'], currentDate: authority.now() },
  );
  expect(protectedHeader.kid).toBe(jwks.keys[0]?.kid);
  return { ...answer, payload: requestingPartyTokenSchema.parse(payload) };
}

async function refusal(response: Response) {
  const answer = (await response.json()) as Record<string, string>;
  return { status: response.status, ...answer };
}

describe('POST token', () => {
  it('gives a token with everything the grant allows on that vault server', async () => {
    const { bob, alice, vault, baseUrl } = authority;
    const response = await authority.exchange(bob, grant, await authority.ticket([resource]));
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const { payload, ...answer } = await tokenOf(response);
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 60 });
    expect(payload).toMatchObject({
      iss: baseUrl,
      aud: vault.baseUrl,
      sub: bob.webId,
      client_id: 'test-client',
      grant: grant.id,
      owner: alice.webId,
      permissions: [
        { resource, modes: ['read', 'write'], inherit: true },
        { resource: authority.inPod('photos/'), modes: ['read', 'write'], inherit: true },
      ],
    });
    expect(payload.exp - payload.iat).toBe(60);
  });

  it('accepts Bearer tokens, base64url and rewritten JSON', async () => {
    const rewritten = structuredClone(grant) as { proof: unknown };
    const presentation = { verifiableCredential: rewritten };
    const ticket = await authority.ticket([authority.inPod('photos/2026/beach.jpg')]);
    const response = await authority.app.request(`${authority.baseUrl}token`, {
      method: 'POST',
      headers: await authority.bob.bearer(),
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:uma-ticket',
        ticket,
        claim_token_format: 'https://www.w3.org/TR/vc-data-model/#json-ld',
        claim_token: Buffer.from(JSON.stringify(presentation)).toString('base64url'),
      }),
    });
    await tokenOf(response);
  });

  it('says of a registered source, and of nobody else, that it is one', async () => {
    const { alice, bob, source } = authority;
    for (const [holder, claim] of [
      [source, true],
      [bob, undefined],
    ] as const) {
      const consent = { mode: [WRITE], isProvidedTo: holder.webId };
      const theirs = await issue(authority, alice, grantBody(authority, consent));
      const ticket = await authority.ticket([resource]);
      const { payload } = await tokenOf(await authority.exchange(holder, theirs, ticket));
      expect(payload.source).toBe(claim);
    }
  });

  it('never outlives the grant', async () => {
    const end = new Date(authority.now().getTime() + 30_000).toISOString();
    const short = await issue(
      authority,
      authority.alice,
      grantBody(authority, {}, { expirationDate: end }),
    );
    const ticket = await authority.ticket([resource]);
    const { expires_in, payload } = await tokenOf(
      await authority.exchange(authority.bob, short, ticket),
    );
    expect(expires_in).toBeLessThanOrEqual(30);
    expect(payload.exp).toBeLessThanOrEqual(Math.floor(new Date(end).getTime() / 1000));
  });

  it('takes each ticket once, also when it comes many times at once', async () => {
    const ticket = await authority.ticket([resource]);
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => authority.exchange(authority.bob, grant, ticket)),
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    const again = await authority.exchange(authority.bob, grant, ticket);
    expect(await refusal(again)).toMatchObject({
      status: 400,
      error: 'invalid_grant',
      code: 'ticket_used',
    });
    authority.advance(303_000);
    const late = await authority.exchange(authority.bob, grant, ticket);
    expect(await refusal(late)).toMatchObject({
      status: 400,
      error: 'invalid_grant',
      code: 'ticket_used',
    });
    authority.advance(-303_000);
  });

  it('does not use a ticket up with a refusal', async () => {
    const ticket = await authority.ticket([resource]);
    expect((await authority.exchange(authority.eve, grant, ticket)).status).toBe(403);
    expect((await authority.exchange(authority.bob, grant, ticket)).status).toBe(200);
  });

  it('refuses a withdrawn grant, and logs it with the ticket and nobody’s name', async () => {
    const withdrawn = await issue(authority, authority.alice, grantBody(authority));
    await authority.send('POST', 'status', authority.alice, {
      credentialId: withdrawn.id,
      credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }],
    });
    authority.logs.length = 0;
    const ticket = await authority.ticket([resource]);
    const answer = await refusal(await authority.exchange(authority.bob, withdrawn, ticket));
    expect(answer).toMatchObject({ status: 403, error: 'request_denied', code: 'grant_revoked' });
    const { reference } = answer as unknown as { reference: string };
    expect(answer).toHaveProperty('error_description', expect.stringContaining(reference));
    expect(authority.logs.filter(({ level }) => level !== 'debug')).toMatchObject([
      { event: 'token_refused', code: 'grant_revoked', reference, ticket: expect.any(String) },
    ]);
    expect(JSON.stringify(authority.logs)).not.toMatch(/https?:/);
  });

  it('refuses a grant that has ended, and one that has not begun', async () => {
    const soon = new Date(authority.now().getTime() + 200_000).toISOString();
    const early = await issue(
      authority,
      authority.alice,
      grantBody(authority, {}, { issuanceDate: soon }),
    );
    const first = await authority.exchange(
      authority.bob,
      early,
      await authority.ticket([resource]),
    );
    expect(await refusal(first)).toMatchObject({ status: 403, code: 'grant_not_yet_valid' });
    authority.advance(11 * 86_400_000);
    const last = await authority.exchange(authority.bob, early, await authority.ticket([resource]));
    expect(await refusal(last)).toMatchObject({ status: 403, code: 'grant_expired' });
    authority.advance(-11 * 86_400_000);
  });

  it('refuses use for a purpose that the citizen did not allow', async () => {
    const [allowed, other] = ['ServiceProvision', 'Marketing'].map(
      (one) => `https://w3id.org/dpv#${one}`,
    );
    const part = await issue(
      authority,
      authority.alice,
      grantBody(authority, { forPurpose: [allowed], forPersonalData: [resource] }),
    );
    const ask = async (form: Record<string, string>) =>
      authority.exchange(authority.bob, part, await authority.ticket([resource]), form);
    for (const purpose of [other ?? '', 'nonsense']) {
      expect(await refusal(await ask({ purpose }))).toMatchObject({
        status: 403,
        error: 'request_denied',
        code: 'purpose_not_granted',
      });
    }
    await tokenOf(await ask({ purpose: allowed ?? '' }));
    await tokenOf(await ask({}));
  });

  it('refuses what is inside a container when inheritance is off', async () => {
    const flat = await issue(
      authority,
      authority.alice,
      grantBody(authority, { forPersonalData: [authority.inPod('flat/')], inherit: false }),
    );
    const inside = await authority.ticket([authority.inPod('flat/a.txt')]);
    const refused = await authority.exchange(authority.bob, flat, inside);
    expect(await refusal(refused)).toMatchObject({ status: 403, code: 'resource_not_granted' });
    const itself = await authority.ticket([authority.inPod('flat/')]);
    const { payload } = await tokenOf(await authority.exchange(authority.bob, flat, itself));
    expect(payload.permissions[0]).toMatchObject({ inherit: false });
  });

  const others: [string, string, () => Promise<unknown>][] = [
    ['a denial', 'not_a_grant', () => issue(authority, authority.alice, denialBody(authority))],
    ['a request', 'not_a_grant', () => issue(authority, authority.bob, requestBody(authority))],
    [
      'a changed grant',
      'grant_not_verified',
      async () => JSON.parse(JSON.stringify(grant).replaceAll('photos', 'diary')),
    ],
    ['no credential', 'grant_not_verified', async () => ({})],
    [
      'the status list',
      'grant_unknown',
      async () => (await authority.send('GET', 'status/1')).json(),
    ],
  ];
  it.each(others)('refuses %s', async (_what, code, credential) => {
    const ticket = await authority.ticket([resource]);
    const response = await authority.exchange(authority.bob, await credential(), ticket);
    expect(await refusal(response)).toMatchObject({ status: 403, error: 'request_denied', code });
  });

  it('refuses a grant of another authority', async () => {
    const elsewhere = await createTestAuthority('https://elsewhere.example/');
    const foreign = await issue(elsewhere, elsewhere.alice, grantBody(elsewhere));
    await elsewhere.close();
    const ticket = await authority.ticket([resource]);
    const response = await authority.exchange(authority.bob, foreign, ticket);
    expect(await refusal(response)).toMatchObject({ status: 403, code: 'grant_unknown' });
  });

  it('refuses anybody but the recipient, and nobody at all', async () => {
    const ticket = await authority.ticket([resource]);
    const eve = await authority.exchange(authority.eve, grant, ticket);
    expect(await refusal(eve)).toMatchObject({ status: 403, code: 'not_recipient' });
    const alice = await authority.exchange(authority.alice, grant, ticket);
    expect(await refusal(alice)).toMatchObject({ status: 403, code: 'not_recipient' });
    const nobody = await authority.exchange(undefined, grant, ticket);
    expect(nobody.headers.get('WWW-Authenticate')).toBe('DPoP, Bearer');
    expect(await refusal(nobody)).toMatchObject({ status: 401, error: 'invalid_client' });
  });

  it('refuses a resource beside the grant, even next to one inside it', async () => {
    const ticket = await authority.ticket([resource, authority.inPod('diary.txt')]);
    const response = await authority.exchange(authority.bob, grant, ticket);
    expect(await refusal(response)).toMatchObject({ status: 403, code: 'resource_not_granted' });
  });

  const tickets: [string, string, () => Promise<string>][] = [
    [
      'of another audience',
      'ticket_invalid',
      () => authority.ticket([resource], { aud: 'https://x.example/' }),
    ],
    [
      'of another type',
      'ticket_invalid',
      () => authority.ticket([resource], { typ: 'grondslag-read-report+jwt' }),
    ],
    [
      'signed with another secret',
      'ticket_invalid',
      () => authority.ticket([resource], { secret: 'x'.repeat(32) }),
    ],
    [
      'of a vault server about the resources of another',
      'ticket_invalid',
      () => authority.ticket([resource], { vault: authority.otherVault }),
    ],
    [
      'of an unknown vault server',
      'ticket_invalid',
      () =>
        authority.ticket([resource], {
          vault: { baseUrl: 'https://x.example/', secret: 'x'.repeat(32) },
        }),
    ],
    ['that is too old', 'ticket_expired', () => authority.ticket([resource], { exp: 1 })],
    ['without resources', 'ticket_invalid', () => authority.ticket([])],
    ['that is none', 'ticket_invalid', async () => 'ticket'],
  ];
  it.each(tickets)('refuses a ticket %s', async (_what, code, ticket) => {
    const before = await authority.countRows();
    const response = await authority.exchange(authority.bob, grant, await ticket());
    expect(await refusal(response)).toMatchObject({ status: 400, error: 'invalid_grant', code });
    expect(await authority.countRows()).toEqual(before);
  });

  it('asks for the grant when none was sent, with a ticket in place of the old one', async () => {
    const old = await authority.ticket([resource]);
    const asked = await authority.exchange(authority.bob, grant, old, { claim_token: '' });
    expect(asked.status).toBe(403);
    const { ticket, required_claims } = neededClaimSchema.parse(await asked.json());
    expect(required_claims).toEqual([
      {
        claim_token_format: ['https://www.w3.org/TR/vc-data-model/#json-ld'],
        claim_type: 'http://www.w3.org/ns/solid/vc#SolidAccessGrant',
        friendly_name: 'access grant',
        issuer: [authority.baseUrl],
      },
    ]);
    expect(decodeJwt(ticket)).toMatchObject({ exp: decodeJwt(old).exp });
    const again = await authority.exchange(authority.bob, grant, old);
    expect(await refusal(again)).toMatchObject({ status: 400, code: 'ticket_used' });
    await tokenOf(await authority.exchange(authority.bob, grant, ticket));
  });

  const forms: [string, string, Record<string, string>][] = [
    ['another grant type', 'unsupported_grant_type', { grant_type: 'authorization_code' }],
    ['no ticket', 'invalid_request', { ticket: '' }],
    ['another claim format', 'invalid_request', { claim_token_format: 'jwt' }],
    ['a claim that is no base64', 'invalid_request', { claim_token: '%%%' }],
    ['a claim that is no presentation', 'invalid_request', { claim_token: 'e30=' }],
    [
      'two credentials',
      'invalid_request',
      { claim_token: btoa('{"verifiableCredential":[{},{}]}') },
    ],
  ];
  it.each(forms)('refuses %s', async (_what, error, form) => {
    const ticket = await authority.ticket([resource]);
    const response = await authority.exchange(authority.bob, grant, ticket, form);
    expect(await refusal(response)).toMatchObject({ status: 400, error });
  });
});
