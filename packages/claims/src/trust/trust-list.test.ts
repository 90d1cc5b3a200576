import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { g } from '@grondslag/vocab';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClaimVerifier } from '../claim/create-claim-verifier.ts';
import type { ClaimsError } from '../errors.ts';
import { signCredential } from '../proof/sign-credential.ts';
import { generateSigningKey, type SigningKey } from '../proof/signing-key.ts';
import {
  CITIZEN,
  diploma,
  NOW,
  type SampleSource,
  startSampleSource,
} from '../test-support/samples.ts';
import { loadTrustList, type TrustListOptions } from './load-trust-list.ts';
import { readTrustList } from './read-trust-list.ts';
import { signTrustList } from './sign-trust-list.ts';
import { holdsAt, type TrustListDocument } from './trust-list.ts';

const RESOURCE = 'http://localhost:7100/fatima/facts/study/1';

let source: SampleSource;
let server: Server;
let url: string;
let operator: SigningKey;
let stranger: SigningKey;
/** What the operator's server answers. */
let published: string;
let requests: (string | undefined)[];

beforeAll(async () => {
  source = await startSampleSource();
  ({ key: operator } = await generateSigningKey('https://authority.example/#key-1'));
  ({ key: stranger } = await generateSigningKey('https://authority.example/#key-1'));
  server = createServer((request, response) => {
    requests.push(request.headers['if-none-match']);
    const etag = `"${published.length}-${published.slice(-8)}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(published === '' ? 500 : 200, { etag }).end(published);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/trust-list`;
});
afterAll(async () => {
  server.closeAllConnections();
  await Promise.all([source.stop(), new Promise((resolve) => server.close(resolve))]);
});
beforeEach(() => {
  requests = [];
});

function documentOf(change: Partial<TrustListDocument> = {}): TrustListDocument {
  const { webId: _, statusLists, ...issuer } = source.participant;
  return {
    id: url,
    version: 7,
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2026-04-01T00:00:00Z',
    issuers: [{ ...issuer, statusLists: [statusLists] }],
    ...change,
  };
}
const publish = async (change: Partial<TrustListDocument> = {}, key = operator) => {
  published = await signTrustList(documentOf(change), key);
};

function follow(change: Partial<TrustListOptions> = {}) {
  const problems: string[] = [];
  let now = NOW;
  const list = loadTrustList({
    url,
    operatorKeys: { [operator.id]: operator.publicKeyMultibase },
    fetch,
    now: () => now,
    onProblem: ({ code }: ClaimsError) => problems.push(code),
    ...change,
  });
  return {
    list,
    problems,
    later: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1_000);
    },
  };
}

