import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { controlQuestionSchema } from '@grondslag/protocol';
import { jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAskControl } from './ask-control.ts';
import { type Vault, vaultKey } from './vault.ts';

const baseUrl = 'https://access.example/';
const webId = 'https://vault.example/alice/card#me';

let vault: Vault;
let asked: { path: string | undefined; type: string | undefined; jwt: string };
let answer: { status: number; body: string };
const server = createServer(async (request: IncomingMessage, response) => {
  const type = request.headers['content-type'];
  asked = { path: request.url, type, jwt: await text(request) };
  response.writeHead(answer.status, { Location: 'https://elsewhere.example/' }).end(answer.body);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  vault = { baseUrl: `http://127.0.0.1:${port}/`, secret: 'a secret of 32 bytes and some more' };
});
beforeEach(() => {
  answer = { status: 200, body: '{"controlled":[]}' };
});
afterAll(() => server.close());

const resources = () => [`${vault.baseUrl}alice/a`, `${vault.baseUrl}alice/b`];
const ask = (of: Vault = vault) =>
  createAskControl({ baseUrl, fetch: globalThis.fetch, now: () => new Date() })({
    vault: of,
    webId,
    resources: resources(),
  });

describe('the control question', () => {
  it('is signed with the secret of the vault server, and short-lived', async () => {
    const [, second = ''] = resources();
    answer.body = JSON.stringify({ controlled: [second, 'https://elsewhere.example/'] });
    expect(await ask()).toEqual({ controlled: [second], features: [] });
    answer.body = JSON.stringify({ controlled: [], features: ['fields'] });
    expect(await ask()).toEqual({ controlled: [], features: ['fields'] });
    expect(asked).toMatchObject({ path: '/.grondslag/control', type: 'application/jwt' });
    const { payload } = await jwtVerify(asked.jwt, vaultKey(vault), {
      typ: 'grondslag-control-question+jwt',
      issuer: baseUrl,
      audience: vault.baseUrl,
      maxTokenAge: 5,
    });
    expect(controlQuestionSchema.parse(payload)).toMatchObject({ webId, resources: resources() });
  });

  it.each([
    [500, ''],
    [302, ''],
    [200, 'no json'],
    [200, '{}'],
    [200, `{"controlled":["${'x'.repeat(1_100_000)}"]}`],
  ])('fails on the answer %i', async (status, body) => {
    answer = { status, body };
    await expect(ask()).rejects.toMatchObject({ code: expect.stringMatching(/^vault_/) });
  });

  it('fails when nobody answers', async () => {
    const gone = { ...vault, baseUrl: 'http://127.0.0.1:1/' };
    await expect(ask(gone)).rejects.toMatchObject({ code: 'vault_unreachable' });
  });
});
