import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { STATUS_QUESTION_TYPE } from '@grondslag/protocol';
import { createdWebhookSchema } from '@grondslag/protocol/v1';
import { CREDENTIALS_V1, gc, INRUPT_V2 } from '@grondslag/vocab';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './storage/open-database.ts';
import { findFreePort, startAuthorityProcess } from './test-support/start-authority-process.ts';
import {
  type IdentityProvider,
  type Person,
  startIdentityProvider,
} from './test-support/start-identity-provider.ts';
import { type Receiver, startReceiver } from './test-support/start-receiver.ts';

const secret = randomBytes(32).toString('hex');

let folder: string;
let provider: IdentityProvider;
let baseUrl: string;
let processes: ChildProcess[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'authority-'));
  provider = await startIdentityProvider();
  baseUrl = `http://localhost:${await findFreePort()}/`;
  processes = [];
});
afterEach(async () => {
  for (const child of processes) if (child.exitCode === null) child.kill('SIGKILL');
  await provider.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(members: object = {}) {
  const config = {
    baseUrl,
    port: Number(new URL(baseUrl).port),
    dataFolder: 'data',
    vaults: [{ baseUrl: provider.url, secret }],
    oidcIssuers: [provider.url],
    participants: {
      agencies: [{ webId: `${provider.url}bob/profile/card#me`, name: { nl: 'Bob', en: 'Bob' } }],
      sources: [],
    },
    ...members,
  };
  const started = startAuthorityProcess(folder, config);
  processes.push(started.child);
  return started;
}

/** One request, on a socket of its own when there is no `agent`, with the headers as they came. */
async function send(
  method: string,
  path: string,
  by?: Person,
  body?: string,
  agent: Agent | false = false,
) {
  const url = new URL(path, baseUrl).href;
  const request = httpRequest(url, {
    method,
    agent,
    headers: { ...(await by?.dpop(method, url)), 'Accept-Encoding': 'gzip, br' },
  });
  request.end(body);
  const [response] = await once(request, 'response');
  const answer = await text(response);
  return {
    status: response.statusCode as number,
    headers: response.headers as IncomingHttpHeaders,
    body: answer === '' ? undefined : (JSON.parse(answer) as { id: string; proof: object }),
    bytes: Buffer.byteLength(answer),
  };
}

function grantBody(alice: Person, bob: Person): string {
  return JSON.stringify({
    credential: {
      '@context': [CREDENTIALS_V1, INRUPT_V2],
      type: ['VerifiableCredential', 'SolidAccessGrant'],
      credentialSubject: {
        providedConsent: {
          mode: ['http://www.w3.org/ns/auth/acl#Read'],
          hasStatus: gc.ConsentStatusExplicitlyGiven,
          forPersonalData: [new URL('/alice/facts/', alice.webId).href],
          isProvidedTo: bob.webId,
        },
      },
    },
  });
}

describe('the authority as a process', { timeout: 60_000 }, () => {
  it('says when it is ready, answers with lengths, keeps what it issued and its keys', async () => {
    const alice = await provider.person('alice');
    const bob = await provider.person('bob');
    const first = start();
    await first.ready();
    expect(first.output.stdout).toBe(`authority ready at ${baseUrl}\n`);
    const issued = await send('POST', 'issue', alice, grantBody(alice, bob));
    expect(issued.status).toBe(201);
    const answers = [
      issued,
      await send('GET', ''),
      await send('GET', '.well-known/uma2-configuration'),
      await send('GET', '.well-known/vc-configuration'),
      await send('GET', 'jwks'),
      await send('GET', 'v1/participants'),
      await send('GET', issued.body?.id ?? '', bob),
      await send('GET', 'query', bob),
      await send('GET', 'status/1'),
      await send('GET', 'v1/reads', bob),
      await send(
        'POST',
        'verify',
        undefined,
        JSON.stringify({ verifiableCredential: issued.body }),
      ),
      await send('POST', 'issue'),
      await send('POST', 'token', bob, 'grant_type=x'),
      await send('GET', 'nothing'),
    ];
    for (const { headers, bytes } of answers) {
      expect(headers['content-length']).toBe(String(bytes));
      expect(headers['transfer-encoding']).toBeUndefined();
      expect(headers['content-encoding']).toBeUndefined();
    }
    expect(first.output.stderr).not.toMatch(/alice|bob/);

    const second = start();
    expect(await second.exited).toBe(2);
    expect(second.output.stderr).toMatch(/^The database is in use by process \d+.*\n$/);

    const jwks = (await send('GET', 'jwks')).body;
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
    expect(existsSync(join(folder, 'data', 'database.lock'))).toBe(false);

    const other = start({ baseUrl: 'http://localhost:1/' });
    expect(await other.exited).toBe(2);
    expect(other.output.stderr).toContain('belongs to the authority at');

    const again = start();
    await again.ready();
    expect((await send('GET', 'jwks')).body).toEqual(jwks);
    const shown = await send('GET', issued.body?.id ?? '', bob);
    expect(shown.body).toEqual(issued.body);
    const verified = await send(
      'POST',
      'verify',
      undefined,
      JSON.stringify({ verifiableCredential: issued.body }),
    );
    expect(verified.body).toMatchObject({ errors: [] });
    again.child.kill('SIGINT');
    expect(await again.exited).toBe(0);
  });

  it('has every grant it acknowledged after it was killed', async () => {
    const alice = await provider.person('alice');
    const bob = await provider.person('bob');
    const acknowledged: string[] = [];
    const first = start();
    await first.ready();
    const issueUntilItDies = async () => {
      for (;;) {
        const { status, body } = await send('POST', 'issue', alice, grantBody(alice, bob));
        if (status === 201 && body) acknowledged.push(body.id);
        if (acknowledged.length >= 30) first.child.kill('SIGKILL');
      }
    };
    await Promise.allSettled(Array.from({ length: 4 }, issueUntilItDies));
    await first.exited;
    expect(acknowledged.length).toBeGreaterThanOrEqual(30);
    const { ready } = start();
    await ready();
    for (const id of acknowledged) expect((await send('GET', id, bob)).status).toBe(200);
  });

  it('answers everyone it let in when it is told to stop under load', async () => {
    const alice = await provider.person('alice');
    const bob = await provider.person('bob');
    const { ready, child, exited } = start({ drainSeconds: 5 });
    await ready();
    const body = grantBody(alice, bob);
    const agent = new Agent({ keepAlive: true });
    const statuses: number[] = [];
    let told = false;
    let leaving = false;
    // As a load balancer does: goes on until the instance says that it is not ready.
    const goOn = async () => {
      while (!leaving) {
        statuses.push((await send('POST', 'issue', alice, body, agent)).status);
        leaving ||=
          (await send('GET', 'v1/health/ready', undefined, undefined, agent)).status === 503;
        if (statuses.length >= 20 && !told) {
          // Once: a second time would mean at once.
          told = true;
          child.kill('SIGTERM');
        }
      }
    };
    await Promise.all(Array.from({ length: 4 }, goOn));
    expect(statuses.length).toBeGreaterThanOrEqual(20);
    expect(new Set(statuses)).toEqual(new Set([201]));
    expect(await exited).toBe(0);
  });

  it('answers a vault server that waits for changes when it is told to stop', async () => {
    const { ready, child, exited, output } = start();
    await ready();
    const question = await new SignJWT()
      .setProtectedHeader({ alg: 'HS256', typ: STATUS_QUESTION_TYPE })
      .setIssuer(provider.url)
      .setAudience(baseUrl)
      .setIssuedAt()
      .setExpirationTime('1 minute')
      .sign(Buffer.from(secret));
    const headers = { Authorization: `Bearer ${question}` };
    const answer = fetch(new URL('v1/status-changes?after=0&wait=5000', baseUrl), { headers });
    // When a later question has its answer, the first one waits.
    await send('GET', 'jwks');
    child.kill('SIGTERM');
    expect((await answer).status).toBe(200);
    expect(await (await answer).json()).toEqual({ head: 0, changes: [], more: false });
    expect(await exited).toBe(0);
    expect(output.stderr).not.toContain('error');
  });

  it('stops at once when it is told twice', async () => {
    const { ready, child, exited, output } = start({ drainSeconds: 300 });
    await ready();
    child.kill('SIGTERM');
    while (!output.stderr.includes('stopping')) await once(child.stderr, 'data');
    expect((await send('GET', 'v1/health/ready')).body).toEqual({ status: 'stopping' });
    expect((await send('GET', 'v1/health/live')).body).toEqual({ status: 'live' });
    child.kill('SIGTERM');
    expect(await exited).toBe(1);
  });

  it('says in one line that its port is taken', async () => {
    const server = createServer().listen(Number(new URL(baseUrl).port), '127.0.0.1');
    await once(server, 'listening');
    const { exited, output } = start();
    expect(await exited).toBe(2);
    expect(output.stdout).toBe('');
    expect(output.stderr).toMatch(/^Port \d+ on 127\.0\.0\.1 is taken.*\n$/);
    expect(existsSync(join(folder, 'data', 'database.lock'))).toBe(false);
    server.close();
  });

  it('warns of every placeholder in its configuration, without quoting it', async () => {
    const { ready, child, exited, output } = start({
      vaults: [{ baseUrl: provider.url, secret: 'change-me '.repeat(4) }],
      webIds: ['https://agency.example/'],
    });
    await ready();
    child.kill('SIGTERM');
    await exited;
    const lines = output.stderr.trim().split('\n');
    const warnings = lines.map((line) => JSON.parse(line) as { event: string; setting: string });
    expect(
      warnings.filter(({ event }) => event === 'placeholder').map(({ setting }) => setting),
    ).toEqual(['webIds', 'vaults']);
    expect(output.stderr).not.toMatch(/change-me|agency\.example/);
  });

  it.each([
    [
      'a short secret',
      () => ({ vaults: [{ baseUrl: provider.url, secret: 'hush-hush' }] }),
      'vaults.0.secret',
    ],
    ['a base URL without slash', () => ({ baseUrl: 'https://access.example' }), 'baseUrl'],
    ['an unknown member', () => ({ datafolder: 'x' }), 'datafolder'],
    ['no participants', () => ({ participants: undefined }), 'participants'],
    [
      'a participants file that is not there',
      () => ({ participants: undefined, participantsFile: 'p.json' }),
      'p.json',
    ],
  ])('refuses %s in the configuration, without quoting it', async (_what, members, named) => {
    const { exited, output } = start(members());
    expect(await exited).toBe(2);
    expect(output.stderr).toContain(named);
    expect(output.stderr).not.toContain('hush-hush');
    expect(output.stderr.trim()).not.toContain('\n');
  });
});

describe('a webhook of a process', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.close());

  it('gets every event, in order, though the process was killed in the middle of one', async () => {
    const members = { unguardedOrigins: [receiver.url] };
    const [alice, bob] = [await provider.person('alice'), await provider.person('bob')];
    const first = start(members);
    await first.ready();
    const body = JSON.stringify({ url: receiver.url });
    const made = await send('POST', 'v1/webhooks', bob, body);
    receiver.secret = createdWebhookSchema.parse(made.body).secret;
    const arrived = Promise.withResolvers<void>();
    receiver.before = () => {
      arrived.resolve();
      return new Promise(() => undefined);
    };
    const grants: string[] = [];
    for (let i = 0; i < 3; i++) {
      const issued = await send('POST', 'issue', alice, grantBody(alice, bob));
      grants.push(issued.body?.id ?? '');
    }
    await arrived.promise;
    first.child.kill('SIGKILL');
    await first.exited;
    receiver.before = async () => undefined;
    const second = start(members);
    await second.ready();
    await expect.poll(() => receiver.accepted.length, { timeout: 60_000, interval: 200 }).toBe(3);
    expect(receiver.accepted.map(({ subject }) => subject)).toEqual(grants);
    expect(receiver.requests[0]?.['webhook-id']).toBe(receiver.accepted[0]?.id);
    second.child.kill('SIGTERM');
    expect(await second.exited).toBe(0);
  }, 90_000);

  it('is signed for, though its secret is not in clear in the database when there is a key for that', async () => {
    const keyEncryptionKey = randomBytes(32).toString('base64');
    const { ready, child, exited } = start({ unguardedOrigins: [receiver.url], keyEncryptionKey });
    await ready();
    const [alice, bob] = [await provider.person('alice'), await provider.person('bob')];
    const body = JSON.stringify({ url: receiver.url });
    const made = await send('POST', 'v1/webhooks', bob, body);
    receiver.secret = createdWebhookSchema.parse(made.body).secret;
    const issued = await send('POST', 'issue', alice, grantBody(alice, bob));
    await expect.poll(() => receiver.accepted.length, { timeout: 30_000 }).toBe(1);
    expect(receiver.accepted).toMatchObject([{ subject: issued.body?.id }]);
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    const { db, close } = await openDatabase({ folder: join(folder, 'data') }, new Date());
    const stored = await db.selectFrom('webhook').select('secret').execute();
    await close();
    expect(stored).toEqual([{ secret: expect.not.stringContaining(receiver.secret) }]);
  }, 90_000);
});
