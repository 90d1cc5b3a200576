import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccessMode } from '@grondslag/protocol';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../test-support/build-package.ts';
import { fetchUnderGrant } from '../test-support/fetch-under-grant.ts';
import { signInOwner } from '../test-support/sign-in-owner.ts';
import {
  type AuthorityDouble,
  secret,
  startAuthorityDouble,
} from '../test-support/start-authority-double.ts';
import { startVaultServer, type VaultServer } from '../test-support/start-vault-server.ts';

/** Modes on a resource of the place; a trailing `!` means: and not what is in it. */
type Grant = readonly [resource: string, ...modes: AccessMode[]];
type Row = readonly [grant: Grant, method: string, target: string, status: number];

const text = { type: 'text/plain', body: 'new text' };
const insert = {
  type: 'application/sparql-update',
  body: 'INSERT DATA { <urn:example:a> <urn:example:b> <urn:example:c>. }',
};

/** What a place looks like. Every row gets a new one, with what it is about. */
const contents = {
  'note.txt': text,
  'data.ttl': { type: 'text/turtle', body: '<urn:example:a> a <urn:example:B>.' },
  'sibling.txt': text,
  'box/child.txt': text,
  'box/deep/leaf.txt': text,
};

const rows: readonly Row[] = [
  // read, a file
  [['note.txt', 'read'], 'GET', 'note.txt', 200],
  [['note.txt', 'read'], 'HEAD', 'note.txt', 200],
  [['note.txt', 'read'], 'GET', 'note.txt.meta', 200],
  [['note.txt', 'read'], 'PUT', 'note.txt', 403],
  [['note.txt', 'read'], 'DELETE', 'note.txt', 403],
  [['note.txt', 'read'], 'PATCH', 'note.txt.meta', 403],
  [['note.txt', 'read'], 'GET', 'sibling.txt', 403],
  [['note.txt', 'read'], 'GET', 'missing.txt', 403],
  [['note.txt', 'read'], 'GET', './', 403],
  [['note.txt', 'read'], 'POST', './', 403],
  [['data.ttl', 'read'], 'PATCH', 'data.ttl', 403],
  [['note.txt', 'read'], 'SUBSCRIBE', 'note.txt', 200],
  [['note.txt', 'read'], 'SUBSCRIBE', 'sibling.txt', 403],
  // write, a file
  [['note.txt', 'write'], 'PUT', 'note.txt', 205],
  [['note.txt', 'write'], 'GET', 'note.txt', 403],
  [['note.txt', 'write'], 'DELETE', 'note.txt', 403],
  [['note.txt', 'write'], 'PUT', 'sibling.txt', 403],
  [['note.txt', 'write'], 'SUBSCRIBE', 'note.txt', 403],
  [['data.ttl', 'write'], 'PATCH', 'data.ttl', 205],
  [['missing.txt', 'write'], 'PUT', 'missing.txt', 403],
  // append, a file
  [['data.ttl', 'append'], 'PATCH', 'data.ttl', 205],
  [['data.ttl', 'append'], 'PUT', 'data.ttl', 403],
  [['data.ttl', 'append'], 'GET', 'data.ttl', 403],
  // append, a container
  [['box/', 'append'], 'POST', 'box/', 201],
  [['box/', 'append'], 'PUT', 'box/new.txt', 201],
  [['box/', 'append'], 'PUT', 'box/child.txt', 403],
  [['box/', 'append'], 'DELETE', 'box/child.txt', 403],
  [['box/', 'append'], 'GET', 'box/', 403],
  [['box/', 'append'], 'GET', 'box/child.txt', 403],
  // write, a container
  [['box/', 'write'], 'PUT', 'box/child.txt', 205],
  [['box/', 'write'], 'DELETE', 'box/child.txt', 205],
  [['box/', 'write'], 'GET', 'box/child.txt', 403],
  // read, a container, with what is in it
  [['box/', 'read'], 'GET', 'box/', 200],
  [['box/', 'read'], 'GET', 'box/child.txt', 200],
  [['box/', 'read'], 'GET', 'box/deep/leaf.txt', 200],
  [['box/', 'read'], 'GET', 'box/missing.txt', 404],
  [['box/', 'read'], 'POST', 'box/', 403],
  [['box/', 'read'], 'GET', 'note.txt', 403],
  [['box/', 'read'], 'SUBSCRIBE', 'box/', 200],
  [['box/', 'read'], 'SUBSCRIBE', 'box/child.txt', 200],
  // read, a container, without
  [['box/!', 'read'], 'GET', 'box/', 200],
  [['box/!', 'read'], 'GET', 'box/child.txt', 403],
  [['box/!', 'read'], 'GET', 'box/deep/', 403],
  [['box/!', 'read'], 'GET', 'box/missing.txt', 403],
  // read and write, a container
  [['box/', 'read', 'write'], 'GET', 'box/deep/leaf.txt', 200],
  [['box/', 'read', 'write'], 'PUT', 'box/new.txt', 201],
  [['box/', 'read', 'write'], 'PUT', 'box/new/deep/new.txt', 201],
  [['box/', 'read', 'write'], 'PUT', 'box/child.txt', 205],
  [['box/', 'read', 'write'], 'DELETE', 'box/deep/leaf.txt', 205],
  [['box/', 'read', 'write'], 'DELETE', 'box/deep/', 409],
  [['box/', 'read', 'write'], 'DELETE', 'box/', 403],
  [['box/', 'read', 'write'], 'DELETE', 'box/missing.txt', 404],
  [['box/', 'read', 'write'], 'PUT', 'new.txt', 403],
  // access control documents, whatever is granted; `.ac` stands for .acl or .acr
  ...['box/.ac', 'box/child.txt.ac', 'box/missing.txt.ac'].flatMap((target) =>
    ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'].map(
      (method): Row => [['box/', 'read', 'append', 'write'], method, target, 403],
    ),
  ),
  [['note.txt.ac', 'read', 'write'], 'GET', 'note.txt.ac', 403],
  [['note.txt.ac', 'read', 'write'], 'PUT', 'note.txt.ac', 403],
];

