import type { AddressInfo } from 'node:net';
import { sharedFieldsToFields, tokenResponseSchema } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { createAdaptorServer } from '@hono/node-server';
import * as grants from '@inrupt/solid-client-access-grants';
import * as vc from '@inrupt/solid-client-vc';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  grantBody,
  issue,
  READ,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

// The libraries agencies use, unmodified, over real HTTP: access-grants 4.0.1 with the vc 1.2.0 it installs, and
// vc 2.0.1 directly.

let authority: TestAuthority;
let resource: string;
const server = createAdaptorServer({
  fetch: (request) => authority.app.fetch(request),
  overrideGlobalObjects: false,
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  authority = await createTestAuthority(
    `http://localhost:${(server.address() as AddressInfo).port}/`,
  );
  resource = authority.inPod('a/income.jsonld');
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await authority.close();
});

/** Fetch as the session of `person` does it. */
function fetchOf(person: Person, kind: 'DPoP' | 'Bearer' = 'DPoP'): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { method, url } = request;
    const headers = await (kind === 'DPoP' ? person.dpop(method, url) : person.bearer());
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
    return fetch(request);
  };
}

const modes = [true, false] as const;

describe.each(modes)('access-grants with returnLegacyJsonld: %s', (returnLegacyJsonld) => {
  const ask = async (custom: object = {}) =>
    grants.issueAccessRequest(
      {
        access: { read: true },
        resources: [resource],
        resourceOwner: authority.alice.webId,
        requestorInboxUrl: `${authority.provider.url}bob/inbox/`,
        purpose: ['https://w3id.org/dpv#ServiceProvision'],
        expirationDate: new Date(authority.inDays(5)),
        ...custom,
      },
      {
        fetch: fetchOf(authority.bob),
        accessEndpoint: authority.baseUrl,
        returnLegacyJsonld: returnLegacyJsonld as true,
        customFields: new Set([
          { key: new URL('https://example.org/text'), value: 'één' },
          { key: new URL('https://example.org/integer'), value: 7 },
          { key: new URL('https://example.org/decimal'), value: 1.5 },
          { key: new URL('https://example.org/flag'), value: true },
        ]),
      },
    );
  const approve = async (verifyLinkedRequest = false) =>
    grants.approveAccessRequest((await ask()).id, undefined, {
      fetch: fetchOf(authority.alice, 'Bearer'),
      accessEndpoint: authority.baseUrl,
      updateAcr: false,
      returnLegacyJsonld: returnLegacyJsonld as true,
      verifyLinkedRequest,
    } as never);
  const options = (person: Person) => ({
    fetch: fetchOf(person),
    accessEndpoint: authority.baseUrl,
    returnLegacyJsonld: returnLegacyJsonld as true,
  });

  it('asks, approves and reads back every field', async () => {
    const request = await ask({ inherit: false });
    expect(grants.getInherit(request)).toBe(false);
    expect(grants.getResources(request)).toEqual([resource]);
    const fields = grants.getCustomFields(request);
    expect(fields).toMatchObject({
      'https://example.org/text': 'één',
      'https://example.org/integer': 7,
      'https://example.org/decimal': 1.5,
      'https://example.org/flag': true,
    });
    const grant = await approve(true);
    const read = await grants.getAccessGrant(grant.id, options(authority.bob));
    expect(grants.getResources(read)).toEqual([resource]);
    expect(grants.getPurposes(read)).toEqual(['https://w3id.org/dpv#ServiceProvision']);
    expect(grants.getAccessModes(read)).toMatchObject({ read: true, write: false });
    expect(grants.getResourceOwner(read)).toBe(authority.alice.webId);
    expect(grants.getRequestor(read)).toBe(authority.bob.webId);
  });

  it('verifies, finds and withdraws', async () => {
    const grant = await approve();
    const isValid = async () =>
      (await grants.isValidAccessGrant(grant as never, { fetch: fetchOf(authority.bob) })).errors;
    expect(await isValid()).toEqual([]);
    const find = async () =>
      (await grants.getAccessGrantAll({ resource }, options(authority.bob))).map(({ id }) => id);
    expect(await find()).toContain(grant.id);
    const { items } = await grants.query(
      { status: 'Active', resource: new URL(resource) },
      {
        fetch: fetchOf(authority.bob),
        queryEndpoint: new URL('query', authority.baseUrl),
      },
    );
    expect(items.map(({ id }) => id)).toContain(grant.id);
    await grants.revokeAccessGrant(grant as never, { fetch: fetchOf(authority.alice) });
    expect(await isValid()).toEqual(['credentialStatus: revoked']);
    expect(await find()).not.toContain(grant.id);
  });

  it('sends on a credential that a token is given for, as the library rewrote it', async () => {
    const grant = await approve();
    const read = await grants.getAccessGrant(grant.id, options(authority.bob));
    const ticket = await authority.ticket([resource]);
    const sent = JSON.parse(JSON.stringify(read)) as unknown;
    expect((await authority.exchange(authority.bob, sent, ticket)).status).toBe(200);
  });

  it('reads a grant that names fields, and sends it on for a token that does', async () => {
    const fields = ['year'];
    const shared = sharedFieldsToFields([{ resource, claimType: g.IncomeCredential, fields }]);
    const consent = { mode: [READ], forPersonalData: [resource], inherit: false, ...shared };
    const issued = await issue(authority, authority.alice, grantBody(authority, consent));
    const read = await grants.getAccessGrant(issued.id, options(authority.bob));
    expect(grants.getResources(read)).toEqual([resource]);
    expect(grants.getCustomFields(read)).toMatchObject(shared);
    const ticket = await authority.ticket([resource]);
    const sent = JSON.parse(JSON.stringify(read)) as unknown;
    const answer = await (await authority.exchange(authority.bob, sent, ticket)).json();
    expect(decodeJwt(tokenResponseSchema.parse(answer).access_token)).toMatchObject({
      permissions: [{ fields: { [g.IncomeCredential]: fields } }],
    });
  });

  it('denies and cancels', async () => {
    const denied = await grants.denyAccessRequest((await ask()).id, options(authority.alice));
    expect((await grants.getAccessGrant(denied.id, options(authority.bob))).id).toBe(denied.id);
    const canceled = await ask();
    await grants.cancelAccessRequest(canceled as never, { fetch: fetchOf(authority.bob) });
    const { items } = await grants.query(
      { type: 'SolidAccessRequest', status: 'Canceled' },
      { fetch: fetchOf(authority.bob), queryEndpoint: new URL('query', authority.baseUrl) },
    );
    expect(items.map(({ id }) => id)).toContain(canceled.id);
  });
});

