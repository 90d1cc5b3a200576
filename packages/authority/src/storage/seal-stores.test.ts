import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { describeDatabases } from '../test-support/describe-databases.ts';
import { sealStores } from './seal-stores.ts';
import { createSqlStores } from './stores.ts';

const now = new Date('2026-11-22T12:00:00.123Z');
const later = new Date(now.getTime() + 30_000);
const encryptionKey = randomBytes(32);
const secret = 'whsec_c2VjcmV0';

describeDatabases('secrets in the database', (database) => {
  const plain = () => createSqlStores(database.one.db);
  const sealed = () => sealStores(createSqlStores(database.other.db), encryptionKey);
  const newWebhook = () => ({
    id: crypto.randomUUID() as string,
    owner: `https://id.example/${crypto.randomUUID()}#me`,
    url: 'https://agency.example/events',
    secret,
    types: ['org.w3id.grondslag.access-grant.issued.v1' as const],
    createdAt: now,
    deliveredSeq: 0,
    failures: 0,
    nextAttemptAt: now,
  });

  it('of webhooks are encrypted, and open for who has the key', async () => {
    const webhook = newWebhook();
    await sealed().webhooks.add(webhook, 10);
    const stored = await plain().webhooks.find(webhook.id);
    expect(stored?.secret).toMatch(/^ey[\w-]+\.\./);
    expect(await sealed().webhooks.find(webhook.id)).toEqual(webhook);
    expect(await sealed().webhooks.list(webhook.owner)).toEqual([webhook]);
    await database.one.db.insertInto('feed').values({ name: webhook.owner, head: 1 }).execute();
    const claim = { lease: crypto.randomUUID(), now, leaseUntil: later };
    expect(await sealed().webhooks.claim(claim)).toMatchObject({ id: webhook.id, secret });
    const other = sealStores(plain(), randomBytes(32)).webhooks;
    await expect(other.find(webhook.id)).rejects.toMatchObject({ code: 'key_sealed' });
  });

  it('of kept answers are encrypted, and the answer is given again as it was', async () => {
    const key = { owner: 'https://id.example/#me', key: crypto.randomUUID() };
    const reservation = {
      ...key,
      fingerprint: 'the same',
      resource: crypto.randomUUID(),
      now,
      leaseUntil: later,
      forgetBefore: new Date(0),
    };
    await sealed().idempotency.reserve(reservation);
    const answer = { status: 201, headers: { Location: 'https://x.example/' }, body: { secret } };
    await sealed().idempotency.keep(key, answer);
    expect(await sealed().idempotency.reserve(reservation)).toMatchObject({ answer });
    const stored = await plain().idempotency.reserve(reservation);
    expect(stored).toMatchObject({ outcome: 'answered' });
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it('that were stored before there was a key stay readable', async () => {
    const webhook = newWebhook();
    await plain().webhooks.add(webhook, 10);
    expect(await sealed().webhooks.find(webhook.id)).toEqual(webhook);
  });
});
