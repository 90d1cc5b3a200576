import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../create-authority.ts';
import { loadKeys } from '../keys/load-keys.ts';
import { createSqlStores } from '../storage/stores.ts';
import {
  createTestAuthority,
  requestBody,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import type { Person } from '../test-support/start-identity-provider.ts';
import { createCallerAddress } from './caller-address.ts';
import { createRateLimits, type RateLimitSettings } from './rate-limits.ts';

const ONE_PROXY = '10.0.0.1';
const few = { burst: 3, perMinute: 6 };

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createTestAuthority();
});
afterAll(() => authority.close());

/** The authority, limited as an operator says, behind a proxy. */
async function limited(settings: Partial<RateLimitSettings>) {
  const { baseUrl, vault, provider, database, now } = authority;
  const stores = createSqlStores(database.db);
  const app = createAuthority({
    baseUrl,
    stores,
    keys: await loadKeys({ store: stores.keys, baseUrl, now }),
    vaults: [vault],
    oidcIssuers: [provider.url],
    participants: { agencies: [], sources: [] },
    askControl: async ({ resources }) => ({ controlled: resources, features: [] }),
    limits: createRateLimits({
      anonymous: false,
      client: false,
      subject: false,
      endpoints: {},
      ...settings,
    }),
    callerAddress: createCallerAddress([ONE_PROXY]),
  });
  return async (
    path: string,
    options: { by?: Person; method?: string; body?: object; from?: string; headers?: object } = {},
  ) => {
    const { by, method = 'GET', body, from = '93.184.216.34', headers } = options;
    const url = new URL(path, baseUrl).href;
    const init = {
      method,
      headers: { 'X-Forwarded-For': from, ...(await by?.dpop(method, url)), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    };
    return app.request(url, init, { incoming: { socket: { remoteAddress: ONE_PROXY } } });
  };
}

async function statuses(send: () => Promise<Response>, times = 5): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < times; i += 1) all.push((await send()).status);
  return all;
}

describe('rate limits', () => {
  it('say how long to wait, in the words of HTTP', async () => {
    const send = await limited({ anonymous: few });
    expect(await statuses(() => send('jwks'), 4)).toEqual([200, 200, 200, 429]);
    const refused = await send('jwks');
    expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await refused.json()).toMatchObject({ code: 'rate_limited', status: 429 });
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(refused.headers.get('RateLimit-Policy')).toBe('"anonymous";q=3;w=30');
    expect(refused.headers.get('RateLimit')).toMatch(/^"anonymous";r=0;t=\d+$/);
  });

  it('count each address apart', async () => {
    const send = await limited({ anonymous: few });
    await statuses(() => send('jwks'));
    expect((await send('jwks', { from: '1.1.1.1' })).status).toBe(200);
  });

  it('count who fails to log in by address, and not who succeeds', async () => {
    const send = await limited({ anonymous: few });
    const { bob } = authority;
    expect(await statuses(() => send('query', { by: bob }))).toEqual([200, 200, 200, 200, 200]);
    const headers = { Authorization: 'Bearer x.y.z' };
    expect(await statuses(() => send('query', { headers }))).toEqual([401, 401, 401, 429, 429]);
  });

  it('count reports that are not of a vault server by address', async () => {
    const send = await limited({ anonymous: few });
    expect(await statuses(() => send('v1/reads', { method: 'POST', body: {} }))).toEqual([
      401, 401, 401, 429, 429,
    ]);
  });

  it('count one WebID whatever its address', async () => {
    const send = await limited({ client: few });
    const { alice, bob } = authority;
    const froms = ['1.1.1.1', '2.2.2.2', '3.3.3.3', '4.4.4.4'];
    const all = await statuses(() => send('query', { by: bob, from: froms.pop() ?? '' }), 4);
    expect(all).toEqual([200, 200, 200, 429]);
    expect((await send('query', { by: alice })).status).toBe(200);
  });

  it('tell a refusal at the token endpoint in the words of OAuth', async () => {
    const send = await limited({ client: few });
    await statuses(() => send('query', { by: authority.bob }));
    const refused = await send('token', { by: authority.bob, method: 'POST' });
    expect(refused.status).toBe(429);
    expect(refused.headers.has('Retry-After')).toBe(true);
    expect(await refused.json()).toMatchObject({ error: 'temporarily_unavailable' });
  });

  it('let one agency ask one citizen so often, and others and about others as before', async () => {
    const { alice, bob, eve } = authority;
    const send = await limited({ subject: { burst: 2, perMinute: 1 } });
    const ask = (by: Person, about: Person) => {
      const body = requestBody(authority, { isConsentForDataSubject: about.webId });
      return send('issue', { by, method: 'POST', body });
    };
    expect(await statuses(() => ask(bob, alice), 3)).toEqual([201, 201, 429]);
    expect((await ask(bob, eve)).status).toBe(201);
    expect((await ask(eve, alice)).status).toBe(201);
  });

  it('can differ for one endpoint, and be off there', async () => {
    const send = await limited({
      anonymous: few,
      endpoints: {
        jwks: { anonymous: false },
        participants: { anonymous: { burst: 1, perMinute: 1 } },
      },
    });
    expect(await statuses(() => send('jwks'))).toEqual([200, 200, 200, 200, 200]);
    expect(await statuses(() => send('v1/participants'), 2)).toEqual([200, 429]);
    expect((await send('status/1')).status).not.toBe(429);
  });

  it('never refuse the question whether the instance lives', async () => {
    const send = await limited({ anonymous: few });
    expect(await statuses(() => send('v1/health/live'))).toEqual([200, 200, 200, 200, 200]);
  });
});
