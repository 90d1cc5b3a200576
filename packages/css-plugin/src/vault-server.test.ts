import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CONTROL_QUESTION_PATH,
  controlAnswerSchema,
  PERMISSION_TICKET_TYPE,
  permissionTicketSchema,
  VAULT_MESSAGE_MEDIA_TYPE,
} from '@grondslag/protocol';
import { decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildPackage } from './test-support/build-package.ts';
import { fetchUnderGrant, type TokenClaims } from './test-support/fetch-under-grant.ts';
import { signInOwner } from './test-support/sign-in-owner.ts';
import {
  type AuthorityDouble,
  secret,
  startAuthorityDouble,
} from './test-support/start-authority-double.ts';
import { startVaultServer, type VaultServer } from './test-support/start-vault-server.ts';

let folder: string;
let authority: AuthorityDouble;
let vault: VaultServer;
let asAn: typeof fetch;
let an: string;

const note = () => `${an}private/note.txt`;
const box = () => `${an}private/box/`;

beforeAll(async () => {
  await buildPackage();
  folder = await mkdtemp(join(tmpdir(), 'grondslag-vault-'));
  authority = await startAuthorityDouble();
  vault = await startVaultServer({ folder, settings: { authority: authority.url, secret } });
  an = `${vault.baseUrl}an/`;
  asAn = await signInOwner(vault.baseUrl, 'an');
  for (const url of [
    note(),
    `${an}private/other.txt`,
    `${box()}child.txt`,
    `${box()}deep/leaf.txt`,
  ]) {
    const response = await asAn(url, put('text of the owner'));
    expect(response.status).toBe(201);
  }
}, 90_000);

afterAll(async () => {
  await vault?.stop();
  await authority?.stop();
  if (folder) await rm(folder, { recursive: true });
});

function put(body: string): RequestInit {
  return { method: 'PUT', headers: { 'content-type': 'text/plain' }, body };
}

function underGrant(
  ...given: Parameters<typeof fetchUnderGrant> extends [unknown, ...infer R] ? R : never
) {
  return fetchUnderGrant({ authority, vault }, ...given);
}

