import type { RequestingPartyToken } from '@grondslag/protocol';
import type { HttpRequest } from '@solid/community-server';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GrondslagSettings } from '../grondslag-settings.ts';
import {
  type AuthorityDouble,
  secret,
  startAuthorityDouble,
} from '../test-support/start-authority-double.ts';
import { accessGrantOf } from './access-grant-credentials.ts';
import { GrantTokenExtractor } from './grant-token-extractor.ts';

const baseUrl = 'https://vault.example/';
const permissions: RequestingPartyToken['permissions'] = [
  { resource: `${baseUrl}an/note.txt`, modes: ['read'], inherit: true },
];
const valid = { aud: baseUrl, owner: `${baseUrl}an/profile/card#me`, permissions };

function requestWith(authorization?: string): HttpRequest {
  return { headers: { ...(authorization !== undefined && { authorization }) } } as HttpRequest;
}

describe(GrantTokenExtractor, () => {
  let authority: AuthorityDouble;
  let extractor: GrantTokenExtractor;
  beforeAll(async () => {
    authority = await startAuthorityDouble();
    extractor = new GrantTokenExtractor(
      new GrondslagSettings(authority.url, '/queue', secret),
      baseUrl,
    );
  });
  afterAll(() => authority.stop());

  it('gives the grant of a valid token, and no agent', async () => {
    const request = requestWith(`Bearer ${await authority.signToken(valid)}`);
    const credentials = await extractor.handleSafe(request);
    expect(Object.keys(credentials)).toEqual(['accessGrant']);
    expect(accessGrantOf(credentials)).toMatchObject({ owner: valid.owner, permissions });
  });

  it('keeps people and resources out of logs', async () => {
    const request = requestWith(`bearer ${await authority.signToken(valid)}`);
    const text = JSON.stringify(await extractor.handleSafe(request));
    expect(JSON.parse(text)).toEqual({ accessGrant: { grant: expect.any(String) } });
  });

  it.each(['Bearer', 'Bearer garbage', 'DPoP abc', 'Bearer a.b.c', undefined])(
    'leaves %s to others',
    async (authorization) => {
      await expect(extractor.canHandle(requestWith(authorization))).rejects.toMatchObject({
        statusCode: 501,
      });
    },
  );

  it('leaves tokens of other issuers to others', async () => {
    const token = await authority.signToken({ ...valid, iss: 'https://idp.example/' });
    await expect(extractor.canHandle(requestWith(`Bearer ${token}`))).rejects.toMatchObject({
      statusCode: 501,
    });
  });

  const now = Math.floor(Date.now() / 1000);
  it.each<[string, object, string?]>([
    ['expired', { iat: now - 100, exp: now - 40 }],
    ['issued too long ago', { iat: now - 400, exp: now + 60 }],
    ['for another server', { aud: 'https://other.example/' }],
    ['of another type', {}, 'JWT'],
    ['without permissions', { permissions: [] }],
    ['without a grant', { grant: undefined }],
    [
      'with a mode that cannot be granted',
      { permissions: [{ ...permissions[0], modes: ['control'] }] },
    ],
  ])('refuses a token %s', async (_, claims, typ) => {
    const token = await authority.signToken({ ...valid, ...claims }, typ);
    await expect(extractor.handleSafe(requestWith(`Bearer ${token}`))).rejects.toMatchObject({
      statusCode: 401,
    });
  });

  it('refuses a token that someone else signed, whatever the algorithm', async () => {
    const claims = { ...valid, iss: authority.url, iat: now, exp: now + 60 };
    const { privateKey } = await generateKeyPair('ES256');
    const tokens = await Promise.all([
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'test' })
        .sign(privateKey),
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
        .sign(new TextEncoder().encode(secret)),
    ]);
    for (const token of tokens) {
      await expect(extractor.handleSafe(requestWith(`Bearer ${token}`))).rejects.toMatchObject({
        statusCode: 401,
      });
    }
  });

  it('lets nobody in when the authority cannot be asked for its keys', async () => {
    const settings = new GrondslagSettings('http://127.0.0.1:1/', '/queue', secret);
    const token = await authority.signToken({ ...valid, iss: settings.authority });
    const alone = new GrantTokenExtractor(settings, baseUrl);
    await expect(alone.handleSafe(requestWith(`Bearer ${token}`))).rejects.toThrow();
  });
});
