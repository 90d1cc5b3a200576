import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  PERMISSION_TICKET_TYPE,
  STATUS_QUESTION_TYPE,
  UMA_TICKET_GRANT_TYPE,
  VP_CLAIM_TOKEN_FORMAT,
} from '@grondslag/protocol';
import { CREDENTIALS_V1, gc, INRUPT_V2 } from '@grondslag/vocab';
import { decodeProtectedHeader, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type IdentityProvider,
  type Person,
  startIdentityProvider,
} from './test-support/start-identity-provider.ts';
import { type PostgresServer, startPostgres } from './test-support/start-postgres.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const node = ['--conditions=@grondslag/source', main];
const secret = 'a secret of the vault server, 32+ bytes';

let folder: string;
let postgres: PostgresServer;
let provider: IdentityProvider;
let balancer: Server;
/** The authority as everybody knows it: requests go to each instance in turn. */
let baseUrl: string;
/** The instances themselves. */
let instances: string[];
let processes: ChildProcess[];
let logs = '';
let alice: Person;
let bob: Person;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'instances-'));
  postgres = await startPostgres();
  provider = await startIdentityProvider();
  instances = [];
  balancer = createServer((incoming, outgoing) => {
    const to = instances.shift() ?? '';
    instances.push(to);
    const { method, headers, url = '' } = incoming;
    const forwarded = httpRequest(to + url.slice(1), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => balancer.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://localhost:${(balancer.address() as AddressInfo).port}/`;
  [alice, bob] = [await provider.person('alice'), await provider.person('bob')];
  const config = {
    baseUrl,
    databaseUrl: await postgres.createDatabase(),
    vaults: [{ baseUrl: provider.url, secret }],
    oidcIssuers: [provider.url],
    participants: { agencies: [], sources: [] },
  };
  const ports = [await freePort(), await freePort()];
  processes = ports.map((port) => {
    writeFileSync(join(folder, `${port}.json`), JSON.stringify({ ...config, port }));
    const child = spawn(process.execPath, [...node, join(folder, `${port}.json`)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stderr.on('data', (data) => {
      logs += data;
    });
    return child;
  });
  // Both start on an empty database.
  await Promise.all(processes.map((child) => once(child.stdout as NodeJS.ReadableStream, 'data')));
  instances.push(...ports.map((port) => `http://localhost:${port}/`));
}, 120_000);
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  balancer.close();
  await provider.close();
  await postgres.close();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function send(method: string, path: string, by?: Person, body?: object) {
  const url = new URL(path, baseUrl).href;
  const response = await fetch(url, {
    method,
    headers: { ...(await by?.dpop(method, url)) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function issueGrant() {
  const { status, body } = await send('POST', 'issue', alice, {
    credential: {
      '@context': [CREDENTIALS_V1, INRUPT_V2],
      type: ['VerifiableCredential', 'SolidAccessGrant'],
      credentialSubject: {
        providedConsent: {
          mode: ['http://www.w3.org/ns/auth/acl#Read'],
          hasStatus: gc.ConsentStatusExplicitlyGiven,
          forPersonalData: [`${provider.url}alice/facts/`],
          isProvidedTo: bob.webId,
        },
      },
    },
  });
  expect(status).toBe(201);
  return body as { id: string };
}

const withdraw = (id: string) =>
  send('POST', 'status', alice, {
    credentialId: id,
    credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }],
  });

async function vaultMessage(typ: string, claims: object = {}): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256', typ })
    .setIssuer(provider.url)
    .setAudience(baseUrl)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime('60s')
    .sign(new TextEncoder().encode(secret));
}

async function askStatusChanges(instance: string, search = '') {
  const response = await fetch(`${instance}v1/status-changes${search}`, {
    headers: { Authorization: `Bearer ${await vaultMessage(STATUS_QUESTION_TYPE)}` },
  });
  return (await response.json()) as { head: number; changes: { credential: string }[] };
}

const ticket = () =>
  vaultMessage(PERMISSION_TICKET_TYPE, {
    permissions: [{ resource: `${provider.url}alice/facts/income`, modes: ['read'] }],
  });

/** Exchanges at one instance, with the headers of the caller's choice. */
async function exchange(
  instance: string,
  grant: object,
  permission: string,
  headers: Record<string, string>,
) {
  const presentation = { type: ['VerifiablePresentation'], verifiableCredential: [grant] };
  const response = await fetch(`${instance}token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({
      grant_type: UMA_TICKET_GRANT_TYPE,
      ticket: permission,
      claim_token_format: VP_CLAIM_TOKEN_FORMAT,
      claim_token: Buffer.from(JSON.stringify(presentation)).toString('base64'),
    }),
  });
  const body = (await response.json()) as { access_token?: string; code?: string };
  return { status: response.status, ...body };
}

const dpop = () => bob.dpop('POST', `${baseUrl}token`);

describe('two instances on one PostgreSQL', { timeout: 60_000 }, () => {
  it('have the same keys', async () => {
    const published = await Promise.all(
      instances.map(async (instance) => [
        await (await fetch(`${instance}jwks`)).json(),
        await (await fetch(instance)).json(),
      ]),
    );
    expect(published[0]).toEqual(published[1]);
  });

  it('know at once what the other issued and withdrew', async () => {
    for (let round = 0; round < 4; round++) {
      const { id } = await issueGrant();
      for (const _instance of instances) expect((await send('GET', id, bob)).status).toBe(200);
      expect((await withdraw(id)).status).toBe(200);
      for (const _instance of instances) {
        const { body } = await send('GET', 'query?status=Active&pageSize=100', bob);
        expect(body['items']).toEqual([]);
      }
    }
  });

  it('both tell a vault server that waits, whichever was told', async () => {
    const grants = [await issueGrant(), await issueGrant()];
    for (const { id } of grants) {
      const { head } = await askStatusChanges(instances[0] ?? '');
      const waiting = instances.map((instance) =>
        askStatusChanges(instance, `?after=${head}&wait=5000`),
      );
      await withdraw(id);
      for (const answer of await Promise.all(waiting)) {
        expect(answer).toMatchObject({ head: head + 1, changes: [{ credential: id }] });
      }
    }
  });

  it('give one token for a ticket, and accept a proof once', async () => {
    const grant = await issueGrant();
    for (let round = 0; round < 4; round++) {
      const permission = await ticket();
      const once = await Promise.all(
        instances.map(async (instance) => exchange(instance, grant, permission, await dpop())),
      );
      expect(once.map(({ status, code }) => code ?? status).sort()).toEqual([200, 'ticket_used']);
      const headers = await dpop();
      const proofs = await Promise.all(
        instances.map(async (instance) => exchange(instance, grant, await ticket(), headers)),
      );
      expect(proofs.map(({ status, code }) => code ?? status).sort()).toEqual([
        200,
        'token_invalid',
      ]);
    }
  });

  it('never log a private key or the URL of the database', async () => {
    expect(logs).toContain('"event":"token_refused"');
    expect(logs).not.toMatch(/"d":|postgres:\/\//);
  });

  it('sign with a new key that another process made, without a restart', async () => {
    const grant = await issueGrant();
    const kidOf = async (instance: string) => {
      const { access_token = '' } = await exchange(instance, grant, await ticket(), await dpop());
      return decodeProtectedHeader(access_token).kid;
    };
    const [one = '', other = ''] = instances;
    const before = await kidOf(one);
    const file = join(folder, `${new URL(one).port}.json`);
    const rotate = [...node, 'rotate-keys', file, '--use', 'token', '--after', '0'];
    const { stdout, stderr, status } = spawnSync(process.execPath, rotate, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^token key \S+ signs from \S+\n$/);
    for (const instance of [one, other]) {
      while ((await kidOf(instance)) === before) await sleep(200);
      expect(stdout).toContain(await kidOf(instance));
      const { keys } = (await (await fetch(`${instance}jwks`)).json()) as { keys: object[] };
      expect(keys).toMatchObject([{ kid: before }, {}]);
      expect(JSON.stringify(keys)).not.toContain('"d"');
    }
  });
});
