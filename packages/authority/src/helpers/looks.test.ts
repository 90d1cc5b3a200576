import { type HelperLook, type HelperView, helperLookSchema } from '@grondslag/protocol/v1';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createTestAuthority, type TestAuthority } from '../test-support/create-test-authority.ts';
import { asHelper, startHelp } from '../test-support/helper-scene.ts';
import { expectStatus } from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

const DAY_MILLISECONDS = 86_400_000;
let authority: TestAuthority;
let noor: Person;
let helper: HelperView;
let number = 0;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
});
afterAll(() => authority.close());
beforeEach(async () => {
  await authority.database.db.deleteFrom('helper_look').execute();
  await authority.database.db.updateTable('helper').set({ ended_at: new Date() }).execute();
  noor = await authority.provider.person(`noor${++number}`);
  helper = await startHelp(authority, noor);
});

const look = (path: string) => authority.send('GET', path, noor, undefined, asHelper(helper));
const pageSchema = z.object({ items: z.array(helperLookSchema), next: z.url().optional() });
const list = async (by = authority.alice, path = 'v1/helper-looks') =>
  pageSchema.parse(await (await expectStatus(200, authority.send('GET', path, by))).json());
const kinds = async () => (await list()).items.map(({ kind }) => kind).toSorted();

describe('what a helper looks through', () => {
  const lists: [string, HelperLook['kind']][] = [
    ['query?type=SolidAccessRequest', 'questions'],
    ['v1/access-requests', 'questions'],
    ['query?type=SolidAccessGrant', 'permissions'],
    ['query', 'permissions'],
    ['v1/access-grants', 'permissions'],
    ['v1/access-denials', 'permissions'],
    ['v1/lawful-accesses?citizen=me', 'law'],
    ['v1/notices', 'law'],
    ['v1/reads', 'reads'],
    ['v1/objections', 'objections'],
    ['v1/rights-requests', 'objections'],
    ['v1/corrections', 'objections'],
  ];
  it.each(lists)('%s is told to the citizen as %s', async (path, kind) => {
    await expectStatus(200, look(path));
    expect((await list()).items).toMatchObject([{ helper: helper.id, kind }]);
  });

  it('is one line a day, however often', async () => {
    for (const path of ['v1/reads', 'v1/reads', 'v1/notices']) await expectStatus(200, look(path));
    expect(await kinds()).toEqual(['law', 'reads']);
    authority.advance(DAY_MILLISECONDS);
    try {
      await expectStatus(200, look('v1/reads'));
      expect(await kinds()).toEqual(['law', 'reads', 'reads']);
    } finally {
      authority.advance(-DAY_MILLISECONDS);
    }
  });

  it('of a single thing is told too, also when it is not theirs to see', async () => {
    await expectStatus(404, look(`v1/access-requests/${crypto.randomUUID()}`));
    expect(await kinds()).toEqual(['questions']);
  });

  it('is not told of who looks for themselves, or is refused', async () => {
    await expectStatus(200, authority.send('GET', 'v1/reads', noor));
    await expectStatus(200, authority.send('GET', 'v1/reads', authority.alice));
    const eve = authority.send('GET', 'v1/reads', authority.eve, undefined, asHelper(helper));
    await expectStatus(403, eve);
    expect((await list()).items).toEqual([]);
  });

  it('is for the citizen alone', async () => {
    await expectStatus(200, look('v1/reads'));
    for (const by of [noor, authority.eve, authority.operator]) {
      expect((await list(by)).items).toEqual([]);
    }
  });

  it('is told page by page, and kept for a year', async () => {
    const { helpers } = authority.stores;
    const day = (ago: number) => new Date(authority.now().getTime() - ago * DAY_MILLISECONDS);
    for (let ago = 0; ago < 101; ago += 1) {
      await helpers.noteLook({ helper: helper.id, kind: 'reads', at: day(ago) });
    }
    const { items, next = '' } = await list();
    expect(items).toHaveLength(100);
    expect((await list(authority.alice, next)).items).toHaveLength(1);
    await helpers.pruneLooks(day(50.5));
    expect((await list()).items).toHaveLength(51);
  });
});
