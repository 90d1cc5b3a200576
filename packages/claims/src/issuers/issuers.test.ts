import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueCredential } from '../issue/issue-credential.ts';
import {
  generateEcdsaSigningKey,
  generateSigningKey,
  type SigningKey,
} from '../proof/signing-key.ts';
import { verifyProof } from '../proof/verify-proof.ts';
import { CITIZEN, household, type Json, SIGNED_AT } from '../test-support/samples.ts';
import { createKeyResolver } from './create-key-resolver.ts';
import { findKeys } from './find-keys.ts';
import type { KeyPurpose, KeyResolver } from './key-resolution.ts';

const HOST = 'source.example';
const ISSUER = `https://${HOST}/issuer`;
const METHOD = `${ISSUER}#key-1`;

let server: Server;
let requests: string[];
let answer: { status?: number; headers?: Record<string, string>; body?: string };
let key: SigningKey;
let now = SIGNED_AT;

beforeAll(async () => {
  ({ key } = await generateSigningKey(METHOD));
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());
beforeEach(() => {
  requests = [];
  now = SIGNED_AT;
  answer = { body: JSON.stringify(controllerDocument()) };
});

/** The host that the operator named stands on loopback here. */
const onLoopback: typeof fetch = (input, init) => {
  const { port } = server.address() as AddressInfo;
  const url = new URL(String(input));
  return fetch(`http://127.0.0.1:${port}${url.pathname}`, init);
};

const method = (more: Json = {}): Json => ({
  id: METHOD,
  type: 'Multikey',
  controller: ISSUER,
  publicKeyMultibase: key.publicKeyMultibase,
  ...more,
});
const controllerDocument = (more: Json = {}): Json => ({
  id: ISSUER,
  verificationMethod: [method()],
  assertionMethod: [METHOD],
  ...more,
});
const resolver = (): KeyResolver =>
  createKeyResolver({
    methods: ['did:key', 'did:web', 'https'],
    hosts: [HOST, `${HOST}:8443`],
    fetch: onLoopback,
    now: () => now,
  });
const resolve = (id = METHOD, at = SIGNED_AT) => resolver()(id, at);

describe('a did:key method', () => {
  it('has its key in its name, for each kind of key', async () => {
    const keys = [
      key,
      (await generateEcdsaSigningKey(METHOD, 'P-256')).key,
      (await generateEcdsaSigningKey(METHOD, 'P-384')).key,
    ];
    for (const { publicKeyMultibase: publicKey } of keys) {
      const controller = `did:key:${publicKey}`;
      expect(await resolve(`${controller}#${publicKey}`)).toEqual({
        publicKey,
        controller,
        purpose: 'assertionMethod',
      });
    }
    expect(requests).toEqual([]);
  });

  it.each([
    [
      'another key in its fragment',
      'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6Mkm',
    ],
    ['no fragment', 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'],
    ['no key', 'did:key:z6Mk#z6Mk'],
  ])('is refused with %s', async (_, id) => {
    expect(await resolve(id)).toHaveProperty('refused');
  });
});

describe('a method in a document', () => {
  it('of an https address is found, with its controller', async () => {
    expect(await resolve()).toEqual({
      publicKey: key.publicKeyMultibase,
      controller: ISSUER,
      purpose: 'assertionMethod',
    });
    expect(requests).toEqual(['/issuer']);
  });

  it.each([
    ['did:web:source.example', '/.well-known/did.json'],
    ['did:web:source.example:units:a', '/units/a/did.json'],
    ['did:web:source.example%3A8443', '/.well-known/did.json'],
  ])('of %s is found at %s', async (did, path) => {
    const own = { ...method(), id: '#key-1', controller: did };
    answer.body = JSON.stringify({ id: did, assertionMethod: [own] });
    expect(await resolve(`${did}#key-1`)).toMatchObject({ controller: did });
    expect(requests).toEqual([path]);
  });

  it('may have its key as JWK', async () => {
    for (const curve of ['P-256', 'P-384'] as const) {
      const { key: pair, privateKeyJwk } = await generateEcdsaSigningKey(METHOD, curve);
      const { d: _, ...publicKeyJwk } = privateKeyJwk;
      const own = { id: METHOD, type: 'JsonWebKey', controller: ISSUER, publicKeyJwk };
      answer.body = JSON.stringify(controllerDocument({ verificationMethod: [own] }));
      expect(await resolve()).toMatchObject({ publicKey: pair.publicKeyMultibase });
    }
  });

  it.each<[string, () => Json, string]>([
    ['removed from assertionMethod', () => ({ assertionMethod: [] }), 'not_for_assertion'],
    [
      'only for authentication',
      () => ({ assertionMethod: undefined, authentication: [METHOD] }),
      'not_for_assertion',
    ],
    [
      'not in the document',
      () => ({ verificationMethod: [], assertionMethod: [] }),
      'not_in_document',
    ],
    [
      'of another controller',
      () => ({ verificationMethod: [method({ controller: 'https://other.example/' })] }),
      'wrong_controller',
    ],
    [
      'described twice',
      () => ({ verificationMethod: [method(), method({ publicKeyMultibase: 'z6Mk' })] }),
      'invalid_document',
    ],
    [
      'expired when the proof was made',
      () => ({ verificationMethod: [method({ expires: '2026-01-05T09:00:00Z' })] }),
      'expired',
    ],
    [
      'revoked',
      () => ({ verificationMethod: [method({ revoked: '2026-01-05T08:59:59Z' })] }),
      'revoked',
    ],
    [
      'of an unknown kind',
      () => ({ verificationMethod: [method({ publicKeyMultibase: 'z6LSabc' })] }),
      'unknown_key_type',
    ],
    [
      'in a document of another address',
      () => ({ id: 'https://source.example/other' }),
      'invalid_document',
    ],
  ])('is refused when it is %s', async (_, more, refused) => {
    answer.body = JSON.stringify(controllerDocument(more()));
    expect(await resolve()).toEqual({ refused });
  });

  it('that was revoked is refused for a proof that says it is from before', async () => {
    const revoked = method({ revoked: '2026-01-05T08:00:00Z' });
    answer.body = JSON.stringify(controllerDocument({ verificationMethod: [revoked] }));
    expect(await resolve(METHOD, new Date('2020-01-01T00:00:00Z'))).toEqual({ refused: 'revoked' });
  });

  it('that expired is found for a proof from before', async () => {
    const expired = method({ expires: '2026-01-05T09:00:00Z' });
    answer.body = JSON.stringify(controllerDocument({ verificationMethod: [expired] }));
    now = new Date('2026-06-01T00:00:00Z');
    expect(await resolve(METHOD, new Date('2026-01-05T08:59:59Z'))).toMatchObject({
      controller: ISSUER,
    });
  });

  it('is for one purpose: a key for assertions does not authenticate, nor the other way round', async () => {
    const asked = (purpose: KeyPurpose) => resolver()(METHOD, SIGNED_AT, purpose);
    expect(await asked('authentication')).toEqual({ refused: 'not_for_authentication' });
    const own = { assertionMethod: undefined, authentication: [METHOD] };
    answer.body = JSON.stringify(controllerDocument(own));
    expect(await asked('authentication')).toMatchObject({ purpose: 'authentication' });
    expect(await asked('assertionMethod')).toEqual({ refused: 'not_for_assertion' });
  });

  it('may make assertions whatever odd things its document lists for authentication', async () => {
    answer.body = JSON.stringify(controllerDocument({ authentication: [{ id: 1 }] }));
    expect(await resolve()).toMatchObject({ purpose: 'assertionMethod' });
  });

  it.each([
    ['not JSON', { body: '<html>' }, 'invalid_document'],
    ['a list', { body: '[]' }, 'invalid_document'],
    ['larger than 64 kB', { body: `{"id":"${'x'.repeat(70_000)}"}` }, 'invalid_document'],
    ['not there', { status: 404 }, 'unreachable'],
    ['elsewhere', { status: 302, headers: { location: '/other' } }, 'unreachable'],
  ])('is refused when the document is %s', async (_, given, refused) => {
    answer = given;
    expect(await resolve()).toEqual({ refused });
    expect(requests).toHaveLength(1);
  });

  it.each([
    'https://stranger.example/issuer#key-1',
    'https://source.example.stranger.example/issuer#key-1',
    'https://source.example@stranger.example/issuer#key-1',
    'https://user@source.example/issuer#key-1',
    'https://source.example:9999/issuer#key-1',
    'https://source.example/a/../issuer#key-1',
    'https://source.example/issuer?x=1#key-1',
    'https://source.example/issuer',
    'https://source.example/issuer#a#b',
    'https://SOURCE.example/issuer#key-1',
    'http://source.example/issuer#key-1',
    'did:web:stranger.example#key-1',
    'did:web:source.example%2Fissuer#key-1',
    'did:web:source.example:..:issuer#key-1',
    'did:web:source.example:%2e%2e#key-1',
    'did:web:stranger.example%40source.example#key-1',
    'did:web:#key-1',
    'did:ion:abc#key-1',
    'file:///etc/passwd#key-1',
    `did:web:${'a.-'.repeat(100_000)}#key-1`,
    '',
  ])('asks nobody about %j', async (id) => {
    expect(await resolve(id)).toEqual({ refused: 'unknown_method' });
    expect(requests).toEqual([]);
  });

  it('is asked for once, however many wait, and again when its removal must be seen', async () => {
    const find = resolver();
    await Promise.all(Array.from({ length: 50 }, () => find(METHOD, SIGNED_AT)));
    expect(requests).toHaveLength(1);
    answer.body = JSON.stringify(controllerDocument({ assertionMethod: [] }));
    now = new Date(SIGNED_AT.getTime() + 299_000);
    expect(await find(METHOD, SIGNED_AT)).toMatchObject({ controller: ISSUER });
    now = new Date(SIGNED_AT.getTime() + 300_000);
    expect(await find(METHOD, SIGNED_AT)).toEqual({ refused: 'not_for_assertion' });
    expect(requests).toHaveLength(2);
  });
});

describe(createKeyResolver, () => {
  it('answers at once for what is pinned, and resolves nothing else by default', () => {
    const pinned = { [METHOD]: { publicKey: key.publicKeyMultibase, controller: ISSUER } };
    const find = createKeyResolver({ pinned });
    expect(find(METHOD, SIGNED_AT)).toMatchObject({ controller: ISSUER });
    const didKey = `did:key:${key.publicKeyMultibase}#${key.publicKeyMultibase}`;
    for (const id of [didKey, '__proto__', 'constructor']) {
      expect(find(id, SIGNED_AT)).toEqual({ refused: 'unknown_method' });
    }
  });

  it('wants hosts and fetch before it asks anybody', () => {
    expect(() => createKeyResolver({ methods: ['did:web'], hosts: [HOST] })).toThrow(TypeError);
    expect(() => createKeyResolver({ methods: ['https'], fetch: onLoopback })).toThrow(TypeError);
  });
});

describe(findKeys, () => {
  it('gives verifyProof the keys of one credential, and says whose they are', async () => {
    const credential = await issueCredential(
      {
        '@context': [CREDENTIALS_V2, CLAIMS_V1],
        id: `${ISSUER}/1`,
        type: ['VerifiableCredential', 'HouseholdCredential'],
        issuer: ISSUER,
        validFrom: '2026-01-05T09:00:00Z',
        credentialSubject: { id: CITIZEN, household },
      },
      { suite: 'eddsa-rdfc-2022', key, now: SIGNED_AT },
    );
    const keys = await findKeys(credential, resolver());
    expect(await verifyProof(credential, keys.publicKey)).toMatchObject({ verified: true });
    expect(keys.controllerOf(METHOD)).toBe(ISSUER);

    answer.body = JSON.stringify(controllerDocument({ assertionMethod: [] }));
    const removed = await findKeys(credential, resolver());
    expect(await verifyProof(credential, removed.publicKey)).toEqual({
      verified: false,
      reason: 'unknown_key',
    });
    expect([...removed.refused]).toEqual([[METHOD, 'not_for_assertion']]);
  });

  it('asks for no more than a handful of methods, whatever the credential says', async () => {
    const proof = Array.from({ length: 1_000 }, (_, at) => ({
      verificationMethod: `https://${HOST}/${at}#key-1`,
      created: '2026-01-05T09:00:00Z',
    }));
    await findKeys({ proof }, resolver());
    expect(requests.length).toBeLessThanOrEqual(16);
    for (const odd of [null, 1, {}, { proof: null }, { proof: [null, 'x', {}] }]) {
      const found = await findKeys(odd, resolver());
      expect(found.refused.size).toBe(0);
    }
  });
});
