import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  PERMISSION_TICKET_TYPE,
  READ_REPORT_TYPE,
  UMA_TICKET_GRANT_TYPE,
  VP_CLAIM_TOKEN_FORMAT,
} from '@grondslag/protocol';
import { CREDENTIALS_V1, gc, INRUPT_V2 } from '@grondslag/vocab';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFreePort, startAuthorityProcess } from '../test-support/start-authority-process.ts';
import {
  type IdentityProvider,
  type Person,
  startIdentityProvider,
} from '../test-support/start-identity-provider.ts';
import { vaultKey } from '../vaults/vault.ts';

const secret = randomBytes(32).toString('hex');
/** Whatever is about a person, or opens something: names, resources, texts, tokens, the secret. */
const PERSONAL = new RegExp(
  `alici|roberto|06-?1234|facts/|income|schulden|eyJ|did:key|${secret}|BEGIN|"d":`,
  'i',
);

let folder: string;
let provider: IdentityProvider;
let collector: Server;
let collected: { path: string; body: string }[];
let baseUrl: string;
let alicia: Person;
let roberto: Person;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'authority-'));
  provider = await startIdentityProvider();
  alicia = await provider.person('alicia');
  roberto = await provider.person('roberto');
  baseUrl = `http://localhost:${await findFreePort()}/`;
  collected = [];
  collector = createServer(async (request, response) => {
    collected.push({ path: request.url ?? '', body: await text(request) });
    response.setHeader('Content-Type', 'application/json').end('{}');
  });
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
});
afterEach(async () => {
  collector.closeAllConnections();
  collector.close();
  await provider.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(nodeArguments: readonly string[] = []) {
  const config = {
    baseUrl,
    port: Number(new URL(baseUrl).port),
    dataFolder: 'data',
    vaults: [{ baseUrl: provider.url, secret }],
    oidcIssuers: [provider.url],
    participants: { agencies: [], sources: [] },
    logLevel: 'debug',
  };
  const environment = {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    OTEL_METRIC_EXPORT_INTERVAL: '500',
  };
  return startAuthorityProcess(folder, config, { environment, nodeArguments });
}

const traceparent = `00-${'a1'.repeat(16)}-${'b2'.repeat(8)}-01`;

async function send(method: string, path: string, by?: Person, body?: unknown, headers = {}) {
  const url = new URL(path, baseUrl).href;
  const response = await fetch(url, {
    method,
    headers: {
      'User-Agent': 'alicia-browser',
      Referer: alicia.webId,
      'X-Request-Id': 'alicia',
      'X-Forwarded-For': 'alicia',
      traceparent,
      tracestate: 'alicia=06-12345678',
      baggage: `who=${encodeURIComponent(alicia.webId)}`,
      ...(await by?.dpop(method, url)),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const answer = await response.text();
  return { status: response.status, json: answer.startsWith('{') ? JSON.parse(answer) : {} };
}

const inPod = (path: string) => `${provider.url}alicia/${path}`;

function credential(type: string, member: string, consent: object, more: object = {}) {
  return {
    credential: {
      '@context': [CREDENTIALS_V1, INRUPT_V2],
      type: ['VerifiableCredential', type],
      credentialSubject: {
        [member]: {
          mode: ['http://www.w3.org/ns/auth/acl#Read'],
          forPersonalData: [inPod('facts/')],
          ...consent,
        },
      },
      ...more,
    },
  };
}

const request = () =>
  credential('SolidAccessRequest', 'hasConsent', {
    hasStatus: gc.ConsentStatusRequested,
    isConsentForDataSubject: alicia.webId,
    'https://w3id.org/example#reason': 'schulden van alicia',
  });

const decision = (type: string, hasStatus: string, request?: string) =>
  credential(type, 'providedConsent', {
    hasStatus,
    isProvidedTo: roberto.webId,
    ...(request !== undefined && { verifiedRequest: request }),
  });

const grant = () => decision('SolidAccessGrant', gc.ConsentStatusExplicitlyGiven);

function signed(claims: object, typ: string, key = secret) {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256', typ })
    .setIssuer(provider.url)
    .setAudience(baseUrl)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime('5 minutes')
    .sign(vaultKey({ baseUrl: provider.url, secret: key }));
}

async function exchange(by: Person, granted: unknown, key = secret) {
  const permissions = [{ resource: inPod('facts/income.jsonld'), modes: ['read'] }];
  const form = new URLSearchParams({
    grant_type: UMA_TICKET_GRANT_TYPE,
    ticket: await signed({ permissions }, PERMISSION_TICKET_TYPE, key),
    claim_token_format: VP_CLAIM_TOKEN_FORMAT,
    claim_token: Buffer.from(
      JSON.stringify({ type: ['VerifiablePresentation'], verifiableCredential: [granted] }),
    ).toString('base64'),
  });
  return send('POST', 'token', by, form.toString());
}

/** What goes well. */
async function live(): Promise<void> {
  const asked = await send('POST', 'issue', roberto, request());
  expect(asked.status).toBe(201);
  const denied = decision('SolidAccessDenial', gc.ConsentStatusDenied, asked.json.id);
  expect((await send('POST', 'issue', alicia, denied)).status).toBe(201);
  const granted = await send('POST', 'issue', alicia, grant());
  expect(granted.status).toBe(201);
  expect((await exchange(roberto, granted.json)).status).toBe(200);
  for (const path of [
    'query',
    `query?fromAgent=${encodeURIComponent(roberto.webId)}`,
    'v1/reads',
  ]) {
    expect((await send('GET', path, alicia)).status).toBe(200);
  }
  expect((await send('GET', granted.json.id, alicia)).status).toBe(200);
  expect(
    (await send('POST', 'verify', undefined, { verifiableCredential: granted.json })).status,
  ).toBe(200);
  const report = { records: [{ grant: granted.json.id, resource: inPod('facts/income.jsonld') }] };
  await send('POST', 'v1/reads', undefined, await signed(report, READ_REPORT_TYPE));
  const revoked = {
    credentialId: granted.json.id,
    credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }],
  };
  expect((await send('POST', 'status', alicia, revoked)).status).toBeLessThan(300);
  expect((await exchange(roberto, granted.json)).status).toBe(403);
}

/** What goes wrong, with people in unexpected places. */
async function attack(): Promise<void> {
  const eve = await provider.person('eva_alicia');
  const broken = await provider.person('broken');
  const stranger = await provider.person('stranger');
  const other = await provider.person('moved');
  await exchange(eve, grant());
  await exchange(roberto, { alicia: alicia.webId }, 'x'.repeat(32));
  for (const by of [broken, stranger, other]) {
    expect((await send('GET', 'query', by)).status).toBeGreaterThanOrEqual(400);
  }
  const bodies = [
    `{"alicia": ${JSON.stringify(alicia.webId)}, `,
    `["\n    at alicia (${alicia.webId}:1:1)"`,
    `{"__proto__": {"webId": ${JSON.stringify(alicia.webId)}}}`,
    { credential: { [alicia.webId]: 'schulden', '@context': [inPod('context')] } },
    credential('SolidAccessRequest', 'hasConsent', { mode: [alicia.webId], alicia: alicia.webId }),
    credential('SolidAccessGrant', 'providedConsent', {
      forPersonalData: ['https://alicia.example/'],
    }),
    'x'.repeat(300_000),
    '\u0000alicia\ud800',
  ];
  for (const body of bodies) {
    for (const path of ['issue', 'verify', 'status', 'token', 'v1/reads', 'derive', 'query']) {
      await send('POST', path, roberto, body);
    }
  }
  for (const path of [
    `vc/${encodeURIComponent(alicia.webId)}`,
    `status/${encodeURIComponent(alicia.webId)}`,
    `query?status=${encodeURIComponent(alicia.webId)}&alicia=1`,
    `v1/reads?grant=${encodeURIComponent(inPod('facts/'))}`,
    'alicia/facts/income',
  ]) {
    for (const method of ['GET', 'POST', 'DELETE', 'PROPFIND']) {
      await send(method, path, roberto, method === 'GET' ? undefined : alicia.webId);
    }
  }
  const forged = await roberto.bearer({ webid: alicia.webId, iss: 'https://alicia.example/' });
  await send('GET', 'query', undefined, undefined, forged);
  await send('GET', 'query', undefined, undefined, { Authorization: `Bearer ${alicia.webId}` });
  const socket = connect(Number(new URL(baseUrl).port), 'localhost');
  socket.end(`GET ${alicia.webId} alicia\r\nalicia\r\n\r\n`);
  await text(socket).catch(() => '');
}

describe('logs, traces and metrics', { timeout: 120_000 }, () => {
  it('say what happened, and nothing about people', async () => {
    const { child, exited, ready, output } = start();
    await ready();
    await live();
    await attack();
    await provider.close();
    const eve = await provider.person('somebody_alicia');
    expect((await send('POST', 'issue', alicia, grant())).status).toBe(503);
    expect((await send('GET', 'query', eve)).status).toBe(503);
    child.kill('SIGTERM');
    expect(await exited).toBe(0);

    const lines = output.stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.filter(({ event }) => event === 'request').length).toBeGreaterThan(80);
    expect(lines.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['token_refused', 'peer_failure', 'stopping']),
    );
    expect(lines.filter(({ event }) => event === 'crash')).toEqual([]);
    for (const line of lines) expect(JSON.stringify(line)).not.toMatch(PERSONAL);
    expect(output.stdout).not.toMatch(PERSONAL);

    const traces = collected
      .filter(({ path }) => path === '/v1/traces')
      .map(({ body }) => body)
      .join();
    const metrics = collected
      .filter(({ path }) => path === '/v1/metrics')
      .map(({ body }) => body)
      .join();
    for (const name of ['POST /issue', 'POST /token', 'GET /vc/:uuid', 'control question']) {
      expect(traces).toContain(`"${name}"`);
    }
    expect(traces).toContain('a1'.repeat(16));
    for (const name of [
      'http.server.request.duration',
      'grondslag.decisions',
      'grant_revoked',
      'grondslag.emergency.reviews.overdue',
      'nodejs.eventloop.delay.p99',
      'process.memory.usage',
    ]) {
      expect(metrics).toContain(`"${name}"`);
    }
    for (const body of [traces, metrics]) expect(body).not.toMatch(PERSONAL);
  });

  it('say nothing about people when the process crashes', async () => {
    const file = join(folder, 'crash.mjs');
    const message = JSON.stringify(`schulden of alicia\n    at alicia (${inPod('income')}:1:1)`);
    writeFileSync(file, `setTimeout(() => { throw new TypeError(${message}); }, 200)`);
    const { exited, output } = start([`--import=${file}`]);
    expect(await exited).toBe(70);
    const last = JSON.parse(output.stderr.trim().split('\n').at(-1) ?? '');
    expect(last).toMatchObject({ level: 'error', event: 'crash', errors: ['TypeError'] });
    expect(last.stack).toContain('crash.mjs');
    expect(output.stderr).not.toMatch(PERSONAL);
  });
});
