import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shortenWal } from './shorten-wal.ts';

const MEBIBYTE = 1024 * 1024;

let pglite: PGlite;
beforeAll(async () => {
  pglite = await PGlite.create();
  await pglite.exec('create table line (text text)');
});
afterAll(() => pglite.close());

it('makes a checkpoint only when the log has grown too long since the last one', async () => {
  await pglite.exec('checkpoint');
  expect(await shortenWal(pglite, MEBIBYTE)).toBe(false);
  await pglite.exec(`insert into line select repeat('x', 1000) from generate_series(1, 2000)`);
  expect(await shortenWal(pglite, MEBIBYTE)).toBe(true);
  expect(await shortenWal(pglite, MEBIBYTE)).toBe(false);
});
