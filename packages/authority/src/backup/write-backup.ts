import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql, type Transaction } from 'kysely';
import type { Database, Tables } from '../storage/database.ts';
import { type BackupHeader, listBackupTables, listMigrations } from './backup-tables.ts';

const ROWS_AT_ONCE = 1_000;

/**
 * Writes everything in the database, as it is at one moment, to a new file: JSON lines, gzip, on disk when this
 * resolves. It holds the private keys, so only the owner of the file may read it.
 *
 * @returns how many rows
 */
export async function writeBackup(db: Database, file: string): Promise<number> {
  const counted = { rows: 0 };
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await sql`set transaction read only`.execute(tx);
      await sql`set local statement_timeout = 0`.execute(tx);
      await pipeline(
        Readable.from(linesOf(tx, counted)),
        createGzip(),
        createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
      );
    });
  return counted.rows;
}

async function* linesOf(
  tx: Transaction<Tables>,
  counted: { rows: number },
): AsyncGenerator<string> {
  const migrations = await listMigrations(tx);
  const header: BackupHeader = { format: 'grondslag-authority-backup', migrations };
  yield `${JSON.stringify(header)}\n`;
  for (const table of await listBackupTables(tx)) {
    const name = JSON.stringify(table);
    await sql`declare backup_rows no scroll cursor for
      select row_to_json(t)::text as row from ${sql.table(table)} as t`.execute(tx);
    for (;;) {
      const { rows } = await sql<{ row: string }>`
        fetch ${sql.lit(ROWS_AT_ONCE)} from backup_rows`.execute(tx);
      if (rows.length === 0) break;
      counted.rows += rows.length;
      yield rows.map(({ row }) => `{"table":${name},"row":${row}}\n`).join('');
    }
    await sql`close backup_rows`.execute(tx);
  }
  yield `${JSON.stringify(counted)}\n`;
}
