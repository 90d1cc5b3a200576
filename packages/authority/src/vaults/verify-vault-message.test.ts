import { jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { vaultKey } from './vault.ts';
import { verifyVaultMessage } from './verify-vault-message.ts';

const baseUrl = 'https://access.example/';
const vault = {
  baseUrl: 'https://vault.example/',
  secret: 'a secret of thirty-two bytes, or more',
};
const typ = 'test+jwt';
const now = new Date('2026-11-22T10:00:00.500Z');
const at = Math.floor(now.getTime() / 1000);
const claims = { iss: vault.baseUrl, aud: baseUrl as unknown, iat: at, exp: at + 60 };

function make(payload: object, header: object = {}, secret = vault.secret) {
  return new SignJWT(payload as Record<string, unknown>)
    .setProtectedHeader({ alg: 'HS256', typ, ...header })
    .sign(new TextEncoder().encode(secret));
}

/** What we say, and whether `jose` accepts it. */
async function judge(jwt: string, maxAgeSeconds?: number) {
  const age = maxAgeSeconds === undefined ? {} : { maxAgeSeconds };
  const message = await verifyVaultMessage(jwt, typ, { baseUrl, vaults: [vault], now, ...age });
  const accepted = await jwtVerify(jwt, vaultKey(vault), {
    algorithms: ['HS256'],
    typ,
    issuer: vault.baseUrl,
    audience: baseUrl,
    requiredClaims: ['exp', 'iat'],
    currentDate: now,
    clockTolerance: 5,
    ...(maxAgeSeconds !== undefined && { maxTokenAge: maxAgeSeconds }),
  }).then(
    () => true,
    () => false,
  );
  return [message.verified ? 'verified' : message.reason, accepted];
}

describe('a message of a vault server', () => {
  it.each([
    ['as it should be', claims],
    ['for several authorities', { ...claims, aud: ['https://x.example/', baseUrl] }],
    ['that ended a moment ago', { ...claims, exp: at - 4 }],
    ['that begins in a moment', { ...claims, nbf: at + 5 }],
  ])('%s is verified', async (_what, payload) => {
    expect(await judge(await make(payload))).toEqual(['verified', true]);
    expect(await judge(await make(payload), 30)).toEqual(['verified', true]);
  });

  it.each<[string, object, object?, string?]>([
    ['of another server', { ...claims, iss: 'https://other.example/' }],
    ['for another authority', { ...claims, aud: 'https://x.example/' }],
    ['for nobody', { ...claims, aud: undefined }],
    ['without end', { ...claims, exp: undefined }],
    ['without time', { ...claims, iat: undefined }],
    ['whose end is text', { ...claims, exp: '9999999999' }],
    ['that has not begun', { ...claims, nbf: at + 6 }],
    ['of another type', claims, { typ: 'other+jwt' }],
    ['without type', claims, { typ: undefined }],
    ['of another algorithm', claims, { alg: 'HS512' }],
    ['with something critical', claims, { crit: ['b64'], b64: true }],
    ['signed with another secret', claims, {}, 'another secret of thirty-two bytes!'],
  ])('%s is invalid', async (_what, payload, header, secret) => {
    // jose knows what `b64` is, and would go along.
    const jwt = await make(payload, header, secret);
    const [said, accepted] = await judge(jwt);
    expect(said).toBe('invalid');
    if (!_what.includes('critical')) expect(accepted).toBe(false);
  });

  it('that is too old has expired', async () => {
    expect(await judge(await make({ ...claims, exp: at - 5 }))).toEqual(['expired', false]);
    expect(await judge(await make({ ...claims, iat: at - 36 }), 30)).toEqual(['expired', false]);
    expect(await judge(await make({ ...claims, iat: at + 6 }), 30)).toEqual(['invalid', false]);
  });

  it('that was changed, or is none, is invalid', async () => {
    const [head, , signature] = (await make(claims)).split('.');
    const body = Buffer.from(JSON.stringify({ ...claims, exp: at + 6_000 })).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ })).toString('base64url');
    const bad = [`${head}.${body}.${signature}`, `${none}.${body}.`, `${head}.${body}`, 'x', ''];
    for (const jwt of bad) expect(await judge(jwt)).toEqual(['invalid', false]);
  });
});
