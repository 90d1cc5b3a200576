import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestAuthority, type TestAuthority } from '../test-support/create-test-authority.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createTestAuthority();
});
afterAll(() => authority.close());

const body = (members: object = {}) => ({
  agency: authority.bob.webId,
  resources: [authority.inPod('facts/income.jsonld')],
  modes: ['read'],
  ...members,
});

async function post(key: string, sent: unknown = body(), by: Person = authority.alice) {
  const url = `${authority.baseUrl}v1/access-grants`;
  const response = await authority.app.request(url, {
    method: 'POST',
    headers: { ...(await by.dpop('POST', url)), 'Idempotency-Key': key },
    body: JSON.stringify(sent),
  });
  return { status: response.status, headers: response.headers, answer: await response.json() };
}

const newKey = () => crypto.randomUUID() as string;
const grants = async () => (await authority.countRows()).credential;

describe('a write with an Idempotency-Key', () => {
  it('happens once and gets the same answer each time, quoted or not', async () => {
    const key = newKey();
    const before = await grants();
    const first = await post(key);
    const second = await post(`"${key}"`);
    expect(first.status).toBe(201);
    expect([second.status, second.answer]).toEqual([201, first.answer]);
    expect(second.headers.get('Location')).toBe(first.headers.get('Location'));
    expect(await grants()).toBe(before + 1);
  });

  it('happens once when it comes ten times at once', async () => {
    const key = newKey();
    const before = await grants();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => post(key)));
    const made = outcomes.filter(({ status }) => status === 201);
    const others = outcomes.filter(({ status }) => status !== 201);
    expect(made.length).toBeGreaterThan(0);
    // The database may give members back in another order.
    for (const { answer } of made) expect(answer).toEqual(made[0]?.answer);
    for (const { status, answer } of others) {
      expect([status, answer]).toMatchObject([409, { code: 'idempotency_key_in_use' }]);
    }
    expect(await grants()).toBe(before + 1);
  });

  it('is refused when the key came with another body', async () => {
    const key = newKey();
    await post(key);
    const before = await grants();
    const other = await post(key, body({ modes: ['append'] }));
    expect([other.status, other.answer]).toMatchObject([422, { code: 'idempotency_key_reused' }]);
    expect(await grants()).toBe(before);
  });

  it('has nothing to do with the same key of another caller', async () => {
    const key = newKey();
    expect((await post(key)).status).toBe(201);
    const ofEve = await post(key, body(), authority.eve);
    expect(ofEve.answer).toMatchObject({ code: 'not_controller' });
  });

  it('may be tried again with the same key after a refusal', async () => {
    const key = newKey();
    const { askControl } = authority;
    authority.askControl = async () => ({ controlled: [], features: [] });
    expect((await post(key)).answer).toMatchObject({ code: 'not_controller' });
    authority.askControl = askControl;
    expect((await post(key)).status).toBe(201);
  });

  it('is new again after 24 hours', async () => {
    const key = newKey();
    const first = await post(key);
    const other = body({ modes: ['append'] });
    authority.advance(86_400_001);
    const second = await post(key, other);
    expect(second.status).toBe(201);
    expect(second.answer).not.toEqual(first.answer);
  });

  it('is finished by the next try when a crash came between making and answering', async () => {
    const key = newKey();
    const first = await post(key);
    // As a crash leaves it: the grant is there, and nothing says so.
    const lose = () =>
      authority.database.db
        .updateTable('idempotency_key')
        .set({ answer: null })
        .where('key', '=', key)
        .execute();
    await lose();
    const before = await grants();
    expect((await post(key)).answer).toMatchObject({ code: 'idempotency_key_in_use' });
    authority.advance(31_000);
    const next = await post(key);
    expect([next.status, next.answer]).toEqual([201, first.answer]);
    expect(await grants()).toBe(before);
  });

  it('is made by the next try, with the id of the first, when a crash came before', async () => {
    const key = newKey();
    const { askControl } = authority;
    authority.askControl = () => Promise.reject(new Error('power cut'));
    expect((await post(key)).status).toBe(500);
    authority.askControl = askControl;
    const promised = await authority.database.db
      .selectFrom('idempotency_key')
      .select('resource_id')
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    authority.advance(31_000);
    expect((await post(key)).answer).toMatchObject({ id: promised.resource_id });
  });

  it.each(['', ' ', 'é', 'x'.repeat(256), 'a b'])('is refused when the key is %j', async (key) => {
    expect((await post(key)).answer).toMatchObject({ code: 'idempotency_key_invalid' });
  });
});
