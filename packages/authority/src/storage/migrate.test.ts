import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allMigrations, migrate } from './migrate.ts';
import type { OpenDatabase } from './open-database.ts';
import { openMemoryDatabase } from './open-embedded-database.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openMemoryDatabase(new Date());
});
afterAll(() => database.close());

const second = {
  id: '9998-test',
  statements: ['create table a (i int)', 'create table b (i int)'],
};
const run = (...migrations: { id: string; statements: string[] }[]) =>
  migrate(database.db, new Date(), [...allMigrations, ...migrations]);

describe('migrate', () => {
  it('runs what is new, once, also when it is called many times at once', async () => {
    const runs = await Promise.all(Array.from({ length: 4 }, () => run(second)));
    expect(runs.flat()).toEqual(['9998-test']);
    expect(await run(second)).toEqual([]);
  });

  it('leaves nothing of a migration that fails', async () => {
    const broken = { id: '9999-test', statements: ['create table c (i int)', 'nonsense'] };
    await expect(run(second, broken)).rejects.toThrow();
    const { rows } = await sql<{ c: string | null }>`select to_regclass('c') as c`.execute(
      database.db,
    );
    expect(rows).toEqual([{ c: null }]);
  });

  it('refuses a migration that changed after it ran', async () => {
    await expect(run({ ...second, statements: ['select 1'] })).rejects.toMatchObject({
      code: 'database_changed',
    });
  });

  it('refuses a database that is newer', async () => {
    await expect(run()).rejects.toMatchObject({
      code: 'database_changed',
      message: expect.stringContaining('9998-test'),
    });
  });
});
