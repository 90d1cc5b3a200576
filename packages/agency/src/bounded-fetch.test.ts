import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBoundedFetch } from './bounded-fetch.ts';
import { type PlayedServer, playServer } from './test-support/play-server.ts';

describe(createBoundedFetch, () => {
  let server: PlayedServer;
  beforeAll(async () => {
    server = await playServer();
  });
  afterAll(() => server.close());

  const bounded = (bounds = {}) => createBoundedFetch({ fetch, allowed: [server.url], ...bounds });

  it('hands over status, headers, address and body', async () => {
    server.answer = () => ({ status: 201, headers: { 'x-a': 'b' }, body: 'hello' });
    const response = await bounded()(`${server.url}a`);
    expect([response.status, response.headers.get('x-a'), response.url]).toEqual([
      201,
      'b',
      `${server.url}a`,
    ]);
    expect(await response.text()).toBe('hello');
  });

  it('hands over an answer without a body', async () => {
    server.answer = () => ({ status: 204 });
    expect((await bounded()(server.url)).status).toBe(204);
  });

  it('gives up on an answer that does not come in time', async () => {
    server.answer = () => new Promise(() => undefined);
    await expect(bounded({ timeoutSeconds: 0.05 })(server.url)).rejects.toMatchObject({
      code: 'peer_unreachable',
    });
  });

  it('gives up on an answer that is too large', async () => {
    server.answer = () => ({ body: 'x'.repeat(1001) });
    await expect(bounded({ maxBodyBytes: 1000 })(server.url)).rejects.toMatchObject({
      code: 'answer_too_large',
    });
    expect((await bounded({ maxBodyBytes: 1001 })(server.url)).status).toBe(200);
  });

  it('connects to no server outside its list, by whatever spelling', async () => {
    const { host, port } = new URL(server.url);
    const before = server.seen.length;
    for (const url of [
      `http://user@${host}/`,
      `http://localhost:${port}/`,
      'file:///etc/hostname',
      'data:text/plain,x',
    ]) {
      await expect(bounded()(url)).rejects.toMatchObject({ code: 'address_not_allowed' });
    }
    const inside = bounded({ allowed: [`${server.url}in/`] });
    await expect(inside(`${server.url}in/%2e%2e/out`)).rejects.toMatchObject({
      code: 'address_not_allowed',
    });
    expect(server.seen.length).toBe(before);
  });
});
