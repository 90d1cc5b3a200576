import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { AuthorityError } from '../errors.ts';
import type { Tables } from './database.ts';
import { DurableNodeFs, syncFolderOnce } from './durable-node-fs.ts';
import { flushWalRegularly } from './flush-wal.ts';
import { lockFolder } from './lock-folder.ts';
import { migrate } from './migrate.ts';
import type { OpenDatabase } from './open-database.ts';
import { keepWalShort } from './shorten-wal.ts';

// PGlite starts PostgreSQL without fsync; fdatasync, the usual method on Linux, has no way to the host.
const durableParameters = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=16MB'],
  // A new 16 MiB file of the log would be filled with zeros while everybody waits.
  ...['-c', 'wal_init_zero=off'],
];

/**
 * Opens the embedded database in `dataFolder`, which is made when it is not there. When a transaction has
 * committed its data are on disk.
 *
 * @throws {AuthorityError} `database_in_use`, `database_changed`, or `database_not_durable` when a commit does
 * not reach the disk
 */
export async function openEmbeddedDatabase(dataFolder: string, now: Date): Promise<OpenDatabase> {
  const folder = resolve(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = join(folder, 'database');
  const unlock = lockFolder(database);
  try {
    const fs = new DurableNodeFs(database);
    const pglite = await PGlite.create({ fs, startParams: durableParameters });
    try {
      await pglite.exec('checkpoint');
      syncFolderOnce(database);
      await checkDurability(pglite, fs);
      const { db, close } = await open(pglite, now, unlock);
      const stops = [keepWalShort(pglite), flushWalRegularly(pglite)];
      return {
        db,
        async close() {
          for (const stop of stops) stop();
          await close();
        },
      };
    } catch (error) {
      await pglite.close();
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}

/** A database in memory, gone when it is closed: for tests. */
export async function openMemoryDatabase(now: Date): Promise<OpenDatabase> {
  return open(await PGlite.create(), now, () => undefined);
}

async function open(pglite: PGlite, now: Date, closed: () => void): Promise<OpenDatabase> {
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  await migrate(db, now);
  return {
    db,
    async close() {
      await db.destroy();
      closed();
    },
  };
}

// We lean on inner workings of PGlite, so each start looks whether they still work.
async function checkDurability(pglite: PGlite, fs: DurableNodeFs): Promise<void> {
  const { rows } = await pglite.query<{ fsync: string }>('show fsync');
  const before = fs.syncs;
  await pglite.exec('create table durability_probe (i int); drop table durability_probe');
  if (rows[0]?.fsync === 'on' && fs.syncs > before) return;
  throw new AuthorityError(
    'database_not_durable',
    'A commit of the embedded database does not reach the disk with this version of PGlite; nothing was started.',
  );
}
