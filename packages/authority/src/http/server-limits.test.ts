import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serverLimits } from './server-limits.ts';

let server: Server;
beforeEach(async () => {
  const patience = { headersMilliseconds: 200, requestMilliseconds: 400 };
  server = createServer(serverLimits(patience), async (request, response) => {
    response.end(await text(request).catch(() => ''));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** What the server says before it closes the connection. */
async function send(...parts: string[]): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  for (const part of parts) socket.write(part);
  return text(socket);
}

it('lets go of a caller that never ends its headers', async () => {
  expect(await send('GET / HTTP/1.1\r\n', 'Host: access.example\r\n', 'X-Slow:')).toMatch(
    /^HTTP\/1\.1 408 /,
  );
});

it('lets go of a caller that never ends its body', async () => {
  const headers = 'POST / HTTP/1.1\r\nHost: access.example\r\nContent-Length: 100\r\n\r\n';
  expect(await send(headers, 'a little')).toMatch(/^HTTP\/1\.1 408 /);
});

it('refuses large headers', async () => {
  const large = `GET / HTTP/1.1\r\nHost: access.example\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`;
  expect(await send(large)).toMatch(/^HTTP\/1\.1 431 /);
});

it('refuses a request with two lengths or none it can trust (request smuggling)', async () => {
  const both =
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n';
  expect(await send(both, '0\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  const two = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n';
  expect(await send(two, 'xx')).toMatch(/^HTTP\/1\.1 400 /);
});
