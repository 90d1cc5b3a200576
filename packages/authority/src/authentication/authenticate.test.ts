import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../storage/open-database.ts';
import { openMemoryDatabase } from '../storage/open-embedded-database.ts';
import { createSqlProofStore } from '../storage/sql-proof-store.ts';
import {
  type IdentityProvider,
  type Person,
  startIdentityProvider,
} from '../test-support/start-identity-provider.ts';
import { createAuthenticate } from './authenticate.ts';
import type { Authenticate } from './caller.ts';

const url = 'https://access.example/issue';

let provider: IdentityProvider;
let authenticate: Authenticate;
let database: OpenDatabase;
let bob: Person;
beforeAll(async () => {
  provider = await startIdentityProvider();
  bob = await provider.person('bob');
  database = await openMemoryDatabase(new Date());
  authenticate = create();
});
afterAll(async () => {
  await provider.close();
  await database.close();
});

function create(webIds = [provider.url], oidcIssuers = [provider.url]) {
  return createAuthenticate({
    oidcIssuers,
    webIds,
    fetch: globalThis.fetch,
    proofs: createSqlProofStore(database.db),
    now: () => new Date(),
  });
}

function identify(
  headers: { Authorization?: string; DPoP?: string },
  by = authenticate,
  method = 'POST',
) {
  const { Authorization: authorization, DPoP: dpop } = headers;
  return by({ method, url, authorization, dpop });
}

describe('authenticate', () => {
  it('knows the bearer of a DPoP-bound token by its proof', async () => {
    expect(await identify(await bob.dpop('POST', url))).toEqual({
      webId: bob.webId,
      clientId: 'test-client',
    });
  });

  it('accepts a plain Bearer token, and one without client', async () => {
    expect(await identify(await bob.bearer())).toMatchObject({ webId: bob.webId });
    expect(await identify(await bob.bearer({ client_id: undefined }))).toEqual({
      webId: bob.webId,
    });
  });

  it('asks for keys and profiles once in a while, not at every call', async () => {
    const before = provider.requests.length;
    await identify(await bob.dpop('POST', url));
    expect(provider.requests).toHaveLength(before);
  });

  it('accepts each proof once', async () => {
    const headers = await bob.dpop('POST', url);
    await identify(headers);
    await expect(identify(headers)).rejects.toMatchObject({ code: 'token_invalid' });
  });

  const proofs: [string, () => Promise<{ Authorization: string; DPoP?: string }>][] = [
    ['for another method', () => bob.dpop('GET', url)],
    ['for another URL', () => bob.dpop('POST', 'https://access.example/status')],
    [
      'by another key',
      async () => ({
        ...(await bob.dpop('POST', url)),
        DPoP: (await (await provider.person('bob')).dpop('POST', url)).DPoP,
      }),
    ],
    [
      'that is missing',
      async () => ({ Authorization: (await bob.dpop('POST', url)).Authorization }),
    ],
    [
      'that is missing, with the token as Bearer',
      async () => ({
        Authorization: (await bob.dpop('POST', url)).Authorization.replace('DPoP', 'Bearer'),
      }),
    ],
  ];
  it.each(proofs)('refuses a proof %s', async (_what, headers) => {
    await expect(identify(await headers())).rejects.toMatchObject({ code: 'token_invalid' });
  });

  const tokens: [string, JWTPayload, string][] = [
    [
      'of an issuer that is not on the list',
      { iss: 'https://issuer.example/' },
      'issuer_not_trusted',
    ],
    ['with a WebID elsewhere', { webid: 'https://evil.example/card#me' }, 'webid_not_allowed'],
    ['for another audience', { aud: 'other' }, 'token_invalid'],
    ['without WebID', { webid: undefined }, 'token_invalid'],
    ['with a WebID that is no URL', { webid: 'bob' }, 'token_invalid'],
  ];
  it.each(tokens)('refuses a token %s', async (_what, claims, code) => {
    await expect(identify(await bob.bearer(claims))).rejects.toMatchObject({ code });
  });

  it('refuses a token that was changed', async () => {
    const { Authorization } = await bob.bearer();
    const [head, , signature] = Authorization.split('.');
    const claims = Buffer.from(
      JSON.stringify({ iss: provider.url, aud: 'solid', webid: bob.webId, iat: 1, exp: 9e9 }),
    ).toString('base64url');
    const changed = { Authorization: [head, claims, signature].join('.') };
    await expect(identify(changed)).rejects.toMatchObject({ code: 'token_invalid' });
  });

  it.each(['', 'Basic abc', 'Bearer', 'Bearer a b', 'DPoP x.y.z'])('refuses %j', async (value) => {
    await expect(identify({ Authorization: value })).rejects.toMatchObject({
      code: 'token_invalid',
    });
  });

  it('refuses nobody', async () => {
    await expect(identify({})).rejects.toMatchObject({ code: 'token_missing' });
  });

  it('refuses a WebID whose document does not name the issuer', async () => {
    const stranger = await provider.person('stranger');
    await expect(identify(await stranger.bearer())).rejects.toMatchObject({
      code: 'token_invalid',
    });
  });

  it('follows no redirect of a WebID document, and says when it cannot be read', async () => {
    for (const name of ['moved', 'no/body']) {
      const person = await provider.person(name);
      await expect(identify(await person.bearer())).rejects.toMatchObject({
        code: 'identity_unreachable',
      });
    }
  });

  it('asks nothing of a WebID or an issuer it was not told to trust', async () => {
    const closed = create(['https://vault.example/'], ['https://issuer.example/']);
    const noWebIds = create(['https://vault.example/']);
    const before = provider.requests.length;
    await expect(identify(await bob.bearer(), closed)).rejects.toMatchObject({
      code: 'issuer_not_trusted',
    });
    await expect(identify(await bob.bearer(), noWebIds)).rejects.toMatchObject({
      code: 'webid_not_allowed',
    });
    expect(provider.requests).toHaveLength(before);
  });

  it('accepts one WebID by its full name', async () => {
    expect(await identify(await bob.bearer(), create([bob.webId]))).toMatchObject({
      webId: bob.webId,
    });
  });
});
