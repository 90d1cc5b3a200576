import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccessMode } from '@grondslag/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../test-support/build-package.ts';
import { fetchUnderGrant, type TokenClaims } from '../test-support/fetch-under-grant.ts';
import { logInOwner, signInOwner } from '../test-support/sign-in-owner.ts';
import {
  type AuthorityDouble,
  secret,
  startAuthorityDouble,
} from '../test-support/start-authority-double.ts';
import { startVaultServer, type VaultServer } from '../test-support/start-vault-server.ts';

const PUBLIC_TASK = 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-e';

/** Holders of tokens that say they may do everything in the whole vault; and those with a login. */
type Who = 'owner' | 'neighbour' | 'source' | 'agency' | 'lawful' | 'lawfulSource' | 'lawfulOff';
type Row = readonly [who: Who, method: string, target: string, status: number, code?: string];

const placing = 'only_sources_place';
const notPlaced = 'not_placed_by_source';

/** `facts/` and `notes/` are folders with `one`, `box/` and `box/two`; sources placed the first, An the second. */
const rows: readonly Row[] = [
  // the owner keeps reading, deleting and controlling
  ['owner', 'GET', 'facts/one', 200],
  ['owner', 'GET', 'facts/one.meta', 200],
  ['owner', 'GET', 'facts/', 200],
  ['owner', 'DELETE', 'facts/one', 205],
  ['owner', 'DELETE', 'facts/', 409],
  ['owner', 'DELETE', 'facts/missing', 404],
  ['owner', 'PUT', 'facts/one.ac', 201],
  ['owner', 'PUT', 'facts/.ac', 201],
  ['owner', 'SUBSCRIBE', 'facts/one', 200],
  // and writes nothing
  ['owner', 'PUT', 'facts/one', 403, placing],
  ['owner', 'PATCH', 'facts/one', 403, placing],
  ['owner', 'PUT', 'facts/new', 403, placing],
  ['owner', 'PATCH', 'facts/new', 403, placing],
  ['owner', 'PUT', 'facts/', 403, placing],
  ['owner', 'POST', 'facts/', 403, placing],
  ['owner', 'POST', 'facts/box/', 403, placing],
  ['owner', 'PUT', 'facts/new/', 403, placing],
  ['owner', 'PUT', 'facts/a/b/c/new', 403, placing],
  ['owner', 'PATCH', 'facts/one.meta', 403, placing],
  ['owner', 'PATCH', 'facts/.meta', 403, placing],
  ['owner', 'PUT', 'facts/one.meta', 403, placing],
  // elsewhere as ever
  ['owner', 'PUT', 'notes/one', 205],
  ['owner', 'POST', 'notes/', 201],
  ['owner', 'PATCH', 'notes/.meta', 205],
  ['neighbour', 'GET', 'facts/one', 403],
  ['neighbour', 'PUT', 'facts/one', 403, placing],
  // a source writes within its grant, and makes the containers on the way
  ['source', 'PUT', 'facts/one', 205],
  ['source', 'PUT', 'facts/new', 201],
  ['source', 'PUT', 'facts/a/b/new', 201],
  ['source', 'PATCH', 'facts/one', 205],
  ['source', 'POST', 'facts/', 201],
  ['source', 'DELETE', 'facts/one', 205],
  ['source', 'PATCH', 'facts/one.meta', 205],
  ['source', 'PUT', 'notes/one', 205],
  ['source', 'PUT', 'facts/one.ac', 403],
  // an agency with a grant reads and deletes as the owner does, and does not write
  ['agency', 'GET', 'facts/one', 200],
  ['agency', 'PUT', 'facts/one', 403, placing],
  ['agency', 'POST', 'facts/', 403, placing],
  ['agency', 'PATCH', 'facts/.meta', 403, placing],
  ['agency', 'DELETE', 'facts/one', 205],
  ['agency', 'PUT', 'notes/one', 205],
  // lawful access reads what sources placed
  ['lawful', 'GET', 'facts/one', 200],
  ['lawful', 'HEAD', 'facts/one', 200],
  ['lawful', 'GET', 'facts/', 200],
  ['lawful', 'GET', 'facts/box/two', 200],
  ['lawful', 'GET', 'facts/one.meta', 200],
  ['lawful', 'GET', 'facts/missing', 404],
  ['lawful', 'GET', 'facts/one.ac', 403, notPlaced],
  ['lawful', 'PUT', 'facts/one', 403, placing],
  ['lawful', 'PUT', 'facts/new', 403, placing],
  ['lawful', 'POST', 'facts/', 403, placing],
  ['lawful', 'PATCH', 'facts/one', 403, placing],
  ['lawful', 'DELETE', 'facts/one', 403],
  ['lawful', 'GET', 'notes/one', 403, notPlaced],
  ['lawful', 'GET', './', 403, notPlaced],
  ['lawful', 'PUT', 'notes/one', 403, notPlaced],
  ['lawful', 'DELETE', 'notes/one', 403, notPlaced],
  ['lawful', 'SUBSCRIBE', 'notes/one', 403, notPlaced],
  ['lawfulSource', 'GET', 'facts/one', 200],
  ['lawfulSource', 'PUT', 'facts/one', 403, placing],
  ['lawfulSource', 'GET', 'notes/one', 403, notPlaced],
  // and nothing where the operator has not switched it on
  ['lawfulOff', 'GET', 'facts/one', 403, 'lawful_access_off'],
  ['lawfulOff', 'GET', 'notes/one', 403, 'lawful_access_off'],
  ['lawfulOff', 'PUT', 'facts/one', 403, 'lawful_access_off'],
];

