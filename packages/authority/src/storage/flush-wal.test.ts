import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flushWal } from './flush-wal.ts';

let pglite: PGlite;
beforeAll(async () => {
  pglite = await PGlite.create();
  await pglite.exec('create table once (i int)');
});
afterAll(() => pglite.close());

describe(flushWal, () => {
  it('brings to the disk what nobody waited for, and then has nothing to do', async () => {
    await flushWal(pglite);
    expect(await flushWal(pglite)).toBe(false);
    await pglite.exec(
      'begin; set local synchronous_commit = off; insert into once values (1); end',
    );
    expect(await flushWal(pglite)).toBe(true);
    expect(await flushWal(pglite)).toBe(false);
  });
});
