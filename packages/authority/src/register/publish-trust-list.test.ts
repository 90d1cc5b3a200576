import { createClaimVerifier, loadTrustList } from '@grondslag/claims';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestAuthority, type TestAuthority } from '../test-support/create-test-authority.ts';

let authority: TestAuthority;
let key: { readonly id: string; readonly publicKeyMultibase: string };

beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
  const controller = await authority.send('GET', '');
  const { verificationMethod } = (await controller.json()) as {
    verificationMethod: (typeof key)[];
  };
  const [first] = verificationMethod;
  if (!first) throw new Error('no key');
  key = first;
});
afterAll(() => authority.close());

function follow() {
  const asked: Response[] = [];
  const list = loadTrustList({
    url: 'https://access.example/gate/v1/trust-list',
    operatorKeys: { [key.id]: key.publicKeyMultibase },
    now: authority.now,
    fetch: async (_, init) => {
      const headers = init?.headers as Record<string, string>;
      const response = await authority.app.request('https://access.example/gate/v1/trust-list', {
        headers,
      });
      asked.push(response.clone());
      return response;
    },
  });
  return { list, asked };
}

describe('v1/trust-list', () => {
  it('says of the sources what v1/participants says, under the key of the authority', async () => {
    const participants = await authority.send('GET', 'v1/participants');
    const { sources } = (await participants.json()) as { sources: { id: string }[] };
    const { list, asked } = follow();
    const { issuers, validUntil } = await list.current();
    expect(issuers.map(({ id }) => id)).toEqual(sources.map(({ id }) => id));
    expect(sources.length).toBeGreaterThan(0);
    expect(Number(validUntil) - authority.now().getTime()).toBeGreaterThan(23 * 3_600_000);
    expect(asked[0]?.headers.get('Content-Type')).toBe('application/jose');
    expect(createClaimVerifier({ trust: list, fetch })).toHaveProperty('verify');
  });

  it('is the same for ten minutes, and newer after', async () => {
    const { list, asked } = follow();
    // to the start of a period
    authority.advance(600_000 - (authority.now().getTime() % 600_000));
    const { version } = await list.current();
    authority.advance(300_000);
    expect((await list.current()).version).toBe(version);
    authority.advance(300_000);
    expect((await list.current()).version).toBe(version + 1);
    expect(asked.map(({ status }) => status)).toEqual([200, 304, 200]);
  });
});
