import { type AccessCredential, VP_CLAIM_TOKEN_FORMAT } from '@grondslag/protocol';
import { CREDENTIALS_V1, INRUPT_V2 } from '@grondslag/vocab';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

// Made by hand to be misunderstood: each is refused as such, and leaves every row as it was.

let authority: TestAuthority;
let resource: string;
let grant: AccessCredential;
let wider: AccessCredential;
let denial: AccessCredential;
let rows: Awaited<ReturnType<TestAuthority['countRows']>>;
beforeAll(async () => {
  authority = await createTestAuthority();
  resource = authority.inPod('facts/income.jsonld');
  const { alice } = authority;
  grant = await issue(authority, alice, grantBody(authority, { inherit: false }));
  wider = await issue(authority, alice, grantBody(authority, { mode: [READ, WRITE] }));
  denial = await issue(authority, alice, denialBody(authority));
});
beforeEach(async () => {
  rows = await authority.countRows();
});
afterAll(() => authority.close());

type Json = Record<string, unknown>;
const copy = (credential: AccessCredential) => structuredClone(credential) as unknown as Json;

function withConsent(credential: AccessCredential, members: Json): Json {
  const changed = copy(credential);
  const subject = changed['credentialSubject'] as Json;
  subject['providedConsent'] = { ...(subject['providedConsent'] as Json), ...members };
  return changed;
}

/** What `verify` says of the text of a credential, and how `token` answers it. */
async function present(text: string) {
  const body = `{"verifiableCredential":${text}}`;
  const verified = await authority.send('POST', 'verify', undefined, body);
  expect(verified.status).toBe(200);
  const { errors } = (await verified.json()) as { errors: string[] };
  const exchanged = await authority.exchange(
    authority.bob,
    undefined,
    await authority.ticket([resource]),
    {
      claim_token_format: VP_CLAIM_TOKEN_FORMAT,
      claim_token: Buffer.from(`{"verifiableCredential":[${text}]}`).toString('base64'),
    },
  );
  const { code } = (await exchanged.json()) as { code?: string };
  return { errors, status: exchanged.status, code };
}

describe('a presented credential', () => {
  const redefined = { '@context': [CREDENTIALS_V1, INRUPT_V2, { mode: 'https://x.example/mode' }] };
  const cases: [string, () => unknown][] = [
    ['with a context that redefines a term', () => ({ ...copy(grant), ...redefined })],
    [
      'with a context inside the consent',
      () => withConsent(grant, { '@context': { inherit: null } }),
    ],
    ['with the proof of another', () => ({ ...copy(grant), proof: wider.proof })],
    ['with the id of another', () => ({ ...copy(grant), id: wider.id })],
    ['with id and proof of another', () => ({ ...copy(grant), id: wider.id, proof: wider.proof })],
    ['with two proofs', () => ({ ...copy(grant), proof: [grant.proof, wider.proof] })],
    [
      'with another value of its proof',
      () => ({ ...copy(grant), proof: { ...grant.proof, created: '2020-01-01T00:00:00Z' } }),
    ],
    [
      'that is a denial with the status of a grant',
      () =>
        withConsent(denial, {
          hasStatus: 'https://w3id.org/GConsent#ConsentStatusExplicitlyGiven',
        }),
    ],
    [
      'that is a denial with the type of a grant',
      () => ({ ...copy(denial), type: ['VerifiableCredential', 'SolidAccessGrant'] }),
    ],
    ['given to somebody else', () => withConsent(grant, { isProvidedTo: authority.eve.webId })],
    ['with one more mode', () => withConsent(grant, { mode: [READ, WRITE] })],
    ['without its limit', () => withConsent(grant, { inherit: undefined })],
    ['without end', () => ({ ...copy(grant), expirationDate: undefined })],
    [
      'with a status list of its own',
      () => ({ ...copy(grant), credentialStatus: wider.credentialStatus }),
    ],
  ];
  it.each(cases)('%s is refused', async (_what, credential) => {
    const { errors, status } = await present(JSON.stringify(credential()));
    expect(errors).toHaveLength(1);
    expect(status).toBe(403);
    expect(await authority.countRows()).toEqual(rows);
  });

  it('as it is, but a denial, is no grant', async () => {
    expect(await present(JSON.stringify(denial))).toEqual({
      errors: [],
      status: 403,
      code: 'not_a_grant',
    });
    expect(await authority.countRows()).toEqual(rows);
  });

  it('with a member twice is what JSON says: the last one', async () => {
    const text = JSON.stringify(grant);
    const mode = `"mode":["${READ}"]`;
    expect(text).toContain(mode);
    const last = text.replace(mode, `${mode},"mode":["${WRITE}"]`);
    expect(await present(last)).toMatchObject({ errors: ['proof: invalid_proof'], status: 403 });
    const first = text.replace(mode, `"mode":["${WRITE}"],${mode}`);
    expect(await present(first)).toMatchObject({ errors: [], status: 200 });
  });

  it('with a member named __proto__ is refused', async () => {
    const text = JSON.stringify(grant);
    for (const place of ['{', '"providedConsent":{', '"proof":{']) {
      const at = text.indexOf(place) + place.length;
      const changed = `${text.slice(0, at)}"__proto__":{"inherit":true},${text.slice(at)}`;
      expect(JSON.parse(changed)).not.toEqual(grant);
      expect(await present(changed)).toMatchObject({ status: 403 });
    }
    expect(Object.prototype).not.toHaveProperty('inherit');
    expect(await authority.countRows()).toEqual(rows);
  });

  it.each<[string, (consent: Json) => Json]>([
    ['as it is', () => ({})],
    [
      'with single values',
      ({ mode, forPersonalData }) => ({
        mode: (mode as string[])[0],
        forPersonalData: (forPersonalData as string[])[0],
      }),
    ],
    ['with short names', () => ({ mode: ['Read'], hasStatus: 'ConsentStatusExplicitlyGiven' })],
    ['with a boolean as text', () => ({ inherit: 'false' })],
  ])('in another spelling holds: %s', async (_what, respell) => {
    const consent = (copy(grant)['credentialSubject'] as Json)['providedConsent'] as Json;
    const spelled = withConsent(grant, respell(consent));
    expect(await present(JSON.stringify(spelled))).toEqual({
      errors: [],
      status: 200,
      code: undefined,
    });
  });

  it('made of nodes that are hard to tell apart is refused, many times over', async () => {
    const twins = (depth: number): Json =>
      depth === 0
        ? { 'urn:p': 'leaf' }
        : { 'urn:p': Array.from({ length: 11 }, () => twins(depth - 1)) };
    const text = JSON.stringify({ ...copy(grant), 'urn:q': twins(3) });
    // Two seconds of work each would take longer than a test may.
    for (let count = 0; count < 30; count++) {
      expect((await present(text)).errors).toEqual(['proof: invalid_proof']);
    }
    expect(await authority.countRows()).toEqual(rows);
  });
});