/** Ways to write `facts/trick` or a description of `facts/` without naming it plainly; as sent, after the host. */
const tricks = [
  '/an/facts//trick',
  '/an//facts/trick',
  '//an/facts/trick',
  '/an/\\facts/trick',
  '/an\\/facts\\/trick',
  '/\\an/facts/trick',
  '/an\\facts\\trick',
  '/an/facts/\\trick',
  '/an/notes/../facts/trick',
  '/an/notes/%2e%2e/facts/trick',
  '/an/notes/%252e%252e/facts/trick',
  '/an/notes/..%2ffacts%2ftrick',
  '/an/./facts/trick',
  '/an/%2e/facts/trick',
  '/an/%66acts/trick',
  '/an/fact%73%2ftrick',
  '/an/facts%2ftrick',
  '/an/facts%2Ftrick',
  '/an/facts%5ctrick',
  '/an/facts/%2e%2e/facts/trick',
  '/an/facts/./trick',
  '/an/facts/trick?x',
  '/an/facts/trick.meta',
  '/an/facts/.meta',
  '/an/facts.meta',
  '/an//facts/.meta',
  '/an/facts/',
  '/an/facts//',
  '/an/facts',
  '/an/facts$.txt',
  '/an/facts/trick$.txt',
];

const text = { 'content-type': 'text/plain' };
const patch = {
  headers: { 'content-type': 'application/sparql-update' },
  body: 'INSERT DATA { <urn:example:a> <urn:example:b> <urn:example:c>. }',
};

