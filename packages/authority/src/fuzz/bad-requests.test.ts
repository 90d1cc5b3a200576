import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { authorityPaths } from '@grondslag/protocol';
import { getRequestListener } from '@hono/node-server';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BesiegedAuthority, besiege } from './besieged-authority.ts';
import { cases } from './cases.ts';
import { hostileValue } from './hostile.ts';

let siege: BesiegedAuthority;
let server: Server;
beforeAll(async () => {
  siege = await besiege();
  server = createServer(
    getRequestListener(siege.authority.app.fetch, { overrideGlobalObjects: false }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await siege.close();
});

const known = [
  '',
  'vc/0198a2b0-0000-7000-8000-000000000000',
  'status/1',
  'v1/access-grants/0198a2b0-0000-7000-8000-000000000000/suspension',
  'v1/access-requests/0198a2b0-0000-7000-8000-000000000000',
  ...Object.values(authorityPaths),
];
const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PURGE');
const text = hostileValue().map((value) => (typeof value === 'string' ? value : String(value)));
const path = fc.oneof(
  fc.constantFrom(...known),
  fc
    .tuple(fc.constantFrom(...known), text)
    .map(([start, end]) => `${start}/${encodeURIComponent(end.toWellFormed())}`),
  fc.webPath(),
  text.map((value) => `./${value}`),
);

describe('requests from outside', () => {
  it('any method on any path with any body gets an answer that is no failure', async () => {
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes)),
      text,
      fc.json({ maxDepth: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.record({ method, path, body }),
        fc.constantFrom(siege.eve, {}),
        async ({ body: sent, ...shot }, headers) => {
          const bodiless = shot.method === 'GET' || shot.method === 'HEAD';
          await siege.fire({ ...shot, headers, ...(!bodiless && { body: sent }) });
        },
      ),
      cases(10_000),
    );
    await siege.expectNothingChanged();
  });

  it('a stranger finds nothing of others, whatever is asked', async () => {
    const { authority, eve } = siege;
    const names = ['type', 'status', 'fromAgent', 'toAgent', 'resource', 'purpose', 'issuedWithin'];
    const others = ['revokedWithin', 'pageSize', 'page', 'cursor', 'state', 'agency', 'after', 'x'];
    const value = fc.oneof(
      text,
      fc.constantFrom(authority.alice.webId, authority.bob.webId, 'Active', 'SolidAccessGrant'),
    );
    const parameter = fc.tuple(fc.constantFrom(...names, ...others), value);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          authorityPaths.query,
          authorityPaths.reads,
          authorityPaths.accessGrants,
          authorityPaths.accessRequests,
        ),
        fc.array(parameter, { maxLength: 4 }),
        async (at, parameters) => {
          const search = new URLSearchParams(
            parameters.map(([name, given]): [string, string] => [name, given.toWellFormed()]),
          );
          const shot = { method: 'GET', path: `${at}?${search}`, headers: eve };
          const response = await siege.fire(shot);
          if (response.ok) expect(await response.json()).toMatchObject({ items: [] });
        },
      ),
      cases(10_000),
    );
  });

  it('bytes that are no HTTP do not stop the server', async () => {
    const { port } = server.address() as AddressInfo;
    const line = fc.oneof(
      fc.constantFrom(
        'Content-Length: -1',
        'Content-Length: 9999999999',
        'Transfer-Encoding: chunked',
        'Transfer-Encoding: gzip, chunked',
        'Expect: 100-continue',
        'Host: elsewhere.example',
        'Authorization: DPoP',
        `X-Long: ${'x'.repeat(20_000)}`,
      ),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    const start = fc.oneof(
      fc
        .tuple(method, fc.constantFrom(...known), fc.string({ unit: 'grapheme', maxLength: 12 }))
        .map(([verb, at, end]) => `${verb} /${at}${end} HTTP/1.1`),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    await fc.assert(
      fc.asyncProperty(start, fc.array(line, { maxLength: 5 }), async (first, lines) => {
        const answer = await shout(
          port,
          [first, 'Connection: close', ...lines, '', 'x'].join('\r\n'),
        );
        expect(answer).not.toMatch(/^HTTP\/1\.[01] 5/);
      }),
      cases(3_000),
    );
    const alive = await fetch(`http://127.0.0.1:${port}/jwks`);
    expect(alive.status).toBe(200);
    await siege.expectNothingChanged();
  });
});

/** Sends bytes as they are; resolves to what came back, which may be nothing. */
function shout(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
  });
}