describe(loadTrustList, () => {
  it('fetches the list once, and asks by its ETag after five minutes', async () => {
    await publish();
    const { list, later } = follow();
    const found = await Promise.all([list.current(), list.current(), list.current()]);
    expect(found.map(({ version }) => version)).toEqual([7, 7, 7]);
    later(299);
    await list.current();
    expect(requests).toEqual([undefined]);
    later(1);
    await list.current();
    expect(requests).toEqual([undefined, expect.stringMatching(/^"/)]);
  });

  it('takes a newer version', async () => {
    await publish();
    const { list, later } = follow();
    await list.current();
    await publish({ version: 8, issuers: [] });
    later(300);
    expect(await list.current()).toMatchObject({ version: 8, issuers: [] });
  });

  it.each<[string, Partial<TrustListDocument>, string]>([
    ['an older version', { version: 6 }, 'old_trust_list'],
    ['other words under the same version', { issuers: [] }, 'old_trust_list'],
    [
      'the list of another address',
      { version: 8, id: 'https://other.example/' },
      'invalid_trust_list',
    ],
    [
      'a list that ended',
      { version: 8, validUntil: '2026-02-01T00:00:00Z' },
      'trust_list_unavailable',
    ],
    [
      'a list for later',
      { version: 8, validFrom: '2026-03-31T00:00:00Z' },
      'trust_list_unavailable',
    ],
  ])('keeps the one at hand when offered %s', async (_, change, code) => {
    await publish();
    const { list, later, problems } = follow();
    await list.current();
    await publish(change);
    later(300);
    const { validFrom: __, ...kept } = documentOf();
    expect(await list.current()).toMatchObject({ version: 7, issuers: kept.issuers });
    expect(problems).toEqual([code]);
  });

  it('refuses a list by another key, also one that goes by the same name', async () => {
    await publish({}, stranger);
    const { list, problems } = follow();
    await expect(list.current()).rejects.toMatchObject({ code: 'trust_list_unavailable' });
    expect(problems).toEqual(['invalid_trust_list']);
  });

  it('refuses a list in which two issuers have one key', async () => {
    const [issuer] = documentOf().issuers;
    if (!issuer) throw new Error('no issuer');
    await publish({ issuers: [issuer, { ...issuer, id: 'https://other.example/' }] });
    await expect(follow().list.current()).rejects.toMatchObject({ code: 'trust_list_unavailable' });
  });

  it('uses the list at hand until its own end when its operator is silent, and nobody after', async () => {
    await publish();
    const { list, later } = follow();
    await list.current();
    published = '';
    later(30 * 86_400);
    expect(await list.current()).toMatchObject({ version: 7 });
    later(86_400);
    await expect(list.current()).rejects.toMatchObject({ code: 'trust_list_unavailable' });
  });

  it('cannot be taken back by a restart', async () => {
    let kept: string | undefined;
    const store = {
      read: async () => kept,
      write: async (text: string) => {
        kept = text;
      },
    };
    await publish();
    await follow({ store }).list.current();
    await publish({ version: 6 });
    const restarted = follow({ store });
    expect(await restarted.list.current()).toMatchObject({ version: 7 });
    expect(restarted.problems).toEqual(['old_trust_list']);
  });

  it('believes nobody when what was kept was changed', async () => {
    await publish({ version: 6 });
    const store = { read: async () => `${published}x`, write: async () => {} };
    const { list, problems } = follow({ store });
    await expect(list.current()).rejects.toMatchObject({ code: 'trust_list_unavailable' });
    expect(problems).toEqual(['invalid_trust_list']);
  });
});

describe(readTrustList, () => {
  const keys = () => ({ [operator.id]: operator.publicKeyMultibase });
  const read = (jws: string) => readTrustList(jws, keys());
  const refused = { code: 'invalid_trust_list' };
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('refuses one changed character, and any other form', async () => {
    const jws = await signTrustList(documentOf(), operator);
    const [header = '', payload = '', signature = ''] = jws.split('.');
    const more = encode({ ...documentOf(), version: 9 });
    expect(await read(jws)).toMatchObject({ version: 7 });
    for (const wrong of [
      '',
      `${header}.${more}.${signature}`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
      `${jws}.${signature}`,
      `${encode({ alg: 'none', kid: operator.id, typ: 'trust-list+jws' })}.${payload}.`,
      `${encode({ alg: 'EdDSA', kid: '__proto__', typ: 'trust-list+jws' })}.${payload}.${signature}`,
    ]) {
      await expect(read(wrong), wrong).rejects.toMatchObject(refused);
    }
  });

  it('refuses what the operator signed for something else, or not well formed', async () => {
    const sign = async (header: object, payload: object) => {
      const input = `${encode(header)}.${encode(payload)}`;
      const bytes = await crypto.subtle.sign('Ed25519', operator.privateKey, Buffer.from(input));
      return `${input}.${Buffer.from(bytes).toString('base64url')}`;
    };
    const header = { alg: 'EdDSA', kid: operator.id, typ: 'trust-list+jws' };
    expect(await read(await sign(header, documentOf()))).toMatchObject({ version: 7 });
    const { validUntil: _, ...endless } = documentOf();
    for (const wrong of [
      await sign({ ...header, typ: 'JWT' }, documentOf()),
      await sign({ ...header, crit: ['b64'], b64: false }, documentOf()),
      await sign(header, endless),
      await sign(header, { ...documentOf(), version: 0 }),
      await sign(header, { ...documentOf(), more: true }),
    ]) {
      await expect(read(wrong)).rejects.toMatchObject(refused);
    }
  });
});

it('holds from its first to its last instant', () => {
  const list = { version: 1, issuers: [], validFrom: new Date(1_000), validUntil: new Date(2_000) };
  expect([999, 1_000, 2_000, 2_001].map((at) => holdsAt(list, new Date(at)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

describe('a verifier with a trust list', () => {
  const sign = async () =>
    JSON.stringify(
      await signCredential(source.credential('DiplomaCredential', { diploma }), source.key, NOW),
    );

  it('believes who is on the list now, about what the list says now', async () => {
    await publish();
    const { list, later } = follow();
    const verifier = createClaimVerifier({ trust: list, fetch, now: () => NOW });
    const text = await sign();
    expect(await verifier.verify(RESOURCE, text, CITIZEN)).toMatchObject({ verified: true });
    const issuers = documentOf().issuers.map((issuer) => ({
      ...issuer,
      claimTypes: [g.IncomeCredential],
    }));
    await publish({ version: 8, issuers });
    later(300);
    expect(await verifier.verify(RESOURCE, text, CITIZEN)).toMatchObject({
      leftOut: { reason: 'issuer_not_trusted_for_claim', holdsAt: NOW },
    });
    await publish({ version: 9, issuers: [] });
    later(300);
    expect(await verifier.verify(RESOURCE, text, CITIZEN)).toMatchObject({
      leftOut: { reason: 'unknown_issuer' },
    });
  });

  it('believes nobody without a list that holds: trust_unknown', async () => {
    published = '';
    const unavailable = createClaimVerifier({ trust: follow().list, fetch, now: () => NOW });
    const trust = { version: 1, issuers: [], validFrom: new Date(0), validUntil: new Date(0) };
    const ended = createClaimVerifier({ trust, fetch, now: () => NOW });
    for (const verifier of [unavailable, ended]) {
      expect(await verifier.verify(RESOURCE, await sign(), CITIZEN)).toMatchObject({
        leftOut: { reason: 'trust_unknown' },
      });
    }
  });
});
