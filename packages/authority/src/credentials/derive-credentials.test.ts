import type { AccessCredential } from '@grondslag/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import type { Person } from '../test-support/start-identity-provider.ts';

const GIVEN = 'https://w3id.org/GConsent#ConsentStatusExplicitlyGiven';
const DENIED = 'https://w3id.org/GConsent#ConsentStatusDenied';

let authority: TestAuthority;
let file: AccessCredential;
let container: AccessCredential;
let denial: AccessCredential;
let short: AccessCredential;
let request: AccessCredential;
beforeAll(async () => {
  authority = await createTestAuthority();
  const { alice, bob, inPod } = authority;
  const grant = (consent: object, envelope?: Record<string, unknown>) =>
    issue(authority, alice, grantBody(authority, { ...consent }, envelope));
  file = await grant({
    forPersonalData: [inPod('a/b/c.txt')],
    mode: [READ, WRITE],
    forPurpose: [SERVICE_PROVISION],
  });
  container = await grant({ forPersonalData: [inPod('a/')] });
  short = await grant(
    { forPersonalData: [inPod('a/')] },
    { expirationDate: new Date(authority.now().getTime() + 30_000).toISOString() },
  );
  const withdrawn = await grant({ forPersonalData: [inPod('a/')] });
  await authority.send('POST', 'status', alice, {
    credentialId: withdrawn.id,
    credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }],
  });
  denial = await issue(authority, alice, denialBody(authority, { forPersonalData: [inPod('a/')] }));
  request = await issue(authority, bob, requestBody(authority, { forPersonalData: [inPod('a/')] }));
  authority.advance(60_000);
});
afterAll(() => authority.close());

async function derive(by: Person | undefined, body: unknown, path = 'derive') {
  const response = await authority.send('POST', path, by, body);
  const text = await response.text();
  expect(response.headers.get('Content-Length')).toBe(String(Buffer.byteLength(text)));
  const answer = JSON.parse(text) as { verifiableCredential?: { id: string }[]; code?: string };
  return {
    ...answer,
    status: response.status,
    ids: answer.verifiableCredential?.map(({ id }) => id),
  };
}

function example(consent: object, type?: string, options: object = {}) {
  return {
    verifiableCredential: {
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      type: ['VerifiableCredential', ...(type ? [type] : [])],
      credentialSubject: { providedConsent: consent },
    },
    options,
  };
}

describe('POST derive', () => {
  it('finds the grants of the caller on the resource, from either side', async () => {
    const body = example(
      { hasStatus: GIVEN, forPersonalData: [authority.inPod('a/')] },
      'SolidAccessGrant',
    );
    for (const person of [authority.bob, authority.alice]) {
      expect(await derive(person, body)).toMatchObject({
        status: 200,
        '@context': ['https://www.w3.org/2018/credentials/v1'],
        type: ['VerifiablePresentation'],
        ids: [container.id],
      });
    }
    expect((await derive(authority.eve, body)).ids).toEqual([]);
  });

  it('gives ended grants when asked, withdrawn ones never', async () => {
    const consent = { hasStatus: GIVEN, forPersonalData: [authority.inPod('a/')] };
    const body = example(consent, 'SolidAccessGrant', { include: 'ExpiredVerifiableCredential' });
    expect(new Set((await derive(authority.bob, body)).ids)).toEqual(
      new Set([container.id, short.id]),
    );
  });

  it('gives denials, or decisions of both kinds, but no requests', async () => {
    const denied = example({ hasStatus: DENIED }, 'SolidAccessDenial');
    expect((await derive(authority.bob, denied)).ids).toEqual([denial.id]);
    const ids = new Set([file.id, container.id, denial.id]);
    expect(new Set((await derive(authority.bob, example({}))).ids)).toEqual(ids);
  });

  it('finds requests by their own block', async () => {
    const body = {
      verifiableCredential: {
        credentialSubject: {
          hasConsent: { isConsentForDataSubject: authority.alice.webId },
        },
      },
    };
    expect((await derive(authority.alice, body)).ids).toEqual([request.id]);
  });

  it('wants everything the example holds', async () => {
    const purpose = { forPurpose: [SERVICE_PROVISION] };
    expect((await derive(authority.bob, example(purpose))).ids).toEqual([file.id]);
    expect((await derive(authority.bob, example({ mode: ['Write'] }))).ids).toEqual([file.id]);
    const elsewhere = { isProvidedTo: authority.eve.webId };
    expect((await derive(authority.bob, example(elsewhere))).ids).toEqual([]);
    const mixed = example({ hasStatus: DENIED }, 'SolidAccessGrant');
    expect((await derive(authority.bob, mixed)).ids).toEqual([]);
    expect((await derive(authority.bob, example({ constructor: ['x'] }))).ids).toEqual([]);
  });

  it('answers a query by example alike', async () => {
    const { verifiableCredential } = example({ forPersonalData: [authority.inPod('a/b/c.txt')] });
    const body = {
      query: [{ type: 'QueryByExample', credentialQuery: [{ example: verifiableCredential }] }],
    };
    expect((await derive(authority.bob, body, 'query')).ids).toEqual([file.id]);
  });

  it('refuses strangers and other shapes', async () => {
    expect(await derive(undefined, example({}))).toMatchObject({ status: 401 });
    for (const body of [{}, [], { verifiableCredential: 'x' }, example({ mode: [{}] })]) {
      expect(await derive(authority.bob, body)).toMatchObject({
        status: 400,
        code: 'invalid_body',
      });
    }
  });
});
