import { expect, it } from 'vitest';
import { describeDatabases } from '../test-support/describe-databases.ts';
import type { Webhook } from '../webhooks/webhook-store.ts';
import { createSqlStores } from './stores.ts';

const now = new Date('2026-11-22T12:00:00.123Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const newLease = () => crypto.randomUUID() as string;

describeDatabases('webhooks', (database) => {
  const one = () => createSqlStores(database.one.db).webhooks;
  const other = () => createSqlStores(database.other.db).webhooks;

  /** A webhook of somebody new, whose feed has `head` events. */
  async function add(head = 3): Promise<Webhook> {
    const webhook: Webhook = {
      id: crypto.randomUUID(),
      owner: `https://id.example/${crypto.randomUUID()}#me`,
      url: 'https://agency.example/events',
      secret: 'whsec_x',
      types: ['org.w3id.grondslag.access-grant.issued.v1'],
      createdAt: now,
      deliveredSeq: 0,
      failures: 0,
      nextAttemptAt: now,
    };
    expect(await one().add(webhook, 10)).toBe(true);
    await database.one.db.insertInto('feed').values({ name: webhook.owner, head }).execute();
    return webhook;
  }
  const claim = (at = now, lease = newLease()) =>
    other().claim({ lease, now: at, leaseUntil: new Date(at.getTime() + 60_000) });
  const empty = async () => {
    for (;;) {
      const found = await claim(later(1e6));
      if (found === undefined) return;
      await one().remove(found.id);
    }
  };

  it('are given back as they were added, and to their owner', async () => {
    const webhook = await add();
    expect(await other().find(webhook.id)).toEqual(webhook);
    expect(await other().list(webhook.owner)).toEqual([webhook]);
    expect(await other().list('https://id.example/eve#me')).toEqual([]);
    expect(await one().add({ ...webhook, id: crypto.randomUUID() }, 1)).toBe(false);
    await one().remove(webhook.id);
    expect(await other().find(webhook.id)).toBeUndefined();
  });

  it('are each claimed by one of many instances, until the lease is over', async () => {
    await empty();
    const made = [await add(), await add(), await add()].map(({ id }) => id);
    const claimed = await Promise.all(Array.from({ length: 9 }, () => claim()));
    const found = claimed.flatMap((webhook) => webhook?.id ?? []);
    expect(found).toHaveLength(3);
    expect(new Set(found)).toEqual(new Set(made));
    expect(await claim(later(59))).toBeUndefined();
    expect(await claim(later(61))).toBeDefined();
    await empty();
  });

  it('are due when there is something to tell and the wait is over', async () => {
    await empty();
    const { id } = await add(2);
    const lease = newLease();
    await claim(now, lease);
    expect(await one().advance(id, lease, { seq: 1, leaseUntil: later(60) })).toBe(true);
    expect(await one().release(id, lease, now)).toBe(true);
    const next = newLease();
    expect(await claim(now, next)).toMatchObject({ id, deliveredSeq: 1 });
    const failed = { problem: 'timeout', failingSince: now, nextAttemptAt: later(5) };
    expect(await one().fail(id, next, failed)).toBe(true);
    expect(await claim(later(4))).toBeUndefined();
    const last = newLease();
    expect(await claim(later(5), last)).toMatchObject({ failures: 1, lastProblem: 'timeout' });
    await one().advance(id, last, { seq: 2, leaseUntil: later(60) });
    await one().release(id, last, now);
    expect(await one().find(id)).not.toHaveProperty('failingSince');
    expect(await claim(later(1e6))).toBeUndefined();
  });

  it('are not changed by who lost the lease, nor delivered to once disabled', async () => {
    await empty();
    const { id } = await add();
    await claim();
    const lost = newLease();
    expect(await one().advance(id, lost, { seq: 3, leaseUntil: later(60) })).toBe(false);
    expect(await one().release(id, lost, now)).toBe(false);
    const failed = { problem: 'http_410', failingSince: now, nextAttemptAt: now, disabledAt: now };
    expect(await one().fail(id, lost, failed)).toBe(false);
    const held = newLease();
    await claim(later(61), held);
    expect(await one().fail(id, held, failed)).toBe(true);
    expect(await claim(later(1e6))).toBeUndefined();
    expect(await one().find(id)).toMatchObject({ disabledAt: now });
  });
});
