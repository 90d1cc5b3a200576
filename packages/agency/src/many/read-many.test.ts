import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acl, gc } from '@grondslag/vocab';
import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { onlyFields } from '../kinds/kind.ts';
import { Diploma, Income } from '../kinds/kit-kinds.ts';
import type { FactsOutcome } from '../outcomes.ts';
import { type PlayedWorld, playWorld } from '../test-support/play-agency.ts';
import { type PlayedSource, playSource } from '../test-support/play-facts.ts';
import {
  type PlayedAnswer,
  type PlayedServer,
  playServer,
  type SeenRequest,
} from '../test-support/play-server.ts';
import { type PlayedVault, playUma } from '../test-support/play-vault.ts';
import { openCheckpoint } from './checkpoint.ts';
import { type ManyOutcome, readMany } from './read-many.ts';

const query = `PREFIX g: <https://w3id.org/grondslag/terms#>
SELECT ?amount WHERE { GRAPH ?graph { ?person g:income [ g:amount ?amount ] } }`;

/** The vault servers here are simulated: loopback servers that speak UMA and do what a test wants. */
describe(readMany, () => {
  let world: PlayedWorld;
  let source: PlayedSource;
  let uma: PlayedVault;
  let otherVault: PlayedServer;
  let answerAsVault: (request: SeenRequest) => PlayedAnswer | Promise<PlayedAnswer>;
  beforeAll(async () => {
    [world, source, otherVault] = await Promise.all([playWorld(), playSource(), playServer()]);
    world.authority.participants.sources.push(source.participant);
  });
  beforeEach(async () => {
    world.records.length = 0;
    uma = playUma(world);
    uma.facts.set('/anna/facts/income/2025', await source.income(world.citizen));
    answerAsVault = world.vault.answer;
    otherVault.answer = answerAsVault;
  });
  afterAll(async () => {
    await Promise.all([world.close(), source.server.close(), otherVault.close()]);
  });

  async function granted(count: number, storage = world.storage): Promise<string[]> {
    const citizen = `${storage}profile/card#me`;
    const agency = storage === world.storage ? world.agency : twoVaults();
    const asked = await agency.requestAccess(world.question({ citizen }));
    if (asked.status !== 'requested') throw new Error(asked.status);
    const consent = {
      mode: [acl.Read],
      hasStatus: gc.ConsentStatusExplicitlyGiven,
      forPersonalData: [`${storage}facts/income/`],
      isProvidedTo: world.webId,
      verifiedRequest: asked.request.id,
    };
    return Array.from({ length: count }, () =>
      world.authority.decide('SolidAccessGrant', citizen, consent),
    );
  }
  const twoVaults = () => world.createAgency({ vaults: [world.vault.url, otherVault.url] });

  async function all(outcomes: AsyncIterable<ManyOutcome>): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for await (const { access, outcome } of outcomes) {
      expect(found.has(access)).toBe(false);
      const { status } = outcome;
      found.set(access, 'reason' in outcome ? `${status} ${outcome.reason}` : status);
    }
    return found;
  }

  it('says of each access what came of it, with a processing record for each that was read', async () => {
    const [read = '', withdrawn = '', ...others] = await granted(12);
    world.authority.revoked.add(withdrawn);
    const exchange = world.authority.token;
    world.authority.token = (request) => {
      const token = Buffer.from(
        new URLSearchParams(request.body).get('claim_token') ?? '',
        'base64',
      ).toString();
      return token.includes(withdrawn)
        ? { status: 403, body: { error: 'invalid_grant' } }
        : exchange(request);
    };
    const unknown = `${world.authority.url}vc/none`;
    const outcomes = await all(
      world.agency.readMany([read, withdrawn, unknown, ...others], { query }),
    );
    expect(outcomes.size).toBe(13);
    expect(outcomes.get(withdrawn)).toBe('no-access withdrawn');
    expect(outcomes.get(unknown)).toBe('no-access unknown-grant');
    expect([read, ...others].map((access) => outcomes.get(access))).toEqual(
      [read, ...others].map(() => 'read'),
    );
    expect(world.records).toHaveLength(11);
  });

  it('answers the query for each', async () => {
    for await (const { outcome } of world.agency.readMany(await granted(3), { query })) {
      expect(outcome).toMatchObject({
        status: 'read',
        answer: { rows: [{ amount: { value: '23400.00' } }] },
      });
    }
  });

  it('gives typed facts of one kind, as readClaims does of one access', async () => {
    const ids = await granted(2);
    let read = 0;
    for await (const { outcome } of world.agency.readMany(ids, Income, { atOnce: 2 })) {
      if (outcome.status !== 'read') throw new Error(outcome.status);
      const [{ values, provenance }] = outcome.facts;
      expectTypeOf(values).toEqualTypeOf<Readonly<Income>>();
      expectTypeOf(values.year).toEqualTypeOf<number>();
      expect([values.year, values.amount]).toEqual([2025, '23400.00']);
      expect(provenance.resource).toContain('facts/income/2025');
      read += 1;
    }
    expect(read).toBe(2);
    expectTypeOf(world.agency.readMany(ids, onlyFields(Income, 'year'))).toExtend<
      AsyncIterable<ManyOutcome<FactsOutcome<Pick<Income, 'year'>>>>
    >();
    expectTypeOf(world.agency.readMany(ids, { query })).toExtend<AsyncIterable<ManyOutcome>>();
    // @ts-expect-error: a query or a kind
    void (() => world.agency.readMany(ids, {}));
  });

  it('says of an access that is not for this kind that it failed, and goes on', async () => {
    const outcomes = new Set<string>();
    for await (const { outcome } of world.agency.readMany(await granted(2), Diploma)) {
      outcomes.add(outcome.status === 'failed' ? outcome.code : outcome.status);
    }
    expect([...outcomes]).toEqual(['kind_not_asked']);
  });

  it('asks the authority for many together, and for each by itself where it cannot', async () => {
    const ids = await granted(20);
    const asked = () => {
      const paths = world.authority.seen.map(({ path }) => path.replace(/[?#].*/, ''));
      return (start: string) => paths.filter((path) => path.startsWith(start)).length;
    };
    world.authority.seen.length = 0;
    await all(world.agency.readMany(ids, { query, atOnce: 20 }));
    const together = asked();
    expect(together('/vc/')).toBe(0);
    expect(together('/v1/credential-lookups')).toBeLessThanOrEqual(5);
    expect(together('/token')).toBe(20);

    const answer = world.authority.answer;
    world.authority.answer = (request) =>
      request.path.startsWith('/v1/credential-lookups') ||
      (request.path.startsWith('/v1/disputed-facts') && request.method === 'POST')
        ? { status: 404 }
        : answer(request);
    world.authority.seen.length = 0;
    const outcomes = await all(world.agency.readMany(ids, { query, atOnce: 20 }));
    world.authority.answer = answer;
    expect(new Set(outcomes.values())).toEqual(new Set(['read']));
    expect(asked()('/vc/')).toBeGreaterThanOrEqual(20);
  });

  it('refuses a wrong query before any access is taken', async () => {
    let taken = 0;
    function* accesses() {
      taken += 1;
      yield 'an access';
    }
    const outcomes = world.agency.readMany(accesses(), { query: 'SELECT' });
    await expect(outcomes.next()).rejects.toMatchObject({ code: 'query_refused' });
    expect(taken).toBe(0);
  });

  it('reads on at one vault server while another does not answer', async () => {
    const slow = await granted(8, `${otherVault.url}anna/`);
    const quick = await granted(20);
    const released = Promise.withResolvers<void>();
    otherVault.answer = async (request) => {
      await released.promise;
      return answerAsVault(request);
    };
    const outcomes = twoVaults().readMany([...slow, ...quick], {
      ...{ query, atOnce: 12, atOncePerHost: 2 },
    });
    const first: string[] = [];
    for await (const { access } of outcomes) {
      first.push(access);
      if (first.length === quick.length) released.resolve();
    }
    expect(new Set(first.slice(0, quick.length))).toEqual(new Set(quick));
    expect(first).toHaveLength(28);
  });

  it('asks no more of a vault server at a time than it may', async () => {
    let underWay = 0;
    let most = 0;
    world.vault.answer = async (request) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 2));
      underWay -= 1;
      return answerAsVault(request);
    };
    await all(world.agency.readMany(await granted(20), { query, atOncePerHost: 3 }));
    expect(most).toBe(3);
  });

  it('tries again, whole, what a vault server was too busy for, so that no half answer is handed over', async () => {
    const accesses = await granted(6);
    let refusals = 0;
    world.vault.answer = (request) => {
      const isFact = request.path.endsWith('/2025') && request.headers.authorization;
      if (!isFact || refusals === 4) return answerAsVault(request);
      refusals += 1;
      return { status: refusals % 2 ? 429 : 503, headers: { 'retry-after': '0' } };
    };
    const outcomes = await all(world.agency.readMany(accesses, { query }));
    expect([...outcomes.values()]).toEqual(accesses.map(() => 'read'));
    expect(refusals).toBe(4);
  });

  it('says of one that stays unreachable that it failed, and goes on with the others', async () => {
    const [lost = ''] = await granted(1, `${otherVault.url}anna/`);
    const others = await granted(3);
    otherVault.answer = () => ({ status: 500 });
    const found: ManyOutcome[] = [];
    const outcomes = twoVaults().readMany([lost, ...others], { query, attempts: 2 });
    for await (const outcome of outcomes) found.push(outcome);
    expect(found).toHaveLength(4);
    expect(found.find(({ access }) => access === lost)?.outcome).toMatchObject({
      ...{ status: 'failed', code: 'peer_unreachable' },
      detail: expect.stringContaining(new URL(otherVault.url).origin),
    });
  });

  it('ends when no processing record can be kept', async () => {
    const agency = world.createAgency({
      recordProcessing: () => Promise.reject(new Error('disk full')),
    });
    const outcomes = agency.readMany(await granted(5), { query });
    await expect(outcomes.next()).rejects.toMatchObject({ code: 'log_unavailable' });
  });

  it('takes no more accesses than the loop deals with', async () => {
    const accesses = await granted(30);
    let taken = 0;
    function* counted() {
      for (const access of accesses) {
        taken += 1;
        yield access;
      }
    }
    let dealtWith = 0;
    for await (const _ of world.agency.readMany(counted(), { query, atOnce: 5 })) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      dealtWith += 1;
      expect(taken).toBeLessThanOrEqual(dealtWith + 5);
    }
    expect(dealtWith).toBe(30);
  });

  it('ends at once with the reason of its signal', async () => {
    const accesses = await granted(4);
    const controller = new AbortController();
    world.vault.answer = () => {
      controller.abort(new Error('enough'));
      return new Promise(() => undefined);
    };
    const { signal } = controller;
    const outcomes = world.agency.readMany(accesses, { query, signal });
    await expect(outcomes.next()).rejects.toThrow('enough');
  });

  it('goes on from a checkpoint: nothing that the loop had dealt with is read again, nothing is lost', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'agency-many-'));
    try {
      const accesses = await granted(20);
      const file = join(folder, 'run.checkpoint');
      const first = await openCheckpoint(file, { query });
      const dealtWith: string[] = [];
      for await (const { access } of world.agency.readMany(accesses, {
        ...{ query, checkpoint: first, atOnce: 4 },
      })) {
        if (dealtWith.length === 7) break;
        dealtWith.push(access);
      }
      await first.close();
      const next = await openCheckpoint(file, { query });
      const outcomes = await all(world.agency.readMany(accesses, { query, checkpoint: next }));
      await next.close();
      expect(new Set(outcomes.keys())).toEqual(
        new Set(accesses.filter((access) => !dealtWith.includes(access))),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('tries in the next run what failed in this one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'agency-many-'));
    try {
      const accesses = await granted(2);
      const checkpoint = await openCheckpoint(join(folder, 'run.checkpoint'), { query });
      world.vault.answer = () => ({ status: 500 });
      const options = { query, checkpoint, attempts: 1 };
      const failed = await all(world.agency.readMany(accesses, options));
      world.vault.answer = answerAsVault;
      const reopened = await openCheckpoint(join(folder, 'run.checkpoint'), { query });
      const read = await all(world.agency.readMany(accesses, { query, checkpoint: reopened }));
      expect([...failed.values(), ...read.values()]).toEqual(['failed', 'failed', 'read', 'read']);
      await Promise.all([checkpoint.close(), reopened.close()]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
