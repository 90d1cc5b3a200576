import { expect, it } from 'vitest';
import { describeDatabases } from '../test-support/describe-databases.ts';
import { createSqlStores } from './stores.ts';

const now = new Date('2026-11-22T12:00:00.123Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const key = () => ({ owner: 'https://id.example/#me', key: crypto.randomUUID() });
const reservation = (members: object = {}) => ({
  ...key(),
  fingerprint: 'the same',
  resource: crypto.randomUUID() as string,
  now,
  leaseUntil: later(30),
  forgetBefore: later(-86_400),
  ...members,
});
const answer = { status: 201, headers: { Location: 'https://x.example/' }, body: { a: 'Zoë' } };

describeDatabases('idempotency keys', (database) => {
  const one = () => createSqlStores(database.one.db).idempotency;
  const other = () => createSqlStores(database.other.db).idempotency;

  it('are reserved by one of many that come at once, wherever', async () => {
    const mine = key();
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 ? one() : other()).reserve(reservation(mine)),
      ),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'reserved')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'in_use')).toHaveLength(11);
  });

  it('give the answer again, to the same request only', async () => {
    const mine = key();
    await one().reserve(reservation(mine));
    await one().keep(mine, answer);
    expect(await other().reserve(reservation(mine))).toEqual({ outcome: 'answered', answer });
    expect(await other().reserve(reservation({ ...mine, fingerprint: 'another' }))).toEqual({
      outcome: 'other_request',
    });
  });

  it('keep the id that was promised when the first try never answered', async () => {
    const first = reservation();
    await one().reserve(first);
    const again = reservation({ owner: first.owner, key: first.key, now: later(31) });
    expect(await other().reserve(again)).toEqual({
      outcome: 'reserved',
      resource: first.resource,
      again: true,
    });
  });

  it('are free when given back, when too old and when forgotten', async () => {
    const mine = key();
    await one().reserve(reservation(mine));
    await one().release(mine);
    const second = reservation(mine);
    expect(await one().reserve(second)).toMatchObject({ again: false, resource: second.resource });
    await one().keep(mine, answer);
    await one().release(mine);
    expect(await one().reserve(reservation(mine))).toMatchObject({ outcome: 'answered' });
    const third = reservation({ ...mine, forgetBefore: later(1) });
    expect(await one().reserve(third)).toMatchObject({ again: false, resource: third.resource });
    expect(await one().prune(later(1))).toBeGreaterThan(0);
    expect(await one().reserve(reservation(mine))).toMatchObject({ again: false });
  });
});
