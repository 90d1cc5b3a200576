import type { RequestingPartyToken } from '@grondslag/protocol';
import { CredentialsExtractor, type HttpRequest } from '@solid/community-server';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GrondslagSettings } from '../grondslag-settings.ts';
import { GrantStatusBoard } from '../status-feed/grant-status-board.ts';
import {
  type AuthorityDouble,
  secret,
  startAuthorityDouble,
} from '../test-support/start-authority-double.ts';
import { TrustedAuthority } from '../trusted-authority.ts';
import { accessGrantOf } from './access-grant-credentials.ts';
import { GrantTokenExtractor } from './grant-token-extractor.ts';

const baseUrl = 'https://vault.example/';
const permissions: RequestingPartyToken['permissions'] = [
  { resource: `${baseUrl}an/note.txt`, modes: ['read'], inherit: true },
];
const valid = { aud: baseUrl, owner: `${baseUrl}an/profile/card#me`, permissions };

const own = { agent: { webId: 'https://vault.example/by-the-server-itself' } };
class OwnExtractor extends CredentialsExtractor {
  override async handle() {
    return own;
  }
}

function requestWith(authorization?: string): HttpRequest {
  return { headers: { ...(authorization !== undefined && { authorization }) } } as HttpRequest;
}

describe(GrantTokenExtractor, () => {
  let authority: AuthorityDouble;
  let other: AuthorityDouble;
  let board: GrantStatusBoard;
  let extractor: GrantTokenExtractor;
  beforeAll(async () => {
    authority = await startAuthorityDouble();
    other = await startAuthorityDouble();
    const settings = new GrondslagSettings(
      authority.url,
      '/queue',
      secret,
      undefined,
      false,
      [new TrustedAuthority(other.url, secret, undefined, [], true)],
      undefined,
      undefined,
      ['facts/'],
    );
    board = new GrantStatusBoard(settings, baseUrl);
    extractor = new GrantTokenExtractor(new OwnExtractor(), settings, board, baseUrl);
    await board.initialize();
  });
  afterAll(async () => {
    await board.finalize();
    await Promise.all([authority.stop(), other.stop()]);
  });

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
    'leaves %s to the server itself',
    async (authorization) => {
      expect(await extractor.handleSafe(requestWith(authorization))).toEqual(own);
    },
  );

  it('leaves tokens of other issuers to the server itself', async () => {
    const token = await authority.signToken({ ...valid, iss: 'https://idp.example/' });
    expect(await extractor.handleSafe(requestWith(`Bearer ${token}`))).toEqual(own);
  });

  it('takes from each authority its own tokens only', async () => {
    const [good, forged] = await Promise.all([
      other.signToken(valid),
      other.signToken({ ...valid, iss: authority.url }),
    ]);
    const credentials = await extractor.handleSafe(requestWith(`Bearer ${good}`));
    expect(accessGrantOf(credentials)).toMatchObject({ authority: other.url });
    expect(await extractor.handleSafe(requestWith(`Bearer ${forged}`))).toEqual({});
  });

  it('takes lawful access from the authorities it is switched on for', async () => {
    const lawful = { ...valid, legal_basis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-e' };
    const on = requestWith(`Bearer ${await other.signToken(lawful)}`);
    const off = requestWith(`Bearer ${await authority.signToken(lawful)}`);
    expect(accessGrantOf(await extractor.handleSafe(on))).toMatchObject({
      legalBasis: lawful.legal_basis,
    });
    await expect(extractor.handleSafe(off)).rejects.toMatchObject({
      statusCode: 403,
      errorCode: 'lawful_access_off',
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
    expect(await extractor.handleSafe(requestWith(`Bearer ${token}`))).toEqual({});
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
      expect(await extractor.handleSafe(requestWith(`Bearer ${token}`))).toEqual({});
    }
  });

  it('asks for a new token when the grant has ended, and takes the old one when it is resumed', async () => {
    const grant = `${authority.url}vc/ending`;
    const request = requestWith(`Bearer ${await authority.signToken({ ...valid, grant })}`);
    const isHonoured = async () => accessGrantOf(await extractor.handleSafe(request)) !== undefined;
    expect(await isHonoured()).toBe(true);
    other.changeStatus(grant, 'revoked'); // not its grant
    for (const [change, honoured] of [
      ['suspended', false],
      ['resumed', true],
      ['revoked', false],
    ] as const) {
      authority.changeStatus(grant, change);
      await vi.waitFor(async () => expect(await isHonoured()).toBe(honoured), 5_000);
    }
  });

  it('says 503, not 401, when the authority cannot be asked', async () => {
    const iss = 'http://127.0.0.1:1/';
    const settings = new GrondslagSettings(iss, '/queue', secret);
    const token = await authority.signToken({ ...valid, iss });
    const notOpened = new GrantStatusBoard(settings, baseUrl);
    const alone = new GrantTokenExtractor(new OwnExtractor(), settings, notOpened, baseUrl);
    await expect(alone.handleSafe(requestWith(`Bearer ${token}`))).rejects.toMatchObject({
      statusCode: 503,
      errorCode: 'authority_silent',
    });
  });
});