describe.each(['wac', 'acp'] as const)('what a grant allows under %s', (accessControl) => {
  const suffix = accessControl === 'wac' ? '.acl' : '.acr';
  let folder: string;
  let authority: AuthorityDouble;
  let vault: VaultServer;
  let asAn: typeof fetch;
  let asBob: typeof fetch;
  let places = 0;

  beforeAll(async () => {
    await buildPackage();
    folder = await mkdtemp(join(tmpdir(), 'grondslag-matrix-'));
    authority = await startAuthorityDouble();
    vault = await startVaultServer({
      folder,
      // None of the places is one of sources: what a grant of the citizen allows there stays as it is.
      settings: {
        authority: authority.url,
        secret,
        placedContainers: ['facts/'],
        lawfulAccess: true,
      },
      accessControl,
    });
    asAn = await signInOwner(vault.baseUrl, 'an');
    asBob = await signInOwner(vault.baseUrl, 'bob');
  }, 90_000);
  afterAll(async () => {
    await vault?.stop();
    await authority?.stop();
    await rm(folder, { recursive: true });
  });

  async function makePlace(about: readonly string[] = Object.keys(contents)): Promise<string> {
    places += 1;
    const place = `${vault.baseUrl}an/place-${places}/`;
    for (const [path, { type, body }] of Object.entries(contents)) {
      if (!about.some((name) => path.split('/')[0] === name.split(/[/!]|\.(?:meta|ac)$/)[0]))
        continue;
      const headers = { 'content-type': type };
      expect((await asAn(place + path, { method: 'PUT', headers, body })).status).toBe(201);
    }
    return place;
  }

  async function underGrant(place: string, [resource, ...modes]: Grant, claims = {}) {
    const covered = new URL(resource.replace('!', '').replace(/\.ac$/, suffix), place).href;
    const permission = { resource: covered, modes, inherit: !resource.endsWith('!') };
    return fetchUnderGrant({ authority, vault }, [permission], claims);
  }

  function send(as: typeof fetch, place: string, method: string, target: string) {
    const url = new URL(target.replace(/\.ac$/, suffix), place).href;
    if (method === 'SUBSCRIBE') return subscribe(as, url);
    if (method === 'PATCH') {
      return as(url, { method, headers: { 'content-type': insert.type }, body: insert.body });
    }
    const sends = method === 'PUT' || method === 'POST';
    const type = target.endsWith('.ac') ? 'text/turtle' : 'text/plain';
    const body = target.endsWith('.ac') ? '<urn:example:a> a <urn:example:B>.' : 'new text';
    return as(url, { method, ...(sends && { headers: { 'content-type': type }, body }) });
  }

  function subscribe(as: typeof fetch, topic: string) {
    return as(`${vault.baseUrl}.notifications/WebSocketChannel2023/`, {
      method: 'POST',
      headers: { 'content-type': 'application/ld+json' },
      body: JSON.stringify({
        '@context': ['https://www.w3.org/ns/solid/notification/v1'],
        type: 'http://www.w3.org/ns/solid/notifications#WebSocketChannel2023',
        topic,
      }),
    });
  }

  it.each(rows)('%j: %s %s gives %d', async (grant, method, target, status) => {
    const place = await makePlace([grant[0], target, 'note.txt']);
    const agency = (await underGrant(place, grant)) as typeof fetch;
    expect((await send(agency, place, method, target)).status).toBe(status);
  });

  it('is nothing when its grantor does not control the resource', async () => {
    const place = await makePlace();
    const claims = { owner: `${vault.baseUrl}bob/profile/card#me` };
    const grant: Grant = ['./', 'read', 'append', 'write'];
    const agency = (await underGrant(place, grant, claims)) as typeof fetch;
    for (const [method, target] of [
      ['GET', 'note.txt'],
      ['PUT', 'note.txt'],
      ['POST', 'box/'],
      ['DELETE', 'box/child.txt'],
      ['SUBSCRIBE', 'note.txt'],
      ['GET', 'box/missing.txt'],
    ] as const) {
      expect((await send(agency, place, method, target)).status).toBe(403);
    }
  });

  it('is not there for someone else with a login of her own', async () => {
    const place = await makePlace();
    for (const [, method, target] of rows) {
      expect((await send(asBob, place, method, target)).status).toBe(403);
    }
  });

  it.each([
    ['expired', { iat: now() - 120, exp: now() - 60 }],
    ['for another vault server', { aud: 'https://vault.example/' }],
  ])('ends with its token: 401 and a new ticket when that is %s', async (_, claims) => {
    const place = await makePlace();
    const agency = await underGrant(place, ['./', 'read', 'write'], claims);
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const response = await send(agency as typeof fetch, place, method, 'note.txt');
      expect(response.status).toBe(401);
      const challenge = response.headers.get('www-authenticate') ?? '';
      const ticket = /^UMA as_uri="[^"]+", ticket="([^"]+)"/.exec(challenge)?.[1] ?? '';
      expect(decodeJwt(ticket)).toMatchObject({ aud: authority.url, iss: vault.baseUrl });
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  it.each(['DPoP', 'Bearer'] as const)('leaves the owner all she had, with %s', async (type) => {
    const place = await makePlace();
    const asOwner = await signInOwner(vault.baseUrl, 'an', type);
    const statuses = [];
    for (const [method, target] of [
      ['GET', 'note.txt'],
      ['HEAD', 'box/'],
      ['GET', 'note.txt.meta'],
      ['PUT', 'note.txt'],
      ['PATCH', 'data.ttl'],
      ['POST', 'box/'],
      ['DELETE', 'box/child.txt'],
      ['DELETE', 'box/'],
      ['SUBSCRIBE', 'note.txt'],
      ['PUT', 'sibling.txt.ac'],
      ['DELETE', 'sibling.txt.ac'],
    ] as const) {
      statuses.push((await send(asOwner, place, method, target)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 205, 205, 201, 205, 409, 200, 201, 205]);
  });

  function now(): number {
    return Math.floor(Date.now() / 1000);
  }
});
