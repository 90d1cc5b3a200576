import { createdWebhookSchema, webhookViewSchema } from '@grondslag/protocol/v1';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedFetch, type GuardedFetch } from '../http/guarded-fetch.ts';
import { createSqlStores } from '../storage/stores.ts';
import {
  createTestAuthority,
  grantBody,
  issue,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import { type Receiver, startReceiver } from '../test-support/start-receiver.ts';
import { type DeliveryPowers, deliverNext } from './deliver-webhooks.ts';
import { runDeliveries } from './run-deliveries.ts';

let authority: TestAuthority;
let receiver: Receiver;
let outside: GuardedFetch;
beforeAll(async () => {
  authority = await createTestAuthority();
});
beforeEach(async () => {
  receiver = await startReceiver();
  outside = createGuardedFetch({ unguardedOrigins: [receiver.url] });
});
afterEach(async () => {
  authority.advance(-passed);
  passed = 0;
  await authority.database.db.deleteFrom('webhook').execute();
  await receiver.close();
  await outside.close();
});
afterAll(() => authority.close());

/** An instance of the authority, as far as it delivers. */
function instance(members: Partial<DeliveryPowers> = {}): DeliveryPowers {
  const { baseUrl, now } = authority;
  return {
    ...createSqlStores(authority.database.db),
    eventSource: baseUrl,
    fetch: outside.fetch,
    now,
    log: (entry) => authority.logs.push(entry),
    random: () => 0,
    ...members,
  };
}

/** Stores one as if its URL were public: the route lets nobody name this machine. */
async function addWebhook(members: object = {}, to = receiver) {
  const made = await authority.send('POST', 'v1/webhooks', authority.bob, {
    url: 'https://agency.example/events',
    ...members,
  });
  expect(made.status).toBe(201);
  const webhook = createdWebhookSchema.parse(await made.json());
  await authority.database.db
    .updateTable('webhook')
    .set({ url: to.url })
    .where('id', '=', webhook.id)
    .execute();
  to.secret = webhook.secret;
  return webhook;
}

/** A receiver refuses what comes from another time, so each test begins now. */
let passed = 0;
function pass(milliseconds: number): void {
  passed += milliseconds;
  authority.advance(milliseconds);
}

const newGrant = async () => (await issue(authority, authority.alice, grantBody(authority))).id;
async function view(id: string) {
  const response = await authority.send('GET', `v1/webhooks/${id}`, authority.bob);
  return webhookViewSchema.parse(await response.json());
}
const subjects = () => receiver.accepted.map(({ subject }) => subject);
async function deliverAll(powers = instance()): Promise<void> {
  while (await deliverNext(powers));
}

describe('a webhook', () => {
  it('gets what happens from now on, signed, in order, once', async () => {
    await newGrant();
    const { id } = await addWebhook();
    const grants = [await newGrant(), await newGrant(), await newGrant()];
    await deliverAll();
    expect(subjects()).toEqual(grants);
    expect(receiver.requests[0]).toMatchObject({
      'content-type': 'application/cloudevents+json',
      'webhook-id': receiver.accepted[0]?.id,
    });
    expect(await deliverNext(instance())).toBe(false);
    const last = Number(receiver.accepted.at(-1)?.sequence);
    expect(await view(id)).toMatchObject({ state: 'active', deliveredUntil: last });
  });

  it('gets only the types it wants', async () => {
    await addWebhook({ types: ['org.w3id.grondslag.access-grant.revoked.v1'] });
    const grant = await newGrant();
    const body = { credentialId: grant, credentialStatus: [{ type: 'x', status: '1' }] };
    await authority.send('POST', 'status', authority.alice, body);
    await deliverAll();
    expect(receiver.accepted).toMatchObject([
      { subject: grant, type: 'org.w3id.grondslag.access-grant.revoked.v1' },
    ]);
  });

  it('is tried again later when it fails, and then nothing is missing', async () => {
    const { id } = await addWebhook();
    const grants = [await newGrant(), await newGrant()];
    receiver.status = 500;
    for (const failures of [1, 2, 3]) {
      await deliverAll();
      expect(receiver.requests).toHaveLength(failures);
      expect(await view(id)).toMatchObject({ state: 'failing', lastProblem: 'http_500' });
      pass(5_000 * 2 ** (failures - 1));
    }
    receiver.status = 204;
    await deliverAll();
    expect(subjects()).toEqual(grants);
    expect(await view(id)).toMatchObject({ state: 'active' });
    expect(
      new Set(receiver.requests.slice(0, 4).map((headers) => headers['webhook-id'])).size,
    ).toBe(1);
    expect(authority.logs).toContainEqual({
      level: 'warn',
      event: 'webhook_failed',
      code: 'http_500',
      reference: id,
    });
  });

  it('is given up after three days, or at 410, and says so', async () => {
    const { id } = await addWebhook();
    await newGrant();
    receiver.status = 503;
    await deliverAll();
    pass(3 * 86_400_000);
    await deliverAll();
    expect(await view(id)).toMatchObject({ state: 'disabled', disabledAt: expect.any(String) });
    pass(86_400_000);
    expect(await deliverNext(instance())).toBe(false);
    const other = await addWebhook();
    await newGrant();
    receiver.status = 410;
    await deliverAll();
    expect(await view(other.id)).toMatchObject({ state: 'disabled', lastProblem: 'http_410' });
  });

  it('is delivered to by one instance at a time, and by another when that one is gone', async () => {
    await addWebhook();
    const grants = [await newGrant(), await newGrant()];
    const arrived = Promise.withResolvers<void>();
    const killed = Promise.withResolvers<void>();
    receiver.before = () => {
      arrived.resolve();
      return killed.promise;
    };
    // The first instance hangs in the middle of an attempt, and never writes anything again.
    const webhooks = createSqlStores(authority.database.db).webhooks;
    const gone = { ...webhooks, advance: async () => false, fail: async () => false };
    const dying = deliverNext(instance({ webhooks: gone }));
    await arrived.promise;
    expect(await deliverNext(instance())).toBe(false);
    killed.resolve();
    await dying;
    receiver.before = async () => undefined;
    expect(await deliverNext(instance())).toBe(false);
    pass(61_000);
    await deliverAll();
    // The first came twice, with one id: nothing is missing, and a receiver can tell.
    expect(subjects()).toEqual([grants[0], ...grants]);
    expect(receiver.accepted[0]?.id).toBe(receiver.accepted[1]?.id);
  });

  it('gets each event once from three instances that run, in order', async () => {
    await addWebhook();
    const running = [1, 2, 3].map(() => runDeliveries(instance()));
    const grants: string[] = [];
    for (let i = 0; i < 20; i++) grants.push(await newGrant());
    await expect.poll(() => receiver.accepted.length, { timeout: 15_000 }).toBe(20);
    await Promise.all(running.map((one) => one.stop()));
    expect(subjects()).toEqual(grants);
  });

  it('is tried again later when its receiver never answers', async () => {
    const { id } = await addWebhook();
    await newGrant();
    receiver.before = () => new Promise(() => undefined);
    const impatient = createGuardedFetch({
      unguardedOrigins: [receiver.url],
      timeoutMilliseconds: 300,
    });
    await deliverAll(instance({ fetch: impatient.fetch }));
    await impatient.close();
    expect(await view(id)).toMatchObject({ state: 'failing', lastProblem: 'timeout' });
  });

  it('holds up no other while its receiver does not answer', async () => {
    const { id } = await addWebhook();
    const answered = Promise.withResolvers<void>();
    receiver.before = () => answered.promise;
    const other = await startReceiver();
    await addWebhook({}, other);
    const both = createGuardedFetch({ unguardedOrigins: [receiver.url, other.url] });
    const running = runDeliveries(instance({ fetch: both.fetch }));
    const grants = [await newGrant(), await newGrant()];
    await expect.poll(() => other.accepted.length, { timeout: 9_000 }).toBe(2);
    expect(receiver.requests).toHaveLength(1);
    expect(await view(id)).toMatchObject({ state: 'active' });
    answered.resolve();
    await expect.poll(() => receiver.accepted.length, { timeout: 9_000 }).toBe(2);
    await running.stop();
    expect(other.accepted.map(({ subject }) => subject)).toEqual(grants);
    await other.close();
    await both.close();
  });

  it('is not followed to where it redirects, nor sent to an address inside', async () => {
    const { id } = await addWebhook();
    await newGrant();
    receiver.status = 307;
    await deliverAll();
    expect((await view(id)).state).toBe('failing');
    expect(receiver.requests).toHaveLength(1);
    pass(3_600_000);
    const guarded = createGuardedFetch({ unguardedOrigins: [] });
    await deliverAll(instance({ fetch: guarded.fetch }));
    await guarded.close();
    expect((await view(id)).lastProblem).toBe('url_not_allowed');
    expect(receiver.requests).toHaveLength(1);
  });
});

describe('v1/webhooks', () => {
  it('tells the secret once, and shows a webhook to its owner only', async () => {
    const made = await addWebhook();
    const list = await (await authority.send('GET', 'v1/webhooks', authority.bob)).json();
    expect(list).toMatchObject({ items: [{ id: made.id, state: 'active' }] });
    expect(JSON.stringify(list)).not.toContain('whsec_');
    for (const method of ['GET', 'DELETE']) {
      const response = await authority.send(method, `v1/webhooks/${made.id}`, authority.eve);
      expect(await response.json()).toMatchObject({ status: 404, code: 'webhook_not_found' });
    }
    const gone = await authority.send('DELETE', `v1/webhooks/${made.id}`, authority.bob);
    expect(gone.status).toBe(204);
    expect((await authority.send('GET', `v1/webhooks/${made.id}`, authority.bob)).status).toBe(404);
  });

  it.each([
    'http://agency.example/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest',
    'https://10.0.0.1/',
    'https://user:password@agency.example/',
    'https://access.example/status',
  ])('refuses %s', async (url) => {
    const response = await authority.send('POST', 'v1/webhooks', authority.bob, { url });
    expect(await response.json()).toMatchObject({ status: 400, code: 'url_not_allowed' });
  });

  it('lets nobody have more than ten', async () => {
    for (let i = 0; i < 10; i++) await addWebhook();
    const url = 'https://agency.example/';
    const response = await authority.send('POST', 'v1/webhooks', authority.bob, { url });
    expect(await response.json()).toMatchObject({ status: 409, code: 'too_many_webhooks' });
  });
});
