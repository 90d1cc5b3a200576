import { createHmac, randomUUID } from 'node:crypto';
import { accountOf } from '@grondslag/dev-stack';
import { authorityPaths, problemDetailsSchema, queryResponseSchema } from '@grondslag/protocol';
import { acl, CREDENTIALS_V1, gc, INRUPT_V2 } from '@grondslag/vocab';
import { assert, describe, expect, inject, it } from 'vitest';
import { logInFor } from '../support/log-in-for.ts';

const DAY = 24 * 60 * 60 * 1_000;

/** Each line of bad input on the real servers: a clear error, and nothing changed. */
describe('an access request the authority refuses', () => {
  const { authority, vault } = inject('addresses');
  const accounts = inject('accounts');
  // In no register: of a public body that is, the authority wants the gate for consent first.
  const agencyAccount = accountOf(accounts, 'oostpolder');
  const citizen = accounts.find(({ role }) => role === 'citizen');
  assert(agencyAccount && citizen);
  const resource = new URL('../facts/income/', citizen.webId).href;
  const at = (path: string) => new URL(path, authority).href;
  const session = logInFor(agencyAccount);

  function credential(consent: object = {}, more: object = {}) {
    return {
      '@context': [CREDENTIALS_V1, INRUPT_V2],
      type: ['VerifiableCredential', 'SolidAccessRequest'],
      expirationDate: new Date(Date.now() + DAY).toISOString(),
      credentialSubject: {
        hasConsent: {
          mode: [acl.Read],
          hasStatus: gc.ConsentStatusRequested,
          forPersonalData: [resource],
          isConsentForDataSubject: citizen?.webId,
          ...consent,
        },
      },
      ...more,
    };
  }

  async function issue(body: unknown) {
    const response = await session.fetch(at(authorityPaths.issue), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    return { status: response.status, type: response.headers.get('content-type'), answer };
  }

  async function countRequests() {
    const response = await session.fetch(`${at(authorityPaths.query)}?pageSize=100`);
    return queryResponseSchema.parse(await response.json()).items.length;
  }

  const cases: [string, () => unknown, number, RegExp][] = [
    ['unknown term', () => credential({ forEver: true }), 400, /forEver/],
    ['no mode', () => credential({ mode: [] }), 400, /mode/],
    [
      'control as mode',
      () => credential({ mode: ['http://www.w3.org/ns/auth/acl#Control'] }),
      400,
      /mode/,
    ],
    ['no resource', () => credential({ forPersonalData: [] }), 400, /forPersonalData/],
    [
      'resource of another vault server',
      () => credential({ forPersonalData: ['https://elsewhere.example/anna/facts/income/'] }),
      400,
      /vault/,
    ],
    [
      "resource in another citizen's vault, on the same server",
      () => credential({ forPersonalData: [resource, `${vault}bram/facts/income/`] }),
      400,
      /citizen/,
    ],
    [
      'expiry in the past',
      () => credential({}, { expirationDate: new Date(Date.now() - DAY).toISOString() }),
      400,
      /past/,
    ],
    [
      'expiry beyond a year',
      () => credential({}, { expirationDate: new Date(Date.now() + 400 * DAY).toISOString() }),
      400,
      /year/,
    ],
    [
      'unknown context',
      () => credential({}, { '@context': [CREDENTIALS_V1, 'https://stranger.example/context'] }),
      400,
      /context/,
    ],
    [
      'five megabytes',
      () => credential({ 'https://example.org/x': 'x'.repeat(5_000_000) }),
      413,
      /./,
    ],
  ];
  it.each(cases)('%s', async (_name, body, status, words) => {
    const before = await countRequests();
    const { status: got, type, answer } = await issue({ credential: body() });
    expect(got).toBe(status);
    expect(type).toBe('application/problem+json');
    const problem = problemDetailsSchema.parse(answer);
    expect(`${problem.title} ${problem.detail}`).toMatch(words);
    expect(await countRequests()).toBe(before);
  });

  it('refuses a token of another authority at the vault, with a fresh ticket', async () => {
    const header = { alg: 'HS256', typ: 'at+jwt' };
    const claims = {
      iss: 'https://other.example/',
      aud: vault,
      sub: agencyAccount.webId,
      jti: randomUUID(),
      iat: 0,
      exp: 4_000_000_000,
    };
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${encode(header)}.${encode(claims)}`;
    const token = `${signed}.${createHmac('sha256', 'guess').update(signed).digest('base64url')}`;
    const response = await fetch(resource, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^UMA as_uri="[^"]+", ticket="[^"]+"/);
  });
});
