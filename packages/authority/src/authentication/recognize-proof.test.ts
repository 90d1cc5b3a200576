import { createHash } from 'node:crypto';
import { verifyDpopProof } from '@solid/access-token-verifier/dist/algorithm/verifyDpopProof.js';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  type JWK,
  SignJWT,
} from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProofRecognizer } from './recognize-proof.ts';

const url = 'https://access.example/token';
const token = 'a.b.c';
const ath = createHash('sha256').update(token).digest('base64url');

type Pair = { privateKey: CryptoKey; jwk: JWK; jkt: string };
let own: Pair;
let other: Pair;
beforeAll(async () => {
  own = await createPair('ES256');
  other = await createPair('ES256');
});

async function createPair(alg: string): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), alg };
  return { privateKey, jwk, jkt: await calculateJwkThumbprint(jwk) };
}

const seconds = () => Math.floor(Date.now() / 1000);
const claims = () => ({ htm: 'POST', htu: url, jti: crypto.randomUUID(), iat: seconds() });

function makeProof(payload: object, header: object = {}, pair = own) {
  const alg = pair.jwk.alg as string;
  return new SignJWT(payload as Record<string, unknown>)
    .setProtectedHeader({ alg, typ: 'dpop+jwt', jwk: pair.jwk, ...header })
    .sign(pair.privateKey);
}

/** Whether we recognise the proof, and whether the library accepts it. */
async function judge(dpop: string, jkt = own.jkt) {
  const request = { method: 'POST', url, authorization: undefined, dpop };
  const recognized = createProofRecognizer()(request, { value: token, jkt }, new Date());
  const accepted = await verifyDpopProof(
    dpop,
    { header: { alg: 'ES256' }, payload: { cnf: { jkt } }, signature: '' } as never,
    token,
    'POST',
    url,
    () => false,
  ).then(
    () => true,
    () => false,
  );
  return { recognized: recognized !== undefined, accepted };
}

describe('a DPoP proof', () => {
  it('of the usual kind is recognised, with or without hash of the token', async () => {
    expect(await judge(await makeProof(claims()))).toEqual({ recognized: true, accepted: true });
    const proof = await makeProof({ ...claims(), ath });
    expect(await judge(proof)).toEqual({ recognized: true, accepted: true });
  });

  it('says which it is', async () => {
    const payload = claims();
    const dpop = await makeProof(payload);
    const request = { method: 'POST', url, authorization: undefined, dpop };
    const found = createProofRecognizer()(request, { value: token, jkt: own.jkt }, new Date());
    expect(found).toEqual({ jti: payload.jti });
  });

  const refused: [string, () => Promise<string>][] = [
    ['for another method', () => makeProof({ ...claims(), htm: 'GET' })],
    ['for another URL', () => makeProof({ ...claims(), htu: `${url}/` })],
    ['too old', () => makeProof({ ...claims(), iat: seconds() - 300 })],
    ['too new', () => makeProof({ ...claims(), iat: seconds() + 300 })],
    ['without time', () => makeProof({ ...claims(), iat: undefined })],
    ['without name', () => makeProof({ ...claims(), jti: undefined })],
    ['whose time is text', () => makeProof({ ...claims(), iat: `${seconds()}` as never })],
    ['of another token', () => makeProof({ ...claims(), ath: 'x' })],
    ['that has ended', () => makeProof({ ...claims(), exp: seconds() - 300 })],
    ['that has not begun', () => makeProof({ ...claims(), nbf: seconds() + 300 })],
    ['of another type', () => makeProof(claims(), { typ: 'JWT' })],
    ['by another key', () => makeProof(claims(), {}, other)],
    ['by another key that names ours', () => makeProof(claims(), { jwk: own.jwk }, other)],
    ['without key', () => makeProof(claims(), { jwk: undefined })],
    [
      'with the private key in it',
      async () =>
        makeProof(claims(), { jwk: { ...own.jwk, ...(await exportJWK(own.privateKey)) } }),
    ],
    [
      'with a point beside the curve',
      () => makeProof(claims(), { jwk: { ...own.jwk, y: own.jwk.x } }),
    ],
    [
      'whose payload was changed',
      async () => {
        const [head, , signature] = (await makeProof(claims())).split('.');
        const body = Buffer.from(JSON.stringify(claims())).toString('base64url');
        return `${head}.${body}.${signature}`;
      },
    ],
    ['with half a signature', async () => (await makeProof(claims())).slice(0, -40)],
    ['with a fourth part', async () => `${await makeProof(claims())}.x`],
    ['that is nothing', async () => ''],
    [
      'without signature',
      async () => {
        const head = { alg: 'none', typ: 'dpop+jwt', jwk: own.jwk };
        const parts = [head, claims()].map((part) =>
          Buffer.from(JSON.stringify(part)).toString('base64url'),
        );
        return `${parts.join('.')}.`;
      },
    ],
  ];
  it.each(refused)('%s is not recognised, and the library refuses it', async (_what, make) => {
    expect(await judge(await make())).toEqual({ recognized: false, accepted: false });
  });

  it('of another kind is left to the library', async () => {
    for (const alg of ['ES384', 'ES512', 'RS256']) {
      const pair = await createPair(alg);
      const proof = await makeProof(claims(), {}, pair);
      expect(await judge(proof, pair.jkt), alg).toEqual({ recognized: false, accepted: true });
    }
    const ended = await makeProof({ ...claims(), exp: seconds() + 60 });
    expect(await judge(ended)).toEqual({ recognized: false, accepted: true });
  });
});
