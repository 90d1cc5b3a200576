import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestAuthority, type TestAuthority } from '../test-support/create-test-authority.ts';

let authority: TestAuthority;
let routes: { method: string; path: string }[];
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
  routes = authority.app.routes
    .filter(({ method }) => method === 'GET' || method === 'POST')
    .map(({ method, path }) => ({ method, path: path.replaceAll(/:\w+(\{.*?\})?/g, '1') }));
  routes.push({ method: 'GET', path: '/gate/nothing' }, { method: 'DELETE', path: '/gate/issue' });
});
afterAll(() => authority.close());

async function everyAnswer(): Promise<[string, Response][]> {
  const answers: [string, Response][] = [];
  for (const { method, path } of routes) {
    for (const by of [undefined, authority.bob]) {
      const answer = await authority.send(method, path, by, method === 'POST' ? '{}' : undefined);
      answers.push([`${method} ${path}`, answer]);
    }
  }
  return answers;
}

describe('every answer', () => {
  it('has its length, and is never compressed or sent in parts', async () => {
    const answers = await everyAnswer();
    expect(answers.length).toBeGreaterThan(30);
    for (const [route, answer] of answers) {
      const body = await answer.arrayBuffer();
      expect(answer.headers.get('Content-Length'), route).toBe(String(body.byteLength));
      expect(answer.headers.has('Content-Encoding'), route).toBe(false);
      expect(answer.headers.has('Transfer-Encoding'), route).toBe(false);
    }
  });

  it('tells browsers to do nothing more with it than was meant', async () => {
    for (const [route, { headers }] of await everyAnswer()) {
      expect(headers.get('X-Content-Type-Options'), route).toBe('nosniff');
      expect(headers.get('Referrer-Policy'), route).toBe('no-referrer');
      expect(headers.get('Content-Security-Policy'), route).toMatch(/default-src 'none'/);
      expect(headers.get('Strict-Transport-Security'), route).toMatch(/^max-age=\d{8}/);
      expect(headers.get('Access-Control-Allow-Origin'), route).toBe('*');
      expect(headers.has('Access-Control-Allow-Credentials'), route).toBe(false);
    }
  });

  it('does not say what it runs on', async () => {
    for (const [route, { headers }] of await everyAnswer()) {
      expect(headers.has('Server'), route).toBe(false);
      expect(headers.has('X-Powered-By'), route).toBe(false);
    }
  });

  it('has an id of its own, not that of the caller', async () => {
    const ids = (await everyAnswer()).map(([, { headers }]) => headers.get('X-Request-Id'));
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(new Set(ids).size).toBe(ids.length);
    const headers = { 'X-Request-Id': 'alice' };
    const answer = await authority.app.request(`${authority.baseUrl}jwks`, { headers });
    expect(answer.headers.get('X-Request-Id')).not.toBe('alice');
  });

  it('of a problem names the request it is about', async () => {
    const answer = await authority.send('GET', 'nothing');
    const { instance } = (await answer.json()) as { instance: string };
    expect(instance).toBe(`urn:uuid:${answer.headers.get('X-Request-Id')}`);
  });

  it('is not kept by anyone when it is about somebody', async () => {
    const { alice } = authority;
    for (const path of ['query', 'v1/reads']) {
      const { headers } = await authority.send('GET', path, alice);
      expect(headers.get('Cache-Control'), path).toBe('no-store');
    }
  });

  it('refuses JSON that is nested too deep', async () => {
    const deep = `${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`;
    for (const path of ['issue', 'status']) {
      const answer = await authority.send('POST', path, authority.alice, deep);
      expect(answer.status, path).toBe(400);
      expect(await answer.json(), path).toMatchObject({ code: 'invalid_json' });
    }
  });
});
