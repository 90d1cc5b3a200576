import { describe, expect, it } from 'vitest';
import type { NewCredential } from '../credentials/credential-store.ts';
import type { FeedEntry } from '../events/event-store.ts';
import { describeDatabases } from '../test-support/describe-databases.ts';
import { createSqlStores } from './stores.ts';

const VAULT = 'https://vault.example/';
const AUTHORITY = 'https://access.example/';
const now = new Date('2026-11-22T12:00:00.123Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

let made = 0;
/** A grant between people nobody else in these tests uses, unless told otherwise. */
function credential(members: Partial<NewCredential> = {}): NewCredential {
  const number = ++made;
  const id = `${AUTHORITY}vc/${String(number).padStart(8, '0')}`;
  return {
    id,
    kind: 'SolidAccessGrant',
    fromAgent: `${VAULT}citizen-${number}#me`,
    toAgent: `${VAULT}agency-${number}#me`,
    statusEntry: { list: 1, index: number },
    recordedAt: now,
    validFrom: now,
    expiresAt: later(3600),
    resources: [`${VAULT}pod-${number}/facts/`],
    vaults: [VAULT],
    purposes: ['https://w3id.org/dpv#ServiceProvision'],
    credential: { id, name: 'Zoë' } as unknown as NewCredential['credential'],
    ...members,
  };
}
const request = (members: Partial<NewCredential> = {}) =>
  credential({ kind: 'SolidAccessRequest', ...members });
const times = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

describeDatabases('the stores', (database) => {
  const one = () => createSqlStores(database.one.db);
  const other = () => createSqlStores(database.other.db);

  describe('credentials', () => {
    it('gives back what was added, and nothing of what was not', async () => {
      const { resources, vaults, purposes, ...stored } = credential();
      const { credentials } = one();
      expect(await credentials.add({ resources, vaults, purposes, ...stored })).toBe('added');
      expect(await other().credentials.find(stored.id)).toEqual(stored);
      expect(await credentials.find(`${AUTHORITY}vc/none`)).toBeUndefined();
      const { expiresAt: _none, ...endless } = credential();
      await credentials.add(endless);
      expect(await credentials.find(endless.id)).not.toHaveProperty('expiresAt');
    });

    it('gives a place in a status list to one credential', async () => {
      const entry = { list: 9, index: 9 };
      const outcomes = await times(8, (index) =>
        (index % 2 ? one() : other()).credentials.add(credential({ statusEntry: entry })),
      );
      expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'status_entry_taken')).toHaveLength(7);
    });

    it('finds places in status lists that are free', async () => {
      const entries = await times(20, () => one().credentials.findFreeStatusEntry());
      const added = await Promise.all(
        entries.map((statusEntry) => one().credentials.add(credential({ statusEntry }))),
      );
      expect(new Set(added)).toEqual(new Set(['added']));
    });

    it('accepts one of many decisions on a request, made at once', async () => {
      const asked = request();
      await one().credentials.add(asked);
      expect(await one().credentials.findDecision(asked.id)).toBeUndefined();
      const decisions = Array.from({ length: 12 }, (_, index) =>
        credential({
          decides: asked.id,
          kind: index % 2 ? 'SolidAccessGrant' : 'SolidAccessDenial',
        }),
      );
      const outcomes = await Promise.all(
        decisions.map((decision, index) => (index % 3 ? one() : other()).credentials.add(decision)),
      );
      const winner = outcomes.indexOf('added');
      expect(outcomes.toSpliced(winner, 1)).toEqual(Array(11).fill('already_decided'));
      const kept = await times(12, (index) =>
        one().credentials.find(decisions[index]?.id as string),
      );
      expect(kept.map((found) => found !== undefined)).toEqual(
        outcomes.map((outcome) => outcome === 'added'),
      );
      expect(await other().credentials.findDecision(asked.id)).toBe(
        decisions[winner]?.kind === 'SolidAccessGrant' ? 'Granted' : 'Denied',
      );
    });

    it('never accepts both a decision and the cancelling of its request', async () => {
      const outcomes = await times(12, async () => {
        const asked = request();
        await one().credentials.add(asked);
        const [outcome] = await Promise.all([
          one().credentials.add(credential({ decides: asked.id })),
          other().credentials.revoke(asked.id, now),
        ]);
        const decision = await one().credentials.findDecision(asked.id);
        const { revokedAt } = (await one().credentials.find(asked.id)) ?? {};
        // Cancelling after the decision changes the request and not the grant.
        return outcome === 'added' ? decision === 'Granted' : revokedAt !== undefined && !decision;
      });
      expect(outcomes).toEqual(Array(12).fill(true));
    });

    it('revokes once, at the time of the first, and for good', async () => {
      const grant = credential();
      await one().credentials.add(grant);
      await one().credentials.revoke(grant.id, now);
      await times(6, (index) => other().credentials.revoke(grant.id, later(index + 1)));
      await one().credentials.resume(grant.id, later(9));
      await one().credentials.suspend(grant.id, later(9));
      const found = await one().credentials.find(grant.id);
      expect(found).toMatchObject({ revokedAt: now });
      expect(found).not.toHaveProperty('suspendedAt');
      const events = await one().events.after(grant.toAgent, 0, 10);
      expect(events.map(({ kind }) => kind)).toEqual(['issued', 'revoked']);
      await one().credentials.revoke(`${AUTHORITY}vc/none`, now);
    });

    it('suspends and resumes, each once', async () => {
      const grant = credential();
      const { credentials, events } = one();
      await credentials.add(grant);
      await times(4, (index) => (index % 2 ? one() : other()).credentials.suspend(grant.id, now));
      expect(await credentials.find(grant.id)).toMatchObject({ suspendedAt: now });
      await times(4, (index) => (index % 2 ? one() : other()).credentials.resume(grant.id, now));
      expect(await credentials.find(grant.id)).not.toHaveProperty('suspendedAt');
      const kinds = (await events.after(grant.fromAgent, 0, 10)).map(({ kind }) => kind);
      expect(kinds).toEqual(['issued', 'suspended', 'resumed']);
    });

    it('keeps the version of a status list and the indexes set in it', async () => {
      const { credentials } = one();
      expect(await credentials.findStatusList(7)).toBeUndefined();
      const [a, b, c] = [1, 2, 3].map((index) => credential({ statusEntry: { list: 7, index } }));
      if (!a || !b || !c) throw new Error('three');
      await times(3, async (index) => credentials.add([a, b, c][index] as NewCredential));
      const before = await credentials.findStatusList(7);
      await Promise.all([
        credentials.revoke(a.id, later(1)),
        other().credentials.suspend(b.id, later(1)),
        other().credentials.suspend(c.id, later(1)),
      ]);
      await credentials.resume(c.id, later(1));
      const after = await credentials.findStatusList(7);
      expect((after?.version ?? 0) - (before?.version ?? 0)).toBe(4);
      expect(after?.changedAt).toEqual(later(1));
      expect(await credentials.findRevokedIndexes(7)).toEqual([1]);
      expect(await credentials.findSuspendedIndexes(7)).toEqual([2]);
    });

    it('finds by each filter, newest first, in pages', async () => {
      const citizen = `${VAULT}alice#me`;
      const agency = `${VAULT}tax#me`;
      const resource = `${VAULT}alice/income`;
      const parties = { fromAgent: citizen, toAgent: agency };
      const asked = request({ fromAgent: agency, toAgent: citizen });
      const canceled = request({ fromAgent: agency, toAgent: citizen });
      const grant = credential({ ...parties, decides: asked.id, resources: [resource] });
      const old = credential({ ...parties, expiresAt: later(-1), recordedAt: later(-99) });
      const revoked = credential({ ...parties, purposes: [] });
      const suspended = credential(parties);
      const denial = credential({ ...parties, kind: 'SolidAccessDenial' });
      const all = [asked, canceled, grant, old, revoked, suspended, denial];
      const { credentials } = one();
      for (const each of all) expect(await credentials.add(each)).toBe('added');
      await credentials.add(credential());
      await credentials.revoke(canceled.id, now);
      await credentials.revoke(revoked.id, later(5));
      await credentials.suspend(suspended.id, now);
      type Query = Partial<Parameters<typeof credentials.query>[0]>;
      const find = async (query: Query) => {
        const base = { participant: citizen, limit: 50, now };
        const { items } = await other().credentials.query({ ...base, ...query });
        return items.map(({ id }) => id);
      };
      const ids = (...them: NewCredential[]) =>
        them
          .map(({ id }) => id)
          .sort((a, b) => (a < b ? -1 : 1))
          .reverse();
      expect(await find({})).toEqual(ids(...all));
      expect(await find({ participant: agency })).toEqual(ids(...all));
      expect(await find({ participant: `${VAULT}eve#me` })).toEqual([]);
      expect(await find({ kind: 'SolidAccessRequest' })).toEqual(ids(asked, canceled));
      expect(await find({ fromAgent: agency })).toEqual(ids(asked, canceled));
      expect(await find({ toAgent: agency, kind: 'SolidAccessDenial' })).toEqual(ids(denial));
      expect(await find({ resource })).toEqual(ids(grant));
      expect(await find({ purpose: grant.purposes[0] as string })).not.toContain(revoked.id);
      expect(await find({ recordedSince: now })).toEqual(ids(...all.filter((c) => c !== old)));
      expect(await find({ revokedSince: later(1) })).toEqual(ids(revoked));
      expect(await find({ state: 'Active' })).toEqual(ids(grant, denial));
      expect(await find({ state: 'Suspended' })).toEqual(ids(suspended));
      expect(await find({ state: 'Revoked' })).toEqual(ids(revoked));
      expect(await find({ state: 'Expired' })).toEqual(ids(old));
      expect(await find({ state: 'Granted' })).toEqual(ids(asked));
      expect(await find({ state: 'Canceled' })).toEqual(ids(canceled));
      expect(await find({ state: 'Pending' })).toEqual([]);
      const page = { participant: citizen, now, limit: 3 };
      const first = await credentials.query(page);
      const rest = await credentials.query({
        ...page,
        limit: 4,
        olderThan: first.next as string,
      });
      expect([first.next, rest.next]).toEqual([first.items.at(-1)?.id, undefined]);
      expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids(...all));
    });
  });

  describe('feeds', () => {
    it('have no gap, and a reader misses nothing, while 32 write at once', async () => {
      const vault = 'https://busy.example/';
      const agency = `${vault}agency#me`;
      const grants = Array.from({ length: 64 }, () =>
        credential({ toAgent: agency, vaults: [vault] }),
      );
      let writing = true;
      const read = async (feed: string): Promise<FeedEntry[]> => {
        const seen: FeedEntry[] = [];
        for (let last = false; !last; ) {
          last = !writing;
          seen.push(...(await other().events.after(feed, seen.at(-1)?.seq ?? 0, 10)));
          if (seen.length < (await other().events.head(feed))) last = false;
        }
        return seen;
      };
      const readers = Promise.all([read(agency), read(vault)]);
      const outcomes: string[] = [];
      await times(32, async (writer) => {
        const { credentials } = writer % 2 ? one() : other();
        for (const grant of grants.slice(writer * 2, writer * 2 + 2)) {
          outcomes.push(await credentials.add(grant));
          await credentials.suspend(grant.id, now);
          await credentials.revoke(grant.id, now);
        }
      });
      writing = false;
      const [atAgency, atVault] = await readers;
      expect(outcomes).toEqual(Array(64).fill('added'));
      const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
      expect(atAgency.map(({ seq }) => seq)).toEqual(numbers(192));
      expect(atVault.map(({ seq }) => seq)).toEqual(numbers(128));
      const changes = atAgency.filter(({ kind }) => kind !== 'issued').map(({ id }) => id);
      expect(new Set(changes)).toEqual(new Set(atVault.map(({ id }) => id)));
    });

    it('leave nothing behind when the transaction fails', async () => {
      const asked = request();
      await one().credentials.add(asked);
      await one().credentials.revoke(asked.id, now);
      const grant = credential({ decides: asked.id });
      expect(await one().credentials.add(grant)).toBe('request_canceled');
      expect(await one().events.head(grant.fromAgent)).toBe(0);
    });

    it('tell the heads of many in one question', async () => {
      const [a, b] = [credential(), credential()];
      for (const grant of [a, b]) await one().credentials.add(grant);
      await one().credentials.revoke(a.id, now);
      expect(await other().events.heads([a.toAgent, b.toAgent, 'https://nobody.example/'])).toEqual(
        new Map([
          [a.toAgent, 2],
          [b.toAgent, 1],
        ]),
      );
      expect(await one().events.heads([])).toEqual(new Map());
    });

    it('give what is young enough, and forget what is old without counting anew', async () => {
      const grant = credential({ recordedAt: later(-1000) });
      const { credentials, events } = one();
      await credentials.add(grant);
      await credentials.suspend(grant.id, later(-500));
      await credentials.resume(grant.id, now);
      const since = (at: Date, limit = 10) => events.since(grant.toAgent, at, limit);
      expect((await since(later(-500))).map(({ seq }) => seq)).toEqual([2, 3]);
      expect((await since(later(-5000), 2)).map(({ seq }) => seq)).toEqual([1, 2]);
      expect(await since(later(1))).toEqual([]);
      // The first is in the feeds of both parties, the second also in that of the vault server.
      expect(await events.prune(later(-400))).toBe(5);
      expect((await since(later(-5000))).map(({ seq }) => seq)).toEqual([3]);
      expect(await events.head(grant.toAgent)).toBe(3);
    });
  });

  it('tell a citizen once of all that one access read meanwhile, whoever reports and tells', async () => {
    const owner = `${VAULT}often-read#me`;
    const line = (grant: string) => ({
      ...{
        id: crypto.randomUUID() as string,
        at: now.toISOString(),
        owner,
        method: 'GET' as const,
      },
      grant: `${AUTHORITY}vc/${grant}`,
      ...{ agency: `${VAULT}agency#me`, resource: `${VAULT}often-read/income` },
    });
    const either = (index: number) => (index % 2 ? one() : other());
    const heard = async () =>
      (await one().events.after(owner, 0, 100)).map(({ kind, credential, seq }) => [
        ...[seq, kind, credential],
      ]);
    await times(20, (index) => either(index).reads.add([line('a'), line('b')], now));
    expect(await heard()).toEqual([]);
    expect(await one().events.tellLater(later(-1), 100)).toBe(0);
    const told = await times(4, (index) => either(index).events.tellLater(later(1), 1));
    expect(told.reduce((sum, count) => sum + count)).toBe(2);
    const a = ['read-recorded', `${AUTHORITY}vc/a`];
    const b = ['read-recorded', `${AUTHORITY}vc/b`];
    expect((await heard()).map(([, ...what]) => what).toSorted()).toEqual([a, b]);
    await Promise.all([
      times(20, (index) => either(index).reads.add([line('a')], now)),
      times(20, (index) => either(index).events.tellLater(later(1), 100)),
    ]);
    await one().events.tellLater(later(1), 100);
    const all = await heard();
    expect(all.at(-1)).toEqual([all.length, ...a]);
    expect(all.length).toBeGreaterThan(2);
    expect(await other().events.tellLater(later(9_999), 100)).toBe(0);
  });

  it.each(['tickets', 'proofs'] as const)(
    'let one of the %s be used once, wherever',
    async (kind) => {
      const used = await times(10, (index) =>
        (index % 2 ? one() : other())[kind].use('the same', later(60)),
      );
      expect(used.filter(Boolean)).toHaveLength(1);
    },
  );

  it('forget tickets and proofs that have expired', async () => {
    for (const store of [one().tickets, one().proofs]) {
      await store.use('old', later(-1));
      await store.use('young', later(60));
      await store.prune(now);
      expect([await store.use('old', later(60)), await store.use('young', later(60))]).toEqual([
        true,
        false,
      ]);
    }
  });

  it('keep each line of the log of reads once, and page through them', async () => {
    const lines = [5, 4, 3, 2, 1].map((second) => ({
      id: crypto.randomUUID() as string,
      at: later(second).toISOString(),
      grant: `${AUTHORITY}vc/log-${second % 2}`,
      agency: `${VAULT}log-agency#me`,
      owner: `${VAULT}log-owner#me`,
      resource: `${VAULT}log-owner/income`,
      method: 'GET' as const,
    }));
    const counts = await times(4, (index) => (index % 2 ? one() : other()).reads.add(lines, now));
    expect(counts.reduce((sum, count) => sum + count)).toBe(5);
    const { reads } = other();
    const query = { participant: `${VAULT}log-owner#me`, limit: 3, now };
    const first = await reads.query(query);
    expect(first).toEqual({ items: lines.slice(0, 3), more: true });
    const last = first.items.at(-1);
    const before = { at: new Date(last?.at ?? ''), id: last?.id ?? '' };
    expect(await reads.query({ ...query, before })).toEqual({ items: lines.slice(3), more: false });
    expect((await reads.query({ ...query, grant: `${AUTHORITY}vc/log-0` })).items).toHaveLength(2);
    expect((await reads.query({ ...query, participant: `${VAULT}log-agency#me` })).more).toBe(true);
    expect((await reads.query({ ...query, participant: `${VAULT}eve#me` })).items).toEqual([]);
  });
});
