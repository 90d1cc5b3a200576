import type { AccessCredential } from '@grondslag/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  grantBody,
  issue,
  requestBody,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';

let authority: TestAuthority;
let request: AccessCredential;
let grant: AccessCredential;
beforeAll(async () => {
  authority = await createTestAuthority();
  const { alice, bob } = authority;
  request = await issue(authority, bob, requestBody(authority));
  grant = await issue(authority, alice, grantBody(authority, { verifiedRequest: request.id }));
});
afterAll(() => authority.close());

async function lookUp(by: TestAuthority['bob'] | undefined, ids: readonly unknown[]) {
  const response = await authority.send('POST', 'v1/credential-lookups', by, { ids });
  const { items = [], ...rest } = (await response.json()) as {
    readonly items?: readonly AccessCredential[];
  };
  return { status: response.status, items, ...rest };
}

describe('POST v1/credential-lookups', () => {
  it('shows credentials as they were signed, with the requests that decisions answer', async () => {
    const { items } = await lookUp(authority.bob, [grant.id, grant.id]);
    expect(items).toEqual([grant, request]);
    expect((await lookUp(authority.bob, [request.id, grant.id])).items).toHaveLength(2);
  });

  it('leaves out what is not there, or of others, or elsewhere', async () => {
    const others = await issue(authority, authority.alice, grantBody(authority));
    const strange = [
      `${authority.baseUrl}vc/0198a2b0-0000-7000-8000-000000000000`,
      `${authority.baseUrl}vc/x`,
      `https://elsewhere.example/vc/${grant.id.split('/').at(-1)}`,
    ];
    expect((await lookUp(authority.bob, [...strange, grant.id])).items).toHaveLength(2);
    expect(await lookUp(authority.eve, [grant.id, request.id, others.id])).toEqual({
      ...{ status: 200, items: [] },
    });
  });

  it('takes a hundred at most, of who says who it is', async () => {
    const many = Array.from({ length: 101 }, (_, index) => `${grant.id}${index}`);
    expect(await lookUp(authority.bob, many)).toMatchObject({ status: 400, code: 'invalid_body' });
    expect(await lookUp(authority.bob, [])).toMatchObject({ status: 400, code: 'invalid_body' });
    expect(await lookUp(undefined, [grant.id])).toMatchObject({ status: 401 });
  });
});
