import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { loadStatusList, readStatusBit, verifyProof } from '@grondslag/claims';
import type { AccessCredential } from '@grondslag/protocol';
import { contexts } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  denialBody,
  grantBody,
  issue,
  requestBody,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

let authority: TestAuthority;
let method: { id: string; publicKeyMultibase: string };
beforeAll(async () => {
  authority = await createTestAuthority();
  const controller = (await (await authority.send('GET', '')).json()) as {
    verificationMethod: [typeof method];
  };
  [method] = controller.verificationMethod;
});
afterAll(() => authority.close());

const grantOf = () => issue(authority, authority.alice, grantBody(authority));

function change(id: string, entries: object[], by: Person | undefined = authority.alice) {
  return authority.send('POST', 'status', by, { credentialId: id, credentialStatus: entries });
}
const type = 'BitstringStatusListEntry';
const suspend = (id: string, by?: Person) =>
  change(id, [{ type, statusPurpose: 'suspension', status: '1' }], by);
const resume = (id: string, by?: Person) =>
  change(id, [{ type, statusPurpose: 'suspension', status: '0' }], by);
const revoke = (id: string) => change(id, [{ type, statusPurpose: 'revocation', status: '1' }]);

function bitstringEntries({ credentialStatus }: AccessCredential) {
  return credentialStatus.flatMap((entry) =>
    entry.type === 'BitstringStatusListEntry' ? [entry] : [],
  );
}

/** What our own checker reads, after all its checks. */
async function readOwn(credential: AccessCredential) {
  const source = {
    id: authority.baseUrl,
    name: { nl: 'Gezag' },
    keys: { [method.id]: method.publicKeyMultibase },
    statusLists: `${authority.baseUrl}status/`,
    claimTypes: ['https://w3id.org/grondslag/terms#AccessGrant'],
  };
  const fetch = async (url: unknown) => authority.send('GET', String(url));
  const set: string[] = [];
  for (const { statusPurpose, statusListCredential, statusListIndex } of bitstringEntries(
    credential,
  )) {
    const list = await loadStatusList(statusListCredential, source, {
      fetch: fetch as typeof globalThis.fetch,
      now: authority.now,
    });
    expect(list.purposes).toEqual([statusPurpose]);
    if (readStatusBit(list.bits, Number(statusListIndex))) set.push(statusPurpose);
  }
  return set;
}

/** What the reference implementation reads. */
async function readOther(credential: AccessCredential) {
  const documentLoader = async (url: string) => {
    const document = contexts.get(url) ?? own(url) ?? (await fetchList(url));
    return { contextUrl: undefined, documentUrl: url, document, tag: 'static' };
  };
  const { error, results = [] } = await checkStatus({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    verifyBitstringStatusListCredential: true,
    verifyMatchingIssuers: true,
  });
  expect(error).toBeUndefined();
  return results.filter(({ status }) => status).map((one) => one.credentialStatus.statusPurpose);
}

function own(url: string): object | undefined {
  const { baseUrl } = authority;
  if (url === method.id) {
    return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
  }
  if (url !== baseUrl) return undefined;
  return { '@context': 'https://w3id.org/security/v2', id: baseUrl, assertionMethod: [method.id] };
}

async function fetchList(url: string): Promise<object> {
  const response = await authority.send('GET', url);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('application/vc');
  expect(response.headers.get('Cache-Control')).toBe('public, max-age=30');
  return (await response.json()) as object;
}

async function tryGrant(grant: AccessCredential) {
  const ticket = await authority.ticket([authority.inPod('facts/income.jsonld')]);
  const response = await authority.exchange(authority.bob, grant, ticket);
  const verified = await authority.send('POST', 'verify', undefined, {
    verifiableCredential: grant,
  });
  const { errors } = (await verified.json()) as { errors: string[] };
  const { code } = (await response.json()) as { code?: string };
  return { code, errors };
}

async function queryIds(status: string) {
  const response = await authority.send('GET', `query?status=${status}`, authority.alice);
  const { items } = (await response.json()) as { items: { id: string }[] };
  return items.map(({ id }) => id);
}

