import { type AccessCredential, readRecordPageSchema } from '@grondslag/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  denialBody,
  grantBody,
  issue,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

let authority: TestAuthority;
let grant: AccessCredential;
beforeAll(async () => {
  authority = await createTestAuthority();
  grant = await issue(authority, authority.alice, grantBody(authority));
});
afterAll(() => authority.close());

const line = (members: object = {}) => ({
  id: crypto.randomUUID() as string,
  at: authority.now().toISOString(),
  grant: grant.id,
  agency: authority.bob.webId,
  owner: authority.alice.webId,
  resource: authority.inPod('facts/income.jsonld'),
  method: 'GET',
  ...members,
});

async function outcome(response: Response) {
  expect(response.status).toBe(200);
  return response.json();
}

async function reads(by: Person, search = '') {
  const response = await authority.send('GET', `v1/reads${search}`, by);
  expect(response.status).toBe(200);
  return readRecordPageSchema.parse(await response.json());
}

describe('POST reads', () => {
  it('keeps what a vault server reports, each line once', async () => {
    const [a, b] = [line(), line()];
    expect(await outcome(await authority.report([a, b, a]))).toEqual({
      accepted: 2,
      duplicate: 1,
      dropped: 0,
    });
    expect(await outcome(await authority.report([b]))).toEqual({
      accepted: 0,
      duplicate: 1,
      dropped: 0,
    });
  });

  const doubtful: [string, () => Promise<object>][] = [
    ['of a grant there is not', async () => ({ grant: `${authority.baseUrl}vc/none` })],
    [
      'of a denial',
      async () => ({ grant: (await issue(authority, authority.alice, denialBody(authority))).id }),
    ],
    ['in the name of another agency', async () => ({ agency: authority.eve.webId })],
    ['about another citizen', async () => ({ owner: authority.eve.webId })],
    [
      'about a resource of another vault server',
      async () => ({ resource: `${authority.otherVault.baseUrl}x` }),
    ],
    ['from the future', async () => ({ at: authority.inDays(1) })],
    ['from before there were computers', async () => ({ at: '0000-01-01T00:00:00Z' })],
    ['with a NUL in it', async () => ({ method: 'G\0T' })],
  ];
  it.each(doubtful)('drops a line %s', async (_what, members) => {
    const sent = [line(await members()), line()];
    expect(await outcome(await authority.report(sent))).toEqual({
      accepted: 1,
      duplicate: 0,
      dropped: 1,
    });
  });

  it('drops what one vault server says about the grants of another', async () => {
    const resource = `${authority.otherVault.baseUrl}alice/facts/income.jsonld`;
    const report = await authority.report([line({ resource })], { vault: authority.otherVault });
    expect(await outcome(report)).toMatchObject({ accepted: 0, dropped: 1 });
  });

  it('refuses a report that is not signed by a vault server, is of another type, or is old', async () => {
    const { baseUrl } = authority.vault;
    const forged = { baseUrl, secret: 'x'.repeat(32) };
    const hourAgo = Math.floor(authority.now().getTime() / 1000) - 120;
    const before = await authority.countRows();
    for (const report of [
      await authority.report([line()], { vault: forged }),
      await authority.report([line()], { typ: 'uma-ticket+jwt' }),
      await authority.report([line()], { iat: hourAgo }),
      await authority.send('POST', 'v1/reads', undefined, 'x'),
    ]) {
      expect(report.status).toBe(401);
      expect(await report.json()).toMatchObject({ code: 'report_refused' });
    }
    expect(await authority.countRows()).toEqual(before);
  });

  it('says of a signed report that is not well formed which member is wrong', async () => {
    const response = await authority.report([{ id: 'x' }]);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'invalid_body',
      detail: expect.stringContaining('records.0.id'),
    });
    expect((await authority.report([])).status).toBe(400);
  });
});

describe('GET reads', () => {
  it('shows citizen and agency their own lines, newest first, page by page', async () => {
    const other = await issue(authority, authority.alice, grantBody(authority));
    const at = (minutes: number) =>
      new Date(authority.now().getTime() - minutes * 60_000).toISOString();
    // Two at the same moment: the page must break between them without losing one.
    const sent = [1, 3, 3, 2, 4].map((minutes) => line({ grant: other.id, at: at(minutes) }));
    sent[1] = { ...line(sent[1]), at: sent[2]?.at ?? '' };
    await authority.report(sent);
    for (const person of [authority.alice, authority.bob]) {
      const seen: string[] = [];
      let search: string | undefined = `?grant=${encodeURIComponent(other.id)}&limit=2`;
      while (search !== undefined) {
        const { items, next } = await reads(person, search);
        seen.push(...items.map((item) => item.id));
        if (next !== undefined) expect(next).toContain(`${authority.baseUrl}v1/reads?`);
        search = next === undefined ? undefined : new URL(next).search;
      }
      expect(seen).toHaveLength(5);
      expect(new Set(seen)).toEqual(new Set(sent.map(({ id }) => id)));
      expect(seen[0]).toBe(sent[0]?.id);
      expect(seen[4]).toBe(sent[4]?.id);
    }
    expect((await reads(authority.alice, '?limit=1000')).items.length).toBeGreaterThan(5);
    expect((await reads(authority.eve)).items).toEqual([]);
  });

  it.each(['limit=0', 'limit=x', 'before=x', 'grant=x', 'grant=http://x/%00'])(
    'refuses %s',
    async (search) => {
      const response = await authority.send('GET', `v1/reads?${search}`, authority.bob);
      expect(await response.json()).toMatchObject({ status: 400, code: 'invalid_query' });
    },
  );

  it('refuses a call without token', async () => {
    expect((await authority.send('GET', 'v1/reads')).status).toBe(401);
  });
});
