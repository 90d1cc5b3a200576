import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClaimVerifier, fetchAndVerify, verifyProof } from '@grondslag/claims';
import type { AccessMode, FieldLimits } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../test-support/build-package.ts';
import { fetchUnderGrant, type TokenClaims } from '../test-support/fetch-under-grant.ts';
import { createIncomeSource } from '../test-support/sign-divisible-fact.ts';
import { signInOwner } from '../test-support/sign-in-owner.ts';
import {
  type AuthorityDouble,
  secret,
  startAuthorityDouble,
} from '../test-support/start-authority-double.ts';
import { startVaultServer, type VaultServer } from '../test-support/start-vault-server.ts';

/** What is left out of every view here; in no answer may there be a trace of it. */
const AMOUNT = '48123.07';
const yearOnly = { [g.IncomeCredential]: ['year'] };
const JSON_LD = { 'content-type': 'application/ld+json' };
const income = await createIncomeSource();

describe.each(['wac', 'acp'] as const)('fields that a token names, under %s', (accessControl) => {
  let folder: string;
  let authority: AuthorityDouble;
  let vault: VaultServer;
  let owner: typeof fetch;
  let facts: string;

  beforeAll(async () => {
    await buildPackage();
    folder = await mkdtemp(join(tmpdir(), 'grondslag-fields-'));
    authority = await startAuthorityDouble();
    vault = await startVaultServer({
      folder,
      accessControl,
      settings: { authority: authority.url, secret },
    });
    owner = await signInOwner(vault.baseUrl, 'an');
    facts = `${vault.baseUrl}an/facts/`;
    const citizen = `${vault.baseUrl}an/profile/card#me`;
    await put('2025', await income.sign(citizen, AMOUNT));
    await put('undivided', await income.signUndivided(citizen, AMOUNT));
    await put('note', AMOUNT, 'text/plain');
    await put('note.ttl', `<#it> <urn:amount> "${AMOUNT}".`, 'text/turtle');
    await put('large', JSON.stringify({ amount: AMOUNT.repeat(10_000) }));
  }, 90_000);
  afterAll(async () => {
    await vault?.stop();
    await authority?.stop();
    await rm(folder, { recursive: true });
  });

  async function put(name: string, body: string, type = 'application/ld+json'): Promise<void> {
    const headers = { 'content-type': type };
    const response = await owner(facts + name, { method: 'PUT', headers, body });
    expect(response.status).toBeLessThan(300);
  }

  /** Everything in the container, but for what is given. */
  function under(
    fields: FieldLimits | undefined,
    { modes = ['read'] as AccessMode[], resource = facts, claims = {} as TokenClaims } = {},
  ) {
    const permission = { resource, modes, ...(fields && { fields }) };
    return fetchUnderGrant({ authority, vault }, [permission], claims);
  }

  it('are given out in a credential that verifies, and no others', async () => {
    const read = await under(yearOnly);
    const { status, headers, content } = await read(`${facts}2025`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/ld+json']);
    expect(content).not.toContain(AMOUNT);
    expect(content).not.toContain('EUR');
    const view = JSON.parse(content);
    expect(view.credentialSubject.income).toEqual({ type: 'Income', year: '2025' });
    const { keys } = income.participant;
    expect(await verifyProof(view, (id) => keys[id])).toMatchObject({
      verified: true,
      cryptosuite: 'ecdsa-sd-2023',
    });
  });

  it('leave the owner, and a token without fields, the whole', async () => {
    const whole = await under(undefined);
    expect((await whole(`${facts}2025`)).content).toContain(AMOUNT);
    expect(await (await owner(`${facts}2025`)).text()).toContain(AMOUNT);
  });

  it.each<[string, RequestInit]>([
    ['as Turtle', { headers: { accept: 'text/turtle' } }],
    ['as N-Quads', { headers: { accept: 'application/n-quads' } }],
    ['as HTML', { headers: { accept: 'text/html' } }],
    ['as a part of its bytes', { headers: { range: 'bytes=0-5000' } }],
    ['as its last bytes', { headers: { range: 'bytes=-2000' } }],
    ['as what changed', { headers: { 'if-modified-since': 'Thu, 01 Jan 2015 00:00:00 GMT' } }],
    ['as what did not change', { headers: { 'if-modified-since': new Date().toUTCString() } }],
    ['as its head', { method: 'HEAD' }],
  ])('are the same when asked for %s', async (_, init) => {
    const read = await under(yearOnly);
    const plain = await read(`${facts}2025`);
    const { status, headers, content } = await read(`${facts}2025`, init);
    expect([status, content]).toEqual([200, init.method === 'HEAD' ? '' : plain.content]);
    for (const name of ['etag', 'content-type']) {
      expect(headers.get(name)).toBe(plain.headers.get(name));
    }
    for (const name of ['content-range', 'last-modified']) expect(headers.get(name)).toBeNull();
  });

  it('have an ETag of what they say, not of the whole', async () => {
    const read = await under(yearOnly);
    const whole = await under(undefined);
    const ofWhole = (await whole(`${facts}2025`)).headers.get('etag') ?? '';
    const ofView = (await read(`${facts}2025`)).headers.get('etag') ?? '';
    expect(ofView).toMatch(/^"[\w-]{43}"$/);
    const ask = async (headers: Record<string, string>) =>
      (await read(`${facts}2025`, { headers })).status;
    expect(await ask({ 'if-none-match': ofView })).toBe(304);
    expect(await ask({ 'if-none-match': `W/${ofView}` })).toBe(304);
    expect(await ask({ 'if-match': ofView })).toBe(200);
    expect(await ask({ 'if-none-match': ofWhole })).toBe(200);
    expect(await ask({ 'if-match': ofWhole })).toBe(412);
    const other = await under({ [g.IncomeCredential]: ['currency'] });
    expect((await other(`${facts}2025`)).headers.get('etag')).not.toBe(ofView);
  });

  it.each<[string, FieldLimits, string, string]>([
    [
      'a field that the fact does not have',
      { [g.IncomeCredential]: ['street'] },
      '2025',
      'fact_not_named',
    ],
    ['another kind of fact', { [g.HouseholdCredential]: ['year'] }, '2025', 'fact_not_named'],
    ['nothing', {}, '2025', 'fact_not_named'],
    ['a fact that is signed as a whole', yearOnly, 'undivided', 'fact_not_divisible'],
    ['a text', yearOnly, 'note', 'not_one_fact'],
    ['RDF that is no fact', yearOnly, 'note.ttl', 'not_one_fact'],
    ['a large document', yearOnly, 'large', 'not_one_fact'],
    ['the description of a fact', yearOnly, '2025.meta', 'not_one_fact'],
    ['the description of the container', yearOnly, '.meta', 'not_one_fact'],
  ])('are refused for %s, and never replaced by the whole', async (_, fields, name, code) => {
    const read = await under(fields);
    for (const method of ['GET', 'HEAD']) {
      const { status, content } = await read(facts + name, { method });
      expect(status).toBe(403);
      expect(content).not.toContain(AMOUNT);
      if (method === 'GET') expect(content).toContain(`"errorCode":"${code}"`);
    }
  });

  it.each([
    ['undivided', 'fact_not_divisible'],
    ['note', 'not_one_fact'],
  ])('are refused for %s so that a reader of facts learns why: %s', async (name, code) => {
    const read = await under(yearOnly);
    const resource = facts + name;
    const { leftOut } = await fetchAndVerify({
      resources: [resource],
      citizen: `${vault.baseUrl}an/profile/card#me`,
      verifier: createClaimVerifier({ sources: [], fetch }),
      fetch: async (input, init) => {
        const { status, content } = await read(String(input), init);
        return new Response(content, { status });
      },
    });
    expect(leftOut).toEqual([{ resource, reason: 'not_readable', detail: code }]);
  });

  it.each([accessControl === 'wac' ? '2025.acl' : '2025.acr'])(
    'open no rules: %s',
    async (name) => {
      expect((await (await under(yearOnly))(facts + name)).status).toBe(403);
    },
  );

  it.each<[string, RequestInit]>([
    ['PUT', { headers: JSON_LD, body: '{}' }],
    ['DELETE', {}],
    [
      'PATCH',
      {
        headers: { 'content-type': 'text/n3' },
        body: `@prefix solid: <http://www.w3.org/ns/solid/terms#>. _:p a solid:InsertDeletePatch; solid:where { ?i <${g.amount}> "${AMOUNT}"^^<http://www.w3.org/2001/XMLSchema#decimal>. }; solid:inserts { ?i <urn:a> <urn:b>. }.`,
      },
    ],
    [
      'PATCH',
      {
        headers: { 'content-type': 'application/sparql-update' },
        body: `INSERT { <urn:a> <urn:b> <urn:c> } WHERE { ?i <${g.amount}> ?a }`,
      },
    ],
    [
      'PATCH',
      {
        headers: { 'content-type': 'text/n3' },
        body: '@prefix solid: <http://www.w3.org/ns/solid/terms#>. _:p a solid:InsertDeletePatch; solid:where { ?i ?p ?a. }.',
      },
    ],
  ])('cannot be guessed by a change: %s %j', async (method, init) => {
    const write = await under(yearOnly, { modes: ['read', 'append', 'write'] });
    const { status } = await write(`${facts}2025`, { method, ...init });
    expect(status).toBe(403);
    expect(await (await owner(`${facts}2025`)).text()).toContain(AMOUNT);
  });

  it('leave a list of names, without sizes and times', async () => {
    const list = async (fields?: FieldLimits) => {
      const read = await under(fields);
      const { status, content } = await read(facts, { headers: { accept: 'text/turtle' } });
      expect(status).toBe(200);
      expect(content).toContain('2025');
      return content;
    };
    expect(await list()).toMatch(/stat#size|posix:size/);
    const told = await list(yearOnly);
    expect(told).not.toMatch(/size \d/);
    expect(told.match(/modified|mtime \d/g)).toHaveLength(2); // of the container itself
  });

  it('are not in what a notification channel is given', async () => {
    const subscribe = await under(yearOnly);
    const { status, content } = await subscribe(
      `${vault.baseUrl}.notifications/WebSocketChannel2023/`,
      {
        method: 'POST',
        headers: JSON_LD,
        body: JSON.stringify({
          '@context': ['https://www.w3.org/ns/solid/notification/v1'],
          type: 'http://www.w3.org/ns/solid/notifications#WebSocketChannel2023',
          topic: `${facts}2025`,
        }),
      },
    );
    expect(status).toBe(200);
    const { receiveFrom } = JSON.parse(content);
    const socket = new WebSocket(receiveFrom);
    const told = new Promise<string>((resolve) => {
      socket.addEventListener('message', ({ data }) => resolve(String(data)), { once: true });
    });
    await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
    await put('2025', await income.sign(`${vault.baseUrl}an/profile/card#me`, AMOUNT));
    expect(await told).toContain('Update');
    expect(await told).not.toContain(AMOUNT);
    socket.close();
  });

  it('stay limited whatever else the token allows', async () => {
    const read = await fetchUnderGrant({ authority, vault }, [
      { resource: facts, modes: ['read', 'write'] },
      { resource: `${facts}2025`, modes: ['read'], inherit: false, fields: yearOnly },
    ]);
    const { status, content } = await read(`${facts}2025`);
    expect([status, content.includes(AMOUNT)]).toEqual([200, false]);
    expect((await read(`${facts}2025.meta`)).status).toBe(403);
    expect((await read(`${facts}note`)).content).toBe(AMOUNT);
    expect(
      (await read(`${facts}2025`, { method: 'PUT', headers: JSON_LD, body: '{}' })).status,
    ).toBe(403);
  });

  it('are those of one token, not of another of the same agency', async () => {
    const first = await under(yearOnly);
    const second = await under({ [g.IncomeCredential]: ['currency'] });
    for (const [read, shown] of [
      [first, { year: '2025' }],
      [second, { currency: 'EUR' }],
      [first, { year: '2025' }],
    ] as const) {
      const { content } = await read(`${facts}2025`);
      expect(JSON.parse(content).credentialSubject.income).toEqual({ type: 'Income', ...shown });
    }
  });

  it('are those of the fact that is there now', async () => {
    const read = await under(yearOnly);
    const citizen = `${vault.baseUrl}an/profile/card#me`;
    await put('changing', await income.sign(citizen, '1.00'));
    const before = await read(`${facts}changing`);
    await put('changing', await income.sign(citizen, '2.00'));
    const after = await read(`${facts}changing`);
    expect(after.content).not.toBe(before.content);
    await put('changing', await income.signUndivided(citizen, '3.00'));
    expect((await read(`${facts}changing`)).status).toBe(403);
  });

  it('are a use on record; a refusal is none', async () => {
    const grant = `${authority.url}vc/${crypto.randomUUID()}`;
    const read = await under(yearOnly, { claims: { grant } });
    const { headers } = await read(`${facts}2025`);
    await read(`${facts}2025`, { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    await read(`${facts}note`);
    const records = () => authority.received.filter((one) => one.grant === grant);
    await expect.poll(() => records().length, { timeout: 20_000 }).toBe(2);
    expect(records().every(({ resource }) => resource === `${facts}2025`)).toBe(true);
  });

  it('are announced in tickets', async () => {
    const response = await fetch(`${facts}2025`);
    const [, payload = ''] =
      /ticket="[^.]+\.([^.]+)\./.exec(response.headers.get('www-authenticate') ?? '') ?? [];
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      features: ['fields'],
    });
  });
});