describe('status lists', () => {
  it('say the same to our own checker and to the reference implementation', async () => {
    const [active, suspended, revoked, both] = [
      await grantOf(),
      await grantOf(),
      await grantOf(),
      await grantOf(),
    ] as const;
    for (const { id } of [suspended, both]) expect((await suspend(id)).status).toBe(200);
    for (const { id } of [revoked, both]) expect((await revoke(id)).status).toBe(200);
    const cases: [AccessCredential, string[]][] = [
      [active, []],
      [suspended, ['suspension']],
      [revoked, ['revocation']],
      [both, ['revocation', 'suspension']],
    ];
    for (const [credential, set] of cases) {
      expect(await readOwn(credential)).toEqual(set);
      expect(await readOther(credential)).toEqual(set);
    }
  });

  it('are the same bytes until something changes, with a tag', async () => {
    const grant = await grantOf();
    const path = 'status/1/suspension';
    const first = await authority.send('GET', path);
    const body = await first.text();
    expect(await (await authority.send('GET', path)).text()).toBe(body);
    await suspend(grant.id);
    const next = await authority.send('GET', path);
    expect(next.headers.get('ETag')).not.toBe(first.headers.get('ETag'));
    expect(await next.text()).not.toBe(body);
  });

  it('are not there for other purposes and other numbers', async () => {
    for (const path of ['status/1/message', 'status/2/revocation', 'status/0/suspension']) {
      expect((await authority.send('GET', path)).status).toBe(404);
    }
  });
});

describe('a suspended grant', () => {
  it('counts for nothing until it is resumed', async () => {
    const grant = await grantOf();
    expect((await suspend(grant.id)).status).toBe(200);
    expect((await suspend(grant.id)).status).toBe(200);
    expect(await tryGrant(grant)).toEqual({
      code: 'grant_suspended',
      errors: ['credentialStatus: suspended'],
    });
    expect(await queryIds('Active')).not.toContain(grant.id);
    expect(await queryIds('Revoked')).not.toContain(grant.id);
    expect((await resume(grant.id)).status).toBe(200);
    expect((await resume(grant.id)).status).toBe(200);
    expect(await tryGrant(grant)).toEqual({ code: undefined, errors: [] });
    expect(await queryIds('Active')).toContain(grant.id);
  });

  it('can be withdrawn, and what is withdrawn stays so', async () => {
    const grant = await grantOf();
    await suspend(grant.id);
    await revoke(grant.id);
    expect((await suspend(grant.id)).status).toBe(200);
    const refused = await resume(grant.id);
    expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await refused.json()).toMatchObject({ status: 409, code: 'already_revoked' });
    expect((await tryGrant(grant)).errors).toEqual(['credentialStatus: revoked']);
    expect(await queryIds('Revoked')).toContain(grant.id);
  });

  it('is one whose maker said so, and a grant', async () => {
    const grant = await grantOf();
    for (const by of [authority.bob, authority.eve]) {
      expect((await suspend(grant.id, by)).status).toBe(403);
      expect((await resume(grant.id, by)).status).toBe(403);
    }
    const denial = await issue(authority, authority.alice, denialBody(authority));
    const request = await issue(authority, authority.bob, requestBody(authority));
    for (const [{ id }, by] of [
      [denial, authority.alice],
      [request, authority.bob],
    ] as const) {
      expect(await (await suspend(id, by)).json()).toMatchObject({
        status: 409,
        code: 'not_suspendable',
      });
    }
    expect((await tryGrant(grant)).errors).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['bringing back what is withdrawn', [{ type, statusPurpose: 'revocation', status: '0' }]],
    ['another purpose', [{ type, statusPurpose: 'message', status: '1' }]],
    ['another value', [{ type, statusPurpose: 'suspension', status: '2' }]],
    ['a number', [{ type, statusPurpose: 'suspension', status: 1 }]],
    ['very much', Array.from({ length: 11 }, () => ({ type, status: '1' }))],
  ])('is not made by %s', async (_what, entries) => {
    const grant = await grantOf();
    const response = await change(grant.id, entries);
    expect(await response.json()).toMatchObject({ status: 400, code: 'invalid_body' });
    expect((await tryGrant(grant)).errors).toEqual([]);
  });
});

describe('the context that is inline', () => {
  it('is the only one, whatever its order', async () => {
    const grant = await grantOf();
    const verify = (credential: unknown) =>
      verifyProof(credential, () => method.publicKeyMultibase);
    const reversed = (value: unknown): unknown =>
      typeof value !== 'object' || value === null || Array.isArray(value)
        ? value
        : Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([name, member]) => [name, reversed(member)]),
          );
    const contextsOf = grant['@context'].map(reversed);
    expect(await verify({ ...grant, '@context': contextsOf })).toMatchObject({ verified: true });
    const redefined = JSON.parse(
      JSON.stringify(grant).replace(
        '"statusPurpose":"https://www.w3.org/ns/credentials/status#statusPurpose"',
        '"statusPurpose":"https://www.w3.org/ns/credentials/status#statusPurpose","mode":"urn:x"',
      ),
    );
    expect(redefined).not.toEqual(grant);
    expect(await verify(redefined)).toEqual({ verified: false, reason: 'unknown_context' });
  });
});