describe('without a grant', () => {
  it('sends an anonymous client first to the authority, with a ticket, and then names its own scheme', async () => {
    const response = await fetch(note());
    const challenge = response.headers.get('www-authenticate') ?? '';
    const [, asUri, ticket = '', rest] =
      /^UMA as_uri="([^"]+)", ticket="([^"]+)", (.*)$/.exec(challenge) ?? [];
    const { payload } = await jwtVerify(ticket, new TextEncoder().encode(secret), {
      typ: PERMISSION_TICKET_TYPE,
      issuer: vault.baseUrl,
      audience: authority.url,
    });

    expect(response.status).toBe(401);
    expect(asUri).toBe(authority.url);
    expect(rest).toBe('Bearer scope="openid webid"');
    expect(permissionTicketSchema.parse(payload).permissions).toEqual([
      { resource: note(), modes: ['read'] },
    ]);
    expect(response.headers.get('access-control-expose-headers')).toMatch(/www-authenticate/i);
  });

  it('asks in the ticket for all that a request needs', async () => {
    const response = await fetch(`${an}private/new/deep.txt`, put('new'));
    const challenge = response.headers.get('www-authenticate') ?? '';
    const { permissions } = decodeJwt(/ticket="([^"]+)"/.exec(challenge)?.[1] ?? '');
    expect(permissions).toEqual([
      { resource: `${an}private/new/deep.txt`, modes: ['append'] },
      { resource: `${an}private/new/`, modes: ['append'] },
    ]);
  });

  it('leaves the owner with what she had, WAC-Allow included', async () => {
    const response = await asAn(note());
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('text of the owner');
    expect(response.headers.get('wac-allow')).toBe('user="append control read write"');
    expect((await asAn(`${an}private/.acl`, { method: 'HEAD' })).status).toBe(404);
  });

  it('does not put a ticket on refusals that no grant can change', async () => {
    const response = await fetch(`${vault.baseUrl}.account/account/`, { method: 'POST' });
    expect(response.headers.get('www-authenticate') ?? '').not.toContain('UMA');
  });

  it('makes no request to a host that a JSON-LD document names', async () => {
    const requests: string[] = [];
    const stranger = createServer((request, response) => {
      requests.push(request.url ?? '');
      response.setHeader('Content-Type', 'application/ld+json').end('{"@context":{}}');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const { port } = stranger.address() as AddressInfo;
    const document = {
      '@context': [
        `http://127.0.0.1:${port}/context`,
        'https://www.w3.org/ns/solid/notification/v1',
      ],
      topic: note(),
    };
    const sent = {
      headers: { 'content-type': 'application/ld+json' },
      body: JSON.stringify(document),
    };
    const channels = `${vault.baseUrl}.notifications/WebSocketChannel2023/`;
    expect((await fetch(channels, { method: 'POST', ...sent })).status).toBe(422);

    const stored = `${an}private/linked`;
    expect((await asAn(stored, { method: 'PUT', ...sent })).status).toBe(201);
    const asTurtle = await asAn(stored, { headers: { accept: 'text/turtle' } });
    expect(asTurtle.status).toBe(400);
    expect(await asTurtle.text()).toContain('Expected only JSON-LD contexts');
    // The refusal has given back the lock.
    expect((await asAn(stored, { method: 'DELETE' })).status).toBe(205);
    expect(requests).toEqual([]);
    await new Promise((resolve) => stranger.close(resolve));
  });

  it('listens on loopback only, when it is configured so', async () => {
    // another address of the same machine, which a server on every network would answer
    await expect(fetch(`http://127.0.0.2:${vault.port}/`)).rejects.toThrow();
  });

  it('opens no webhook for anyone: its target would be a host a stranger chose', async () => {
    const subscription = {
      method: 'POST',
      headers: { 'content-type': 'application/ld+json' },
      body: JSON.stringify({
        '@context': ['https://www.w3.org/ns/solid/notification/v1'],
        type: 'http://www.w3.org/ns/solid/notifications#WebhookChannel2023',
        topic: `${an}profile/card`,
        sendTo: 'http://127.0.0.1:9/',
      }),
    };
    const webhooks = `${vault.baseUrl}.notifications/WebhookChannel2023/`;
    expect((await fetch(webhooks, subscription)).status).toBe(403);
    expect((await asAn(webhooks, subscription)).status).toBe(403);
  });

  it('does not challenge on public resources', async () => {
    const response = await fetch(`${an}profile/card`);
    expect(response.status).toBe(200);
    expect(response.headers.get('www-authenticate')).toBeNull();
  });
});

describe('with a grant', () => {
  it('lets a file be read, and nothing beside it', async () => {
    const agency = await underGrant([{ resource: note(), modes: ['read'] }]);
    const response = await agency(note());
    expect([response.status, response.content]).toEqual([200, 'text of the owner']);
    expect(response.headers.get('wac-allow')).toBeNull();
    expect((await agency(note(), { method: 'HEAD' })).status).toBe(200);
    expect((await agency(`${note()}.meta`)).status).toBe(200);
    expect((await agency(note(), put('changed'))).status).toBe(403);
    expect((await agency(note(), { method: 'DELETE' })).status).toBe(403);
    expect((await agency(`${an}private/other.txt`)).status).toBe(403);
    expect((await agency(`${an}private/`)).status).toBe(403);
  });

  it('lets a file be written without being read or deleted', async () => {
    const agency = await underGrant([{ resource: `${an}private/other.txt`, modes: ['write'] }]);
    expect((await agency(`${an}private/other.txt`, put('of the agency'))).status).toBe(205);
    expect((await agency(`${an}private/other.txt`)).status).toBe(403);
    expect((await agency(`${an}private/other.txt`, { method: 'DELETE' })).status).toBe(403);
  });

  it('lets a container be added to, and nothing in it be changed', async () => {
    const agency = await underGrant([{ resource: box(), modes: ['append'] }]);
    expect((await agency(box(), { ...put('new'), method: 'POST' })).status).toBe(201);
    expect((await agency(`${box()}named.txt`, put('new'))).status).toBe(201);
    expect((await agency(`${box()}child.txt`, put('changed'))).status).toBe(403);
    expect((await agency(box())).status).toBe(403);
  });

  it('reaches into a container only when it says so', async () => {
    const inherited = await underGrant([{ resource: box(), modes: ['read'] }]);
    expect((await inherited(box())).status).toBe(200);
    expect((await inherited(`${box()}deep/leaf.txt`)).status).toBe(200);
    expect((await inherited(`${box()}missing.txt`)).status).toBe(404);
    const flat = await underGrant([{ resource: box(), modes: ['read'], inherit: false }]);
    expect((await flat(box())).status).toBe(200);
    expect((await flat(`${box()}child.txt`)).status).toBe(403);
  });

  it('lets what is in a container be made and deleted with read and write', async () => {
    const agency = await underGrant([{ resource: box(), modes: ['read', 'write'] }]);
    expect((await agency(`${box()}made.txt`, put('new'))).status).toBe(201);
    expect((await agency(`${box()}made.txt`, { method: 'DELETE' })).status).toBe(205);
    expect((await agency(`${box()}deep/`, { method: 'DELETE' })).status).toBe(409);
  });

  it('never opens access control documents', async () => {
    const agency = await underGrant([
      { resource: an, modes: ['read', 'append', 'write'] },
      { resource: `${an}.acl`, modes: ['read', 'append', 'write'] },
    ]);
    expect((await agency(note())).status).toBe(200);
    expect((await agency(`${an}.acl`)).status).toBe(403);
    expect((await agency(`${an}.acl`, put('<a> <b> <c>.'))).status).toBe(403);
    expect((await agency(`${note()}.acl`, put('<a> <b> <c>.'))).status).toBe(403);
  });

  it('is worth nothing when its grantor does not control the resource', async () => {
    const agency = await underGrant([{ resource: note(), modes: ['read'] }], {
      owner: `${vault.baseUrl}bob/profile/card#me`,
    });
    expect((await agency(note())).status).toBe(403);
  });

  it('cannot leave its container by the spelling of a URL', async () => {
    const agency = await underGrant([{ resource: box(), modes: ['read'] }]);
    for (const path of ['..%2Fnote.txt', '%2e%2e/note.txt', '..%5Cnote.txt', '.%2e/note.txt']) {
      expect((await agency(`${box()}${path}`)).status).not.toBe(200);
    }
  });
});

describe('with a token that is not valid', () => {
  it.each<[string, () => TokenClaims]>([
    ['expired', () => ({ iat: seconds(-120), exp: seconds(-60) })],
    ['for another vault server', () => ({ aud: 'https://vault.example/' })],
    [
      'long-lived beyond what this server accepts',
      () => ({ iat: seconds(-3600), exp: seconds(60) }),
    ],
  ])('answers 401 with a new ticket when it is %s', async (_, claims) => {
    const agency = await underGrant([{ resource: note(), modes: ['read'] }], claims());
    const response = await agency(note());
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^UMA as_uri="/);
  });

  it('answers 401 when the signature is not the authority’s', async () => {
    const token = await authority.signToken({
      aud: vault.baseUrl,
      owner: `${an}profile/card#me`,
      permissions: [{ resource: note(), modes: ['read'], inherit: true }],
    });
    const headers = { authorization: `Bearer ${token.slice(0, -8)}AAAAAAAA` };
    expect((await fetch(note(), { headers })).status).toBe(401);
  });

  function seconds(fromNow: number): number {
    return Math.floor(Date.now() / 1000) + fromNow;
  }
});

describe('the record of use', () => {
  it('reaches the authority, once for each served operation', async () => {
    const grant = 'https://authority.example/vc/records';
    const agency = await underGrant([{ resource: note(), modes: ['read'] }], { grant });
    const { headers } = await agency(note());
    await agency(note(), { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    await agency(`${an}private/other.txt`);
    const ofGrant = () => authority.received.filter((record) => record.grant === grant);
    await vi.waitFor(() => expect(ofGrant()).toHaveLength(2), 5_000);
    expect(ofGrant()[0]).toMatchObject({
      agency: 'https://agency.example/profile#this',
      owner: `${an}profile/card#me`,
      resource: note(),
      method: 'GET',
    });
  });

  it('tells of a notification channel, which ends within ten minutes', async () => {
    const grant = 'https://authority.example/vc/channels';
    const agency = await underGrant([{ resource: note(), modes: ['read'] }], { grant });
    const subscription = {
      '@context': ['https://www.w3.org/ns/solid/notification/v1'],
      type: 'http://www.w3.org/ns/solid/notifications#WebSocketChannel2023',
      topic: note(),
    };
    const response = await agency(`${vault.baseUrl}.notifications/WebSocketChannel2023/`, {
      method: 'POST',
      headers: { 'content-type': 'application/ld+json' },
      body: JSON.stringify(subscription),
    });
    expect(response.status).toBe(200);
    const endAt = Date.parse(JSON.parse(response.content).endAt);
    expect(endAt - Date.now()).toBeLessThanOrEqual(600_000);
    const ofGrant = () => authority.received.filter((record) => record.grant === grant);
    await vi.waitFor(
      () => expect(ofGrant()).toMatchObject([{ method: 'SUBSCRIBE', resource: note() }]),
      5_000,
    );
    const endless = `.notifications/StreamingHTTPChannel2023/${encodeURIComponent(note())}`;
    expect((await agency(`${vault.baseUrl}${endless}`)).status).toBe(403);
  });
});

describe('the control question', () => {
  function ask(body: string, init: RequestInit = {}) {
    return fetch(`${vault.baseUrl}${CONTROL_QUESTION_PATH}`, {
      method: 'POST',
      headers: { 'content-type': VAULT_MESSAGE_MEDIA_TYPE },
      body,
      ...init,
    });
  }
  const question = () => ({
    aud: vault.baseUrl,
    webId: `${an}profile/card#me`,
    resources: [
      note(),
      `${an}facts/not-yet-there/`,
      `${vault.baseUrl}bob/`,
      `${vault.baseUrl}nobody/x`,
      'https://elsewhere.example/an/',
      `${note()}.acl`,
    ],
  });

  it('is answered with what the agent controls, and nothing else', async () => {
    const response = await ask(await authority.signControlQuestion(question()));
    expect(response.status).toBe(200);
    expect(controlAnswerSchema.parse(await response.json()).controlled).toEqual([
      note(),
      `${an}facts/not-yet-there/`,
    ]);
  });

  it.each([
    ['with another secret', {}, { key: 'another secret of more than thirty-two bytes, wrong' }],
    ['of another kind of message', {}, { typ: PERMISSION_TICKET_TYPE }],
    ['that is too old', { iat: Math.floor(Date.now() / 1000) - 90 }, {}],
    ['for another vault server', { aud: 'https://vault.example/' }, {}],
    ['of another authority', { iss: 'https://authority.example/' }, {}],
  ])('is refused when it is signed %s', async (_, claims, signing) => {
    const jwt = await authority.signControlQuestion({ ...question(), ...claims }, signing);
    const response = await ask(jwt);
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });

  it('is refused when it is no JWT, has another type, or is too large', async () => {
    expect((await ask('hello')).status).toBe(401);
    expect((await ask('hello', { headers: { 'content-type': 'text/plain' } })).status).toBe(400);
    const resources = Array.from({ length: 101 }, (_, index) => `${an}${index}`);
    const tooMany = await authority.signControlQuestion({ ...question(), resources });
    expect((await ask(tooMany)).status).toBe(400);
    expect(
      await ask('x'.repeat(300_000)).then(
        ({ status }) => status,
        () => 400,
      ),
    ).toBe(400);
  });

  it('leaves no room for storage below its folder', async () => {
    for (const path of ['.grondslag', '.grondslag/', '.grondslag/control', '.grondslag/x.acl']) {
      expect((await asAn(`${vault.baseUrl}${path}`, put('mine'))).status).toBe(404);
      expect((await asAn(`${vault.baseUrl}${path}`)).status).toBe(404);
    }
  });
});

describe('when something fails', () => {
  it('serves nothing under a grant while the record cannot be stored', async () => {
    const agency = await underGrant([{ resource: note(), modes: ['read'] }]);
    const away = join(folder, 'queue-away');
    await vi.waitFor(async () => expect(await readdir(vault.queueFolder)).toEqual([]), 5_000);
    await rename(vault.queueFolder, away);
    const response = await agency(note());
    await rename(away, vault.queueFolder);
    expect(response.status).toBe(500);
    expect(response.content).not.toContain('text of the owner');
    expect((await agency(note())).status).toBe(200);
    expect((await asAn(note(), put('text of the owner'))).status).toBe(205);
  });

  it('still reports what was served before the server was killed and the authority was down', async () => {
    const grant = 'https://authority.example/vc/killed';
    const agency = await underGrant([{ resource: note(), modes: ['read'] }], { grant });
    authority.answerReadsWith(503);
    expect((await agency(note())).status).toBe(200);
    await vault.kill();
    authority.answerReadsWith(204);
    const settings = { authority: authority.url, secret };
    vault = await startVaultServer({ folder, settings, port: vault.port });
    const ofGrant = () => authority.received.filter((record) => record.grant === grant);
    await vi.waitFor(() => expect(ofGrant()).toHaveLength(1), 5_000);
    await vi.waitFor(async () => expect(await readdir(vault.queueFolder)).toEqual([]), 5_000);
  }, 30_000);
});

describe('with Access Control Policies', () => {
  let acpFolder: string;
  let acpVault: VaultServer;
  let file: string;

  beforeAll(async () => {
    acpFolder = await mkdtemp(join(tmpdir(), 'grondslag-acp-'));
    const secretFile = join(acpFolder, 'secret');
    await writeFile(secretFile, `${secret}\n`);
    acpVault = await startVaultServer({
      folder: acpFolder,
      settings: { authority: authority.url, secretFile, challengePublic: true },
      accessControl: 'acp',
    });
    file = `${acpVault.baseUrl}an/note.txt`;
    const asOwner = await signInOwner(acpVault.baseUrl, 'an');
    expect((await asOwner(file, put('text of the owner'))).status).toBe(201);
  }, 60_000);
  afterAll(async () => {
    await acpVault?.stop();
    await rm(acpFolder, { recursive: true });
  });

  it('lets a file be read, and neither the rest nor its policy', async () => {
    const given = { authority, vault: acpVault };
    const agency = await fetchUnderGrant(given, [{ resource: file, modes: ['read'] }]);
    expect((await fetch(file)).status).toBe(401);
    expect((await agency(file)).content).toBe('text of the owner');
    expect((await agency(file, put('changed'))).status).toBe(403);
    expect((await agency(`${file}.acr`)).status).toBe(403);
    const rogue = await fetchUnderGrant(given, [{ resource: file, modes: ['read'] }], {
      owner: `${acpVault.baseUrl}bob/profile/card#me`,
    });
    expect((await rogue(file)).status).toBe(403);
  });

  it('gives a ticket on public resources when the operator wants it, and only there', async () => {
    const card = await fetch(`${acpVault.baseUrl}an/profile/card`);
    expect(card.status).toBe(200);
    expect(card.headers.get('www-authenticate')).toMatch(/^UMA as_uri="[^"]+", ticket="[^"]+"$/);
    const page = await fetch(`${acpVault.baseUrl}.account/`);
    expect(page.headers.get('www-authenticate')).toBeNull();
  });

  it('answers who controls what', async () => {
    const webId = `${acpVault.baseUrl}an/profile/card#me`;
    const resources = [file, `${acpVault.baseUrl}bob/`];
    const response = await fetch(`${acpVault.baseUrl}${CONTROL_QUESTION_PATH}`, {
      method: 'POST',
      headers: { 'content-type': VAULT_MESSAGE_MEDIA_TYPE },
      body: await authority.signControlQuestion({ aud: acpVault.baseUrl, webId, resources }),
    });
    expect(await response.json()).toEqual({ controlled: [file], features: ['fields'] });
  });
});
