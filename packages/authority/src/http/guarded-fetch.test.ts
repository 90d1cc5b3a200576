import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedFetch, type GuardedFetch, publicLookup } from './guarded-fetch.ts';

let server: Server;
let answer: RequestListener;
let connections: number;
let origin: string;
let port: number;
const opened: GuardedFetch[] = [];
beforeEach(async () => {
  connections = 0;
  answer = (_request, response) => response.end('inside');
  server = createServer((request, response) => answer(request, response));
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
  origin = `http://127.0.0.1:${port}`;
});
afterEach(async () => {
  for (const guard of opened.splice(0)) await guard.close();
  server.closeAllConnections();
  server.close();
});

function guard(options: Partial<Parameters<typeof createGuardedFetch>[0]> = {}): GuardedFetch {
  const made = createGuardedFetch({ unguardedOrigins: [], ...options });
  opened.push(made);
  return made;
}

const refused = { code: 'url_not_allowed' };

describe('fetching a URL that came from outside', () => {
  it.each([
    'http://one.example/',
    'ftp://one.example/',
    'file:///etc/passwd',
    'https://user:secret@one.example/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
  ])('refuses %s', async (url) => {
    await expect(guard().fetch(url)).rejects.toMatchObject(refused);
    expect(() => guard().check(url)).toThrow(expect.objectContaining(refused));
  });

  it.each([
    ['inside', ['127.0.0.1']],
    ['inside, among others', ['93.184.216.34', '10.0.0.1']],
    ['inside, in IPv6', ['::ffff:127.0.0.1']],
    ['nowhere', []],
  ])('refuses a name that leads %s, without connecting', async (_where, addresses) => {
    const { fetch, check } = guard({ resolveHost: async () => addresses });
    const url = `https://one.example:${port}/`;
    expect(() => check(url)).not.toThrow();
    await expect(fetch(url)).rejects.toMatchObject(refused);
    expect(connections).toBe(0);
  });

  it('refuses a name that leads inside the second time (DNS rebinding)', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    const asked: string[] = [];
    const resolveHost = async (hostname: string) => {
      asked.push(hostname);
      return answers.shift() ?? ['127.0.0.1'];
    };
    const lookup = publicLookup(resolveHost);
    const first = await new Promise((resolve) =>
      lookup('rebind.example', { all: true }, (_error, found) => resolve(found)),
    );
    // What was checked is what is connected to: nobody asks again in between.
    expect(first).toEqual([{ address: '93.184.216.34', family: 4 }]);
    expect(asked).toEqual(['rebind.example']);
    const socket = connect({ host: 'rebind.example', port, lookup });
    const [error] = await once(socket, 'error');
    expect(error).toMatchObject(refused);
    await expect(
      guard({ resolveHost }).fetch(`https://rebind.example:${port}/`),
    ).rejects.toMatchObject(refused);
    expect(connections).toBe(0);
  });

  it('reaches an origin that the operator wrote down, and no other port of that host', async () => {
    const { fetch } = guard({ unguardedOrigins: [`${origin}/some/path`] });
    expect(await (await fetch(`${origin}/profile`)).text()).toBe('inside');
    await expect(fetch(`http://127.0.0.1:${port + 1}/`)).rejects.toMatchObject(refused);
  });

  it('follows no redirect, whatever it is asked', async () => {
    const paths: unknown[] = [];
    answer = (request, response) => {
      paths.push(request.url);
      response.writeHead(302, { Location: '/next' }).end();
    };
    const { fetch } = guard({ unguardedOrigins: [origin] });
    await expect(fetch(`${origin}/first`, { redirect: 'follow' })).rejects.toThrow(TypeError);
    expect(paths).toEqual(['/first']);
  });

  it('reads no further than the limit', async () => {
    answer = (_request, response) => {
      const more = () => {
        while (response.write('x'.repeat(1024)));
      };
      response.on('drain', more);
      more();
    };
    const { fetch } = guard({ unguardedOrigins: [origin], maxBytes: 4096 });
    const response = await fetch(origin);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  it('unpacks nothing', async () => {
    answer = (request, response) => {
      expect(request.headers['accept-encoding']).toBe('identity');
      response.setHeader('Content-Encoding', 'gzip');
      response.end(gzipSync('x'.repeat(1_000_000)));
    };
    const { fetch } = guard({ unguardedOrigins: [origin], maxBytes: 4096 });
    await expect(fetch(origin)).rejects.toThrow('compressed');
  });

  it.each([
    ['no answer', () => undefined],
    ['an answer that never ends', (response: { write(text: string): void }) => response.write('x')],
  ])('does not wait for %s', async (_what, begin) => {
    answer = (_request, response) => {
      begin(response);
    };
    const { fetch } = guard({ unguardedOrigins: [origin], timeoutMilliseconds: 100 });
    await expect(fetch(origin).then((response) => response.text())).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('sends what it is given and can be stopped by its caller', async () => {
    answer = (request, response) => {
      if (request.url === '/slow') return;
      request.pipe(response.writeHead(200, { 'X-Seen': request.headers['content-type'] }));
    };
    const { fetch } = guard({ unguardedOrigins: [origin] });
    const headers = { 'Content-Type': 'application/jwt' };
    const response = await fetch(origin, { method: 'POST', headers, body: 'hello' });
    expect(response.headers.get('X-Seen')).toBe('application/jwt');
    expect(await response.text()).toBe('hello');
    await expect(
      fetch(`${origin}/slow`, { signal: AbortSignal.timeout(50) }),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