describe('a credential that is asked for', () => {
  const cases: [string, string, () => unknown][] = [
    [
      'about the authority itself',
      'resource_outside_vaults',
      () => grantBody(authority, { forPersonalData: [`${authority.baseUrl}vc/`] }),
    ],
    [
      'about a resource beside the vault server',
      'resource_outside_vaults',
      () =>
        grantBody(authority, {
          forPersonalData: ['http://localhost.x.example/a'],
        }),
    ],
    [
      'of the authority as citizen',
      'resource_not_of_citizen',
      () => requestBody(authority, { isConsentForDataSubject: authority.baseUrl }),
    ],
    [
      'on a request that is the endpoint itself',
      'request_unknown',
      () => grantBody(authority, { verifiedRequest: `${authority.baseUrl}issue` }),
    ],
    [
      'on a request that is a grant',
      'request_unknown',
      () => grantBody(authority, { verifiedRequest: grant.id }),
    ],
    [
      'with a clock far ahead',
      'issuance_in_future',
      () =>
        grantBody(
          authority,
          {},
          { issuanceDate: new Date(authority.now().getTime() + 360_000).toISOString() },
        ),
    ],
    [
      'with a context of its own',
      'unknown_context',
      () => grantBody(authority, {}, { '@context': [CREDENTIALS_V1, { mode: 'urn:x' }] }),
    ],
    [
      'with a member named __proto__',
      'unknown_term',
      () =>
        JSON.stringify(grantBody(authority)).replace(
          '"providedConsent":{',
          '"providedConsent":{"__proto__":{"mode":["x"]},',
        ),
    ],
    [
      'with a proof of its own',
      'unknown_term',
      () => grantBody(authority, {}, { proof: grant.proof }),
    ],
    [
      'with a status of its own',
      'unknown_term',
      () => grantBody(authority, {}, { credentialStatus: grant.credentialStatus }),
    ],
  ];
  it.each(cases)('%s is refused', async (_what, code, body) => {
    const response = await authority.send('POST', 'issue', authority.alice, body());
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code });
    expect(await authority.countRows()).toEqual(rows);
  });

  it('with a member twice is signed as JSON says: the last one', async () => {
    const body = JSON.stringify(grantBody(authority)).replace(
      '"mode":',
      `"mode":["${WRITE}"],"mode":`,
    );
    const response = await authority.send('POST', 'issue', authority.alice, body);
    const issued = (await response.json()) as Json;
    expect(response.status).toBe(201);
    const subject = issued['credentialSubject'] as { providedConsent: { mode: string[] } };
    expect(subject.providedConsent.mode).toEqual([READ]);
    expect((await present(JSON.stringify(issued))).errors).toEqual([]);
  });
});
