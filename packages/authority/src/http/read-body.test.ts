import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestAuthority, type TestAuthority } from '../test-support/create-test-authority.ts';

let authority: TestAuthority;
let server: Server;
beforeAll(async () => {
  authority = await createTestAuthority();
  server = createServer(getRequestListener(authority.app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await authority.close();
});

describe('a body that is too large', () => {
  it('is answered also to who is still sending it', async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/reads`;
    const body = 'x'.repeat(10_000_000);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => fetch(url, { method: 'POST', body })),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 413));
  });
});