describe('solid-client-vc 2', () => {
  it('discovers the services, and reads, derives, queries and verifies', async () => {
    const { legacy } = await vc.getVerifiableCredentialApiConfiguration(authority.baseUrl);
    expect(legacy).toMatchObject({
      issuerService: `${authority.baseUrl}issue`,
      statusService: `${authority.baseUrl}status`,
      verifierService: `${authority.baseUrl}verify`,
      derivationService: `${authority.baseUrl}derive`,
      queryService: `${authority.baseUrl}query`,
    });
    const grant = await grants.issueAccessGrant(
      {
        access: { read: true, write: true },
        resources: [authority.inPod('b/')],
        requestor: authority.bob.webId,
        resourceOwner: authority.alice.webId,
      } as never,
      { fetch: fetchOf(authority.alice), accessEndpoint: authority.baseUrl } as never,
    );
    const fetch = fetchOf(authority.bob);
    const read = await vc.getVerifiableCredential(grant.id, { fetch });
    expect(read.id).toBe(grant.id);
    const shape = {
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      type: ['VerifiableCredential', 'SolidAccessGrant'],
      credentialSubject: { providedConsent: { forPersonalData: [authority.inPod('b/')] } },
    };
    for (const endpoint of ['derive', 'query']) {
      const found = await vc.getVerifiableCredentialAllFromShape(
        authority.baseUrl + endpoint,
        shape as never,
        { fetch },
      );
      expect(found.map(({ id }) => id)).toEqual([grant.id]);
    }
    expect(await vc.isValidVc(read, { fetch })).toMatchObject({ errors: [] });
  });
});
