import { type StatusChanges, statusChangesSchema } from '@grondslag/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  denialBody,
  grantBody,
  issue,
  requestBody,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createTestAuthority();
});
afterAll(() => authority.close());

async function ask(search = ''): Promise<StatusChanges> {
  const response = await authority.askStatusChanges(search);
  expect(response.status).toBe(200);
  return statusChangesSchema.parse(await response.json());
}

const newGrant = async () => (await issue(authority, authority.alice, grantBody(authority))).id;

async function withdraw(id: string, by = authority.alice): Promise<void> {
  const body = { credentialId: id, credentialStatus: [{ type: 'x', status: '1' }] };
  const response = await authority.send('POST', 'status', by, body);
  expect(response.status).toBe(200);
}

describe('GET v1/status-changes', () => {
  let head: number;
  beforeEach(async () => {
    ({ head } = await ask());
  });

  it('tells of grants that are revoked, suspended and resumed, in order and without gaps', async () => {
    const [a, b] = [await newGrant(), await newGrant()];
    await authority.stores.credentials.suspend(a, authority.now());
    await authority.stores.credentials.suspend(a, authority.now());
    await authority.stores.credentials.resume(a, authority.now());
    await withdraw(b);
    await withdraw(b);
    await authority.stores.credentials.suspend(b, authority.now());
    await withdraw(a);
    expect(await ask(`?after=${head}`)).toMatchObject({
      head: head + 4,
      more: false,
      changes: [
        { seq: head + 1, credential: a, change: 'suspended' },
        { seq: head + 2, credential: a, change: 'resumed' },
        { seq: head + 3, credential: b, change: 'revoked' },
        { seq: head + 4, credential: a, change: 'revoked' },
      ],
    });
  });

  it('tells nothing of requests and denials, and other vault servers nothing', async () => {
    const request = await issue(authority, authority.bob, requestBody(authority));
    await withdraw(request.id, authority.bob);
    await withdraw((await issue(authority, authority.alice, denialBody(authority))).id);
    expect(await ask(`?after=${head}`)).toEqual({ head, changes: [], more: false });
    await withdraw(await newGrant());
    const elsewhere = await authority.askStatusChanges('?after=0', { vault: authority.otherVault });
    expect(await elsewhere.json()).toEqual({ head: 0, changes: [], more: false });
  });

  it('lets a question wait until there is something to tell', async () => {
    const grant = await newGrant();
    const answer = ask(`?after=${head}&wait=5000`);
    const other = ask(`?after=${head}&wait=1`);
    expect(await other).toEqual({ head, changes: [], more: false });
    await withdraw(grant);
    expect(await answer).toMatchObject({ head: head + 1, changes: [{ credential: grant }] });
  });

  it('hears of what another process wrote', async () => {
    const answer = ask(`?after=${head}&wait=5000`);
    await authority.database.db
      .insertInto('feed_entry')
      .values({
        feed: authority.vault.baseUrl,
        seq: head + 1,
        id: crypto.randomUUID(),
        kind: 'revoked',
        credential_id: `${authority.baseUrl}vc/elsewhere`,
        at: authority.now(),
      })
      .execute();
    const row = { name: authority.vault.baseUrl, head: head + 1 };
    await authority.database.db
      .insertInto('feed')
      .values(row)
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute();
    expect(await answer).toMatchObject({ head: head + 1, changes: [{ seq: head + 1 }] });
  });

  it('tells who asks for the first time what changed as long as a token could live', async () => {
    const [old, young] = [await newGrant(), await newGrant()];
    await authority.stores.credentials.revoke(old, new Date(authority.now().getTime() - 901_000));
    await withdraw(young);
    const { changes, head: now } = await ask();
    expect(now).toBe(head + 2);
    expect(changes.at(-1)).toMatchObject({ seq: now, credential: young });
    expect(changes.map(({ credential }) => credential)).not.toContain(old);
  });

  it('answers with its own head when it is behind, as after a restored backup', async () => {
    expect(await ask(`?after=${head + 9}&wait=5000`)).toEqual({ head, changes: [], more: false });
  });

  it('tells what is too much for one answer in pages', async () => {
    const feed = authority.vault.baseUrl;
    const entries = Array.from({ length: 501 }, (_, index) => ({
      feed,
      seq: head + 1 + index,
      id: crypto.randomUUID(),
      kind: 'revoked' as const,
      credential_id: `${authority.baseUrl}vc/${index}`,
      at: authority.now(),
    }));
    const { db } = authority.database;
    await db.insertInto('feed_entry').values(entries).execute();
    await db
      .updateTable('feed')
      .set({ head: head + 501 })
      .where('name', '=', feed)
      .execute();
    const first = await ask(`?after=${head}`);
    expect([first.head, first.changes.length, first.more]).toEqual([head + 500, 500, true]);
    const second = await ask(`?after=${first.head}`);
    expect([second.head, second.changes.length, second.more]).toEqual([head + 501, 1, false]);
  });

  it.each<[string, object]>([
    ['of another type', { typ: 'grondslag-read-report+jwt' }],
    ['that is too old', { iat: Math.floor(Date.now() / 1000) - 120 }],
    ['of a stranger', { vault: { baseUrl: 'https://stranger.example/', secret: 's'.repeat(32) } }],
  ])('refuses a question %s', async (_what, claims) => {
    const response = await authority.askStatusChanges('', claims);
    expect([response.status, await response.json()]).toMatchObject([
      401,
      { code: 'status_question_refused' },
    ]);
  });

  it.each(['?after=-1', '?wait=5001', '?after=x'])('refuses the query %s', async (search) => {
    const response = await authority.askStatusChanges(search);
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'invalid_query' },
    ]);
  });
});
