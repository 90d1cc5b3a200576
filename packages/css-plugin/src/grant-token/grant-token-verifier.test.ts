import type { RequestingPartyToken } from '@grondslag/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AuthorityDouble,
  startAuthorityDouble,
} from '../test-support/start-authority-double.ts';
import { createGrantTokenVerifier, type GrantTokenVerifier } from './grant-token-verifier.ts';

const baseUrl = 'https://vault.example/';
const permissions: RequestingPartyToken['permissions'] = [
  { resource: `${baseUrl}an/note.txt`, modes: ['read'], inherit: true },
];
const valid = { aud: baseUrl, owner: `${baseUrl}an/profile/card#me`, permissions };

describe(createGrantTokenVerifier, () => {
  let authority: AuthorityDouble;
  let verifier: GrantTokenVerifier;
  let laterMs: number;
  beforeEach(async () => {
    laterMs = 0;
    authority = await startAuthorityDouble();
    verifier = createGrantTokenVerifier({
      authority: authority.url,
      baseUrl,
      nowMs: () => Date.now() + laterMs,
    });
  });
  afterEach(() => authority.stop());
  const isGood = async (jwt: string) => (await verifier.verify(jwt)).credentials !== undefined;

  it('gives the same credentials for the same token, until its grant is forgotten', async () => {
    const jwt = await authority.signToken(valid);
    const { credentials } = await verifier.verify(jwt);
    expect((await verifier.verify(jwt)).credentials).toBe(credentials);
    verifier.forget(credentials?.grant ?? '');
    const { credentials: anew } = await verifier.verify(jwt);
    expect(anew).not.toBe(credentials);
    expect(anew).toEqual(credentials);
    verifier.forgetAll();
    expect((await verifier.verify(jwt)).credentials).not.toBe(anew);
  });

  it('does not take a token for another because they begin or end alike', async () => {
    const jwt = await authority.signToken(valid);
    expect(await isGood(jwt)).toBe(true);
    expect(await isGood(`${jwt.slice(0, -8)}AAAAAAAA`)).toBe(false);
    expect(await isGood(jwt.slice(0, -1))).toBe(false);
  });

  it('remembers a token no longer than it is valid', async () => {
    const jwt = await authority.signToken(valid);
    expect(await isGood(jwt)).toBe(true);
    laterMs = 66_000;
    expect(await isGood(jwt)).toBe(false);
  });

  it('drops tokens whose key is no longer published', async () => {
    const now = Math.floor(Date.now() / 1000);
    const jwt = await authority.signToken({ ...valid, exp: now + 250 });
    expect(await isGood(jwt)).toBe(true);
    await authority.rotateKey();
    laterMs = 61_000;
    expect(await isGood(jwt)).toBe(false);
    expect(await isGood(await authority.signToken({ ...valid, exp: now + 250 }))).toBe(true);
  });

  it('does not remember a failure', async () => {
    const now = Math.floor(Date.now() / 1000);
    const early = await authority.signToken({ ...valid, iat: now + 30, exp: now + 90 });
    expect(await isGood(early)).toBe(false);
    laterMs = 40_000;
    expect(await isGood(early)).toBe(true);
  });

  it('goes on with the keys it has while the authority is away', async () => {
    const now = Math.floor(Date.now() / 1000);
    const jwt = await authority.signToken({ ...valid, exp: now + 250 });
    const other = await authority.signToken({ ...valid, exp: now + 250 });
    expect(await isGood(jwt)).toBe(true);
    await authority.stop();
    laterMs = 70_000;
    expect(await isGood(jwt)).toBe(true);
    expect(await isGood(other)).toBe(true);
  });
});