describe.each(['wac', 'acp'] as const)('what sources placed, under %s', (accessControl) => {
  let folder: string;
  let authority: AuthorityDouble;
  let other: AuthorityDouble;
  let vault: VaultServer;
  let people: Record<'owner' | 'neighbour', Sender>;
  let places = 0;

  beforeAll(async () => {
    await buildPackage();
    folder = await mkdtemp(join(tmpdir(), 'grondslag-placed-'));
    [authority, other] = [await startAuthorityDouble(), await startAuthorityDouble()];
    vault = await startVaultServer({
      folder,
      accessControl,
      settings: {
        authority: authority.url,
        secret,
        placedContainers: ['facts/'],
        lawfulAccess: true,
        otherAuthorities: [{ '@type': 'TrustedAuthority', authority: other.url, secret }],
      },
    });
    people = {
      owner: withContent(await signInOwner(vault.baseUrl, 'an')),
      neighbour: withContent(await signInOwner(vault.baseUrl, 'bob')),
    };
  }, 90_000);
  afterAll(async () => {
    await vault?.stop();
    await authority?.stop();
    await other?.stop();
    await rm(folder, { recursive: true });
  });

  const claimsOf: Partial<Record<Who, TokenClaims>> = {
    source: { source: true },
    lawful: { legal_basis: PUBLIC_TASK },
    lawfulSource: { legal_basis: PUBLIC_TASK, source: true },
    lawfulOff: { legal_basis: PUBLIC_TASK },
  };

  /** `covered`: what the token is for. */
  async function as(who: Who, covered = `${vault.baseUrl}an/`): Promise<Sender> {
    if (who === 'owner' || who === 'neighbour') return people[who];
    const modes: AccessMode[] = ['read', 'append', 'write'];
    const issuer = who === 'lawfulOff' ? other : authority;
    const owner = `${vault.baseUrl}${covered.includes('/bob/') ? 'bob' : 'an'}/profile/card#me`;
    const claims = { owner, ...claimsOf[who] };
    return fetchUnderGrant({ authority: issuer, vault }, [{ resource: covered, modes }], claims);
  }

  /** New folders in both containers. */
  async function makePlace(): Promise<string> {
    places += 1;
    const name = `place-${places}`;
    const turtle = { 'content-type': 'text/turtle' };
    for (const [container, writer] of [
      ['facts', await as('source')],
      ['notes', people.owner],
    ] as const) {
      for (const path of ['one', 'box/two']) {
        const url = `${vault.baseUrl}an/${container}/${name}/${path}`;
        const init = { method: 'PUT', headers: turtle, body: '<urn:example:a> a <urn:example:B>.' };
        expect((await writer(url, init)).status).toBe(201);
      }
    }
    return name;
  }

  function send(sender: Sender, method: string, url: string) {
    if (method === 'SUBSCRIBE') return subscribe(sender, url);
    if (method === 'PATCH') return sender(url, { method, ...patch });
    if (method !== 'PUT' && method !== 'POST') return sender(url, { method });
    const isRdf = /\.ac[lr]$|\.meta$|\/$/.test(url) && method === 'PUT';
    const init = isRdf
      ? { headers: { 'content-type': 'text/turtle' }, body: rulesFor(url) }
      : { headers: text, body: 'new' };
    return sender(url, { method, ...init });
  }

  /** Rules that leave An everything, when it is about rules. */
  function rulesFor(url: string): string {
    const an = `${vault.baseUrl}an/profile/card#me`;
    if (url.endsWith('.acl')) {
      return `[] a <http://www.w3.org/ns/auth/acl#Authorization>; <http://www.w3.org/ns/auth/acl#agent> <${an}>.`;
    }
    return '<urn:example:a> a <urn:example:B>.';
  }

  function subscribe(sender: Sender, topic: string) {
    return sender(`${vault.baseUrl}.notifications/WebSocketChannel2023/`, {
      method: 'POST',
      headers: { 'content-type': 'application/ld+json' },
      body: JSON.stringify({
        '@context': ['https://www.w3.org/ns/solid/notification/v1'],
        type: 'http://www.w3.org/ns/solid/notifications#WebSocketChannel2023',
        topic,
      }),
    });
  }

  const all = rows.map(([who, method, target, status, code]) => ({
    ...{ who, method, target, status, code },
    result: code ? `${status}, ${code}` : status,
  }));
  it.each(all)('$who: $method $target gives $result', async (row) => {
    const { who, method, target, status, code } = row;
    const name = await makePlace();
    const path = target
      .replace(/^(facts|notes)\//, `$1/${name}/`)
      .replace(/\.ac$/, accessControl === 'wac' ? '.acl' : '.acr');
    const { status: got, content } = await send(
      await as(who),
      method,
      `${vault.baseUrl}an/${path}`,
    );
    expect({ status: got, content }).toEqual({
      status,
      content: code
        ? expect.stringContaining(`"errorCode":"${code}"`)
        : expect.not.stringMatching(`${placing}|${notPlaced}`),
    });
  });

  it.each(tricks)('cannot be written by the owner as %s', async (target) => {
    await makePlace();
    const before = await filesIn('an/facts');
    for (const headers of [text, { 'content-type': 'text/turtle' }]) {
      const login = await logInOwner(vault.baseUrl, 'an', 'Bearer');
      await sendAsIs('PUT', target, { ...(await login('PUT', '')), ...headers });
    }
    expect(await filesIn('an/facts')).toEqual(before);
    expect(await readdir(join(folder, 'vaults/an'))).not.toContain('facts$.txt');
  });

  it('have a container that the owner cannot make, under whatever name', async () => {
    const bob = `${vault.baseUrl}bob/`;
    const container = '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"';
    for (const slug of ['facts', 'facts/', 'facts//', 'f%61cts', '%66acts/']) {
      for (const headers of [{ slug, link: container, 'content-type': 'text/turtle' }, { slug }]) {
        const init = { method: 'POST', headers: { ...text, ...headers }, body: '' };
        const { status, content } = await people.neighbour(bob, init);
        expect([status, content]).toEqual([403, expect.stringContaining(placing)]);
      }
    }
    for (const path of ['facts', 'facts/', 'facts/new', 'facts/.meta', 'facts.meta']) {
      expect((await send(people.neighbour, 'PUT', bob + path)).status).toBe(403);
    }
    expect(await readdir(join(folder, 'vaults/bob'))).not.toContain('facts');
    const elsewhere = { method: 'POST', headers: { ...text, slug: 'facts2' }, body: '' };
    expect((await people.neighbour(bob, elsewhere)).status).toBe(201);
  });

  it('get their containers from a source with a grant for its own kind of fact alone', async () => {
    const facts = `${vault.baseUrl}bob/facts/`;
    const source = await as('source', `${facts}income/`);
    expect((await send(source, 'PUT', `${facts}tax/2025`)).status).toBe(403);
    expect((await send(source, 'PUT', facts)).status).toBe(403);
    expect((await send(source, 'PUT', `${facts}income/2025`)).status).toBe(201);
    expect((await send(source, 'PATCH', `${facts}.meta`)).status).toBe(403);
    expect((await send(source, 'PUT', `${facts}tax/2025`)).status).toBe(403);
    expect((await send(people.neighbour, 'GET', `${facts}income/2025`)).status).toBe(200);
  });

  function sendAsIs(method: string, path: string, headers: Record<string, string>) {
    return new Promise<number | undefined>((resolve, reject) => {
      const options = { host: 'localhost', port: vault.port, method, path, headers };
      const sent = request(options, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      });
      sent.on('error', reject).end('new');
    });
  }

  async function filesIn(path: string): Promise<string[]> {
    const root = join(folder, 'vaults', path);
    const files = await readdir(root, { recursive: true, withFileTypes: true });
    return files.map((file) => join(file.parentPath, file.name)).sort();
  }
});

type Sender = (url: string, init?: RequestInit) => Promise<{ status: number; content: string }>;

function withContent(sender: typeof fetch): Sender {
  return async (url, init) => {
    const response = await sender(url, init);
    return { status: response.status, content: await response.text() };
  };
}
