import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../test-support/build-package.ts';
import { logInOwner } from '../test-support/sign-in-owner.ts';
import { secret } from '../test-support/start-authority-double.ts';
import { startVaultServer, type VaultServer } from '../test-support/start-vault-server.ts';
import { type BatteryRequest, battery } from './battery.ts';

const HANDLER_ERRORS = 'Multiple handler errors: ';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request as it is written: the path is not made normal, as `fetch` would. */
function send(
  url: string,
  { method, headers, body }: Pick<BatteryRequest, 'method' | 'headers' | 'body'>,
): Promise<Answer> {
  const { hostname, port, origin } = new URL(url);
  const path = url.slice(origin.length);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.once('end', () => {
        const entries = Object.entries(response.headers).map(([name, value]) => [
          name,
          [value].flat().join(', '),
        ]);
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(entries),
          body: text,
        });
      });
    });
    sent.once('error', reject).end(body);
  });
}

/** What differs from one run to the next, and from one port to the next. */
function normalise(value: string, baseUrl: string): string {
  return value
    .replaceAll(baseUrl, 'https://vault.example/')
    .replaceAll(encodeURIComponent(baseUrl), 'https%3A%2F%2Fvault.example%2F')
    .replaceAll(new URL(baseUrl).host, 'vault.example')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'uuid')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
    .replace(/(mtime>?"?[^\d]{0,40})\d{10}/g, '$1seconds')
    .replace(/\b1[789]\d{8}\b/g, 'seconds')
    .replace(/_:[\w-]+|b\d+_[\w-]+|n3-\d+/g, 'blank');
}

/** A server makes its handlers in another order each time: links, and what they say when all of them refuse. */
function sortByHandler(name: string, value: string): unknown {
  if (name === 'link') return value.split(/, (?=<)/).sort();
  if (name === 'message') return value.replaceAll(HANDLER_ERRORS, '').split(', ').sort();
  return value;
}

/** The server writes the members of some documents in another order each time. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (name, value) =>
      typeof value === 'string' ? sortByHandler(name, value) : value,
    );
  } catch {
    return text;
  }
}

/** Headers that say when, and what the plug-in adds on purpose: a first challenge, which no cache keeps. */
function comparable({ status, headers, body }: Answer, baseUrl: string) {
  const {
    date,
    etag,
    'last-modified': modified,
    'www-authenticate': asked = '',
    ...others
  } = headers;
  const rest: Record<string, string> = others;
  const challenge = asked.replace(/^UMA as_uri="[^"]+", ticket="[^"]+", /, '');
  if (asked !== '') rest['www-authenticate'] = challenge;
  if (challenge !== asked) delete rest['cache-control'];
  if (/mtime|modified/.test(body)) delete rest['content-length'];
  return {
    status,
    headers: Object.fromEntries(
      Object.entries({ ...rest, etag: String(!!etag), modified: String(!!modified) })
        .map(([name, value]) => [name, sortByHandler(name, normalise(value, baseUrl))])
        .sort(),
    ),
    body: parseJson(normalise(body, baseUrl)),
  };
}

describe.each(['wac', 'acp'] as const)('the server with %s', (accessControl) => {
  const suffix = accessControl === 'wac' ? '.acl' : '.acr';
  const folders: string[] = [];
  const servers: VaultServer[] = [];

  async function start(plugin?: readonly string[]) {
    const folder = await mkdtemp(join(tmpdir(), 'grondslag-same-'));
    folders.push(folder);
    const server = await startVaultServer({
      folder,
      settings: { authority: 'http://127.0.0.1:1/', secret },
      accessControl,
      ...(plugin && { plugin }),
    });
    servers.push(server);
    const logins = {
      an: await logInOwner(server.baseUrl, 'an'),
      bob: await logInOwner(server.baseUrl, 'bob'),
      anyone: async () => ({}),
    };
    return async ({ as, method, path, headers, body }: BatteryRequest) => {
      const target = path.replace(/\.ac$/, suffix);
      const url = target.startsWith('../')
        ? server.baseUrl + target.slice(3)
        : `${server.baseUrl}an/${target}`;
      const login = await logins[as](method, url);
      const answer = await send(url, {
        method,
        headers: { ...headers, ...login },
        body: body ?? '',
      });
      return comparable(answer, server.baseUrl);
    };
  }

  let ours: Awaited<ReturnType<typeof start>>;
  let stock: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    await buildPackage();
    ours = await start();
    stock = await start([]);
  }, 120_000);
  afterAll(async () => {
    for (const server of servers) await server.stop();
    for (const folder of folders) await rm(folder, { recursive: true });
  });

  it('answers everyone as it does without the plug-in', async () => {
    expect(battery.length).toBeGreaterThan(200);
    const statuses = new Set<number>();
    for (const each of battery) {
      const name = `${each.as}: ${each.method} ${each.path} ${JSON.stringify(each.headers ?? {})}`;
      const [without, withPlugin] = [await stock(each), await ours(each)];
      expect.soft({ name, ...withPlugin }).toEqual({ name, ...without });
      statuses.add(without.status);
    }
    // the battery gets about
    expect([...statuses]).toEqual(
      expect.arrayContaining([
        200, 201, 204, 205, 206, 304, 400, 401, 403, 404, 405, 409, 412, 415,
      ]),
    );
  }, 180_000);

  it('differs where it is meant to', async () => {
    const note = { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: 'x' };
    const unwritten = { as: 'an', method: 'HEAD', path: 'differs.txt.ac' } as const;
    const differences: [BatteryRequest, stock: number, ours: number][] = [
      [{ as: 'an', path: 'differs.txt', ...note }, 201, 201],
      // an unwritten ACR can be read by its controller
      [unwritten, 404, accessControl === 'acp' ? 200 : 404],
      [{ ...unwritten, as: 'bob' }, 403, 403],
      // the plug-in's own folder
      [{ as: 'anyone', path: '../.grondslag/x', ...note }, 401, 404],
    ];
    for (const [each, without, withPlugin] of differences) {
      const statuses = [(await stock(each)).status, (await ours(each)).status];
      expect({ ...each, statuses }).toEqual({ ...each, statuses: [without, withPlugin] });
    }
  });
});
