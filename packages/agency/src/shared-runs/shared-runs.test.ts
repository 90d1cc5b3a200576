import { setTimeout as sleep } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { fromPglite } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnyKind, onlyFields } from '../kinds/kind.ts';
import { Income } from '../kinds/kit-kinds.ts';
import type { ManyOptions, ManyOutcome, ReadManyOptions } from '../many/read-many.ts';
import { openSharedRuns, type SharedRuns } from './open-shared-runs.ts';
import type { ReadsMany, RunOutcome } from './work-on-runs.ts';

const query = 'ASK {}';
const keep = ({ access, outcome }: RunOutcome) => ({ access, status: outcome.status });
const idsOf = (count: number) =>
  Array.from({ length: count }, (_, number) => `https://access.example/vc/${number}`);

/** Workers that are killed are in `test/flow/agency-reads-many.test.ts`, on a server; here reading is played. */
describe(openSharedRuns, () => {
  const database = new PGlite();
  let runs: SharedRuns;
  let number = 0;
  function newName(): string {
    number += 1;
    return `run ${number}`;
  }
  beforeAll(async () => {
    runs = await openSharedRuns({
      agency: 'https://agency.example/#me',
      database: fromPglite(database),
    });
  });
  afterAll(async () => {
    await runs.close();
    await database.close();
  });

  /** An agency that says the same of each access, and remembers which it read. */
  function agencyThatSays(status: 'no-access' | 'failed', limits: number[] = []) {
    const read: string[] = [];
    const asked: (readonly string[])[] = [];
    async function* readMany(
      accesses: AsyncIterable<string>,
      how: ReadManyOptions | AnyKind,
      given: ManyOptions = {},
    ): AsyncGenerator<ManyOutcome> {
      const options = 'query' in how ? how : given;
      asked.push('query' in how ? [how.query] : [how.claimType, ...Object.keys(how.fields)]);
      limits.push(options.atOncePerHost ?? 0);
      for await (const access of accesses) {
        options.signal?.throwIfAborted();
        read.push(access);
        const outcome =
          status === 'failed'
            ? ({ status, code: 'peer_unreachable', detail: 'away' } as const)
            : ({ status, reason: 'unknown-grant', detail: 'none' } as const);
        yield { access, outcome };
        await sleep(0);
      }
    }
    // Of both ways to ask the outcomes here are the same.
    return { agency: { readMany: readMany as ReadsMany['readMany'] }, read, asked };
  }
  async function outcomesOf(name: string): Promise<unknown[]> {
    const found: unknown[] = [];
    for await (const line of runs.outcomes(name)) found.push(line);
    return found;
  }

  it('keeps one outcome of each access, in the order of the list, though two workers read', async () => {
    const name = newName();
    const accesses = idsOf(130);
    expect(await runs.begin({ name, query }, [...accesses, ...idsOf(3)])).toMatchObject({
      ...{ total: 130, done: 0, failed: 0 },
    });
    const one = agencyThatSays('no-access');
    const two = agencyThatSays('no-access');
    const worked = await Promise.all(
      [one, two].map(({ agency }) => runs.work({ agency, keep, once: true })),
    );
    expect(worked.reduce((sum, { read }) => sum + read, 0)).toBe(130);
    expect(new Set([...one.read, ...two.read])).toEqual(new Set(accesses));
    expect(await outcomesOf(name)).toEqual(
      accesses.map((access) => ({ access, status: 'no-access' })),
    );
    await runs.forget(name);
  });

  it('reads again what failed when it is gone on with, and nothing else', async () => {
    const name = newName();
    const accesses = idsOf(3);
    await runs.begin({ name, query }, accesses);
    await runs.work({ agency: agencyThatSays('failed').agency, keep, once: true });
    for await (const { failed } of runs.follow(name)) expect(failed).toBe(3);
    await runs.begin({ name, query }, accesses);
    const { agency, read } = agencyThatSays('no-access');
    await runs.work({ agency, keep, once: true });
    expect(read).toEqual(accesses);
    await runs.begin({ name, query }, accesses);
    expect(await runs.work({ agency, keep, once: true })).toEqual({ read: 0 });
    await runs.forget(name);
  });

  it('leaves what a stopped worker had to others at once', async () => {
    const name = newName();
    await runs.begin({ name, query }, idsOf(60));
    const controller = new AbortController();
    const stopped = agencyThatSays('no-access');
    const { signal } = controller;
    await runs.work({ agency: stopped.agency, keep, signal, onOutcome: () => controller.abort() });
    const next = agencyThatSays('no-access');
    await runs.work({ agency: next.agency, keep, once: true });
    expect(new Set([...stopped.read, ...next.read])).toEqual(new Set(idsOf(60)));
    expect((await outcomesOf(name)).length).toBe(60);
    await runs.forget(name);
  });

  it('gives a lone worker the whole limit of a vault server', async () => {
    const name = newName();
    await runs.begin({ name, query, atOncePerHost: 8 }, idsOf(1));
    const limits: number[] = [];
    await runs.work({ agency: agencyThatSays('no-access', limits).agency, keep, once: true });
    expect(limits).toEqual([8]);
    await runs.forget(name);
  });

  it('reads a kind of fact, with the fields that were asked', async () => {
    const name = newName();
    await runs.begin({ name, kind: onlyFields(Income, 'amount') }, idsOf(2));
    const { agency, asked } = agencyThatSays('no-access');
    const without = runs.work({ agency, keep, once: true });
    await expect(without).rejects.toThrow('among the kinds of this worker');
    await runs.work({ agency, keep, once: true, kinds: [Income] });
    expect(asked).toEqual([[Income.claimType, 'amount']]);
    await expect(runs.begin({ name, kind: Income }, idsOf(2))).rejects.toThrow('got another');
    await runs.forget(name);
  });

  it('refuses another question and other accesses under the same name', async () => {
    const name = newName();
    await runs.begin({ name, query }, idsOf(2));
    await expect(runs.begin({ name, query: 'ASK { ?a ?b ?c }' }, idsOf(2))).rejects.toThrow(
      'Expected the question of the run',
    );
    await expect(runs.begin({ name, query }, idsOf(3))).rejects.toThrow('Expected the accesses');
    await runs.forget(name);
  });

  it('erases all of a run, and shows none to another agency', async () => {
    const name = newName();
    await runs.begin({ name, query }, idsOf(2));
    const other = await openSharedRuns({
      agency: 'https://other.example/#me',
      database: fromPglite(database),
    });
    expect([await other.list(), (await runs.list()).map((run) => run.name)]).toEqual([[], [name]]);
    await other.close();
    await runs.forget(name);
    const kept = 'select id from grondslag_runs.run union select run from grondslag_runs.access';
    expect((await database.query(kept)).rows).toEqual([]);
    expect((await database.query('select data from grondslag_queue.job')).rows).toEqual([]);
  });
});
