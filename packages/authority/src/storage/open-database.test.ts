import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from './open-database.ts';

let folder: string;
let open: OpenDatabase[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-'));
  open = [];
});
afterEach(async () => {
  for (const database of open) await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openIt(): Promise<OpenDatabase> {
  const database = await openDatabase({ folder }, new Date());
  open.push(database);
  return database;
}

describe('openDatabase', { timeout: 30_000 }, () => {
  it('waits for the disk at every commit', async () => {
    const { db } = await openIt();
    const { rows } = await sql<{ name: string; setting: string }>`
      select name, setting from pg_settings
      where name in ('fsync', 'synchronous_commit', 'wal_sync_method')`.execute(db);
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      wal_sync_method: 'fsync',
    });
    expect(existsSync(join(folder, 'database.synced'))).toBe(true);
  });

  it('keeps a second opener out until it is closed', async () => {
    const first = await openIt();
    await expect(openDatabase({ folder }, new Date())).rejects.toMatchObject({
      code: 'database_in_use',
    });
    await first.close();
    open.pop();
    await openIt();
  });

  it.each([
    ['of a process that is gone', '4194304'],
    ['that a power cut left empty', ''],
  ])('takes over a lock %s', async (_what, owner) => {
    writeFileSync(join(folder, 'database.lock'), owner);
    await openIt();
  });

  it('respects the lock of a process that runs', async () => {
    writeFileSync(join(folder, 'database.lock'), String(process.ppid));
    await expect(openIt()).rejects.toMatchObject({
      code: 'database_in_use',
      message: expect.stringContaining(String(process.ppid)),
    });
  });
});
