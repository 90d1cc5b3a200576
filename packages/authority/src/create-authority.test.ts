import {
  authorityMetadataSchema,
  participantsSchema,
  problemDetailsSchema,
} from '@grondslag/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from './create-authority.ts';
import { loadKeys } from './keys/load-keys.ts';
import { createSqlStores } from './storage/stores.ts';
import {
  createTestAuthority,
  grantBody,
  requestBody,
  type TestAuthority,
} from './test-support/create-test-authority.ts';

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
});
afterAll(() => authority.close());

describe('an authority below a path', () => {
  it('describes itself at the root of the origin and below its base URL', async () => {
    for (const path of ['/.well-known/uma2-configuration', '.well-known/uma2-configuration']) {
      const response = await authority.send('GET', path);
      expect(response.headers.get('Cache-Control')).toContain('public');
      expect(authorityMetadataSchema.parse(await response.json())).toMatchObject({
        issuer: authority.baseUrl,
        verifiable_credential_issuer: authority.baseUrl,
        token_endpoint: 'https://access.example/gate/token',
        jwks_uri: 'https://access.example/gate/jwks',
      });
    }
  });

  it('names its services with an inline context, so that no client fetches one', async () => {
    for (const path of ['/.well-known/vc-configuration', '.well-known/vc-configuration']) {
      const response = await authority.send('GET', path);
      expect(response.headers.get('Content-Type')).toBe('application/ld+json');
      expect(await response.json()).toEqual({
        '@context': [
          {
            '@vocab': 'http://www.w3.org/ns/solid/vc#',
            issuerService: { '@type': '@id' },
            statusService: { '@type': '@id' },
            verifierService: { '@type': '@id' },
            derivationService: { '@type': '@id' },
            queryService: { '@type': '@id' },
          },
        ],
        issuerService: 'https://access.example/gate/issue',
        statusService: 'https://access.example/gate/status',
        verifierService: 'https://access.example/gate/verify',
        derivationService: 'https://access.example/gate/derive',
        queryService: 'https://access.example/gate/query',
      });
    }
  });

  it('publishes the key it signs credentials with', async () => {
    const id = `${authority.baseUrl}#key-1`;
    expect(await (await authority.send('GET', '')).json()).toMatchObject({
      id: authority.baseUrl,
      verificationMethod: [
        {
          id,
          type: 'Multikey',
          controller: authority.baseUrl,
          publicKeyMultibase: expect.stringMatching(/^z6Mk/),
        },
      ],
      assertionMethod: [id],
    });
  });

  it('lists who takes part', async () => {
    const response = await authority.send('GET', 'v1/participants');
    expect(participantsSchema.parse(await response.json())).toMatchObject({
      agencies: [],
      sources: [{ id: 'https://source.example/' }],
    });
  });

  it('checks proofs against its base URL, whatever host the request names', async () => {
    const body = JSON.stringify(requestBody(authority));
    const headers = await authority.bob.dpop('POST', 'https://access.example/gate/issue');
    const inside = 'http://10.0.0.1:7101/gate/issue';
    const response = await authority.app.request(inside, { method: 'POST', headers, body });
    expect(response.status).toBe(201);
    const forInside = await authority.bob.dpop('POST', inside);
    expect(
      (await authority.app.request(inside, { method: 'POST', headers: forInside, body })).status,
    ).toBe(401);
  });

  it('lets browsers of any origin in, with the headers they need', async () => {
    const preflight = await authority.app.request(`${authority.baseUrl}issue`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://app.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,dpop,content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe(
      'GET,HEAD,POST,PUT,DELETE,OPTIONS',
    );
    for (const header of ['Authorization', 'DPoP', 'Content-Type']) {
      expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain(header);
    }
    const refused = await authority.send('POST', 'issue');
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*');
    for (const header of ['Link', 'WWW-Authenticate', 'Location']) {
      expect(refused.headers.get('Access-Control-Expose-Headers')).toContain(header);
    }
  });

  it('names the methods of a path that is asked for with another', async () => {
    const others: [string, string, string][] = [
      ['GET', 'issue', 'POST'],
      ['GET', 'token', 'POST'],
      ['DELETE', 'vc/019ab0de-0000-7000-8000-000000000000', 'GET, HEAD'],
      ['PUT', 'query', 'GET, HEAD, POST'],
      ['POST', '.well-known/uma2-configuration', 'GET, HEAD'],
    ];
    for (const [method, path, allow] of others) {
      const response = await authority.send(method, path);
      expect(response.status).toBe(405);
      expect(response.headers.get('Allow')).toBe(allow);
      expect(response.headers.get('Content-Type')).toBe('application/problem+json');
      expect(problemDetailsSchema.parse(await response.json()).code).toBe('method_not_allowed');
    }
  });

  it('answers 404 with problem details where there is nothing', async () => {
    for (const path of ['nothing', '/', '/issue']) {
      const response = await authority.send('GET', path);
      expect(response.status).toBe(404);
      expect(problemDetailsSchema.parse(await response.json()).code).toBe('not_found');
    }
  });
});

describe('createAuthority', () => {
  const build = async (baseUrl: string, askControl: () => Promise<never>) => {
    const stores = createSqlStores(authority.database.db);
    return createAuthority({
      baseUrl,
      stores,
      keys: await loadKeys({
        store: stores.keys,
        baseUrl: authority.baseUrl,
        now: () => new Date(),
      }),
      vaults: [authority.vault],
      oidcIssuers: [authority.provider.url],
      participants: { agencies: [], sources: [] },
      askControl,
      log: (entry) => authority.logs.push(entry),
    });
  };

  it('wants a base URL that ends in a slash', async () => {
    const refuse = () => Promise.reject(new Error());
    await expect(build('https://access.example', refuse)).rejects.toThrow(TypeError);
  });

  it('says nothing about a failure but a reference, which is in the log without personal data', async () => {
    const app = await build(authority.baseUrl, async () => {
      throw new Error(`secret of ${authority.alice.webId}`);
    });
    const url = `${authority.baseUrl}issue`;
    const response = await app.request(url, {
      method: 'POST',
      headers: await authority.alice.dpop('POST', url),
      body: JSON.stringify(grantBody(authority)),
    });
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('secret');
    const entry = authority.logs.findLast(({ event }) => event === 'failure');
    expect(entry).toMatchObject({ level: 'error', event: 'failure', errors: ['Error'] });
    expect(text).toContain(entry?.reference);
    expect(JSON.stringify(entry)).not.toContain('secret');
    expect(JSON.stringify(entry)).not.toContain('alice');
  });
});
