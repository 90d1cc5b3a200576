import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { sql, type Transaction } from 'kysely';
import { AuthorityError } from '../errors.ts';
import type { Database, Tables } from '../storage/database.ts';
import {
  type BackupHeader,
  type BackupLine,
  listBackupTables,
  listMigrations,
} from './backup-tables.ts';

const ROWS_AT_ONCE = 500;
/** More than one feed grows between a backup and its restore. */
const UNSEEN_NUMBERS = 1_000_000;

/**
 * Puts what a backup holds in a database without rows, of either kind: all of it, or nothing.
 *
 * @returns how many rows
 * @throws {AuthorityError} `backup_invalid` when the file is not a whole backup of this version of the authority,
 * `database_not_empty`
 */
export async function restoreBackup(db: Database, file: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    const tables = await listBackupTables(tx);
    await checkEmpty(tx, tables);
    const lines = readLines(file);
    checkHeader((await lines.next()).value, await listMigrations(tx));
    const count = await insertLines(tx, lines, new Set(tables));
    await skipUnseenNumbers(tx);
    return count;
  });
}

/**
 * Numbers given out after the backup are never given out again: a reader that has seen one would take what happens
 * from now on under a lower number for something it knows.
 */
async function skipUnseenNumbers(tx: Transaction<Tables>): Promise<void> {
  await tx
    .updateTable('feed')
    .set((column) => ({ head: column('head', '+', UNSEEN_NUMBERS) }))
    .execute();
}

async function insertLines(
  tx: Transaction<Tables>,
  lines: AsyncIterable<unknown>,
  tables: ReadonlySet<string>,
): Promise<number> {
  let count = 0;
  let waiting: { table: string; rows: unknown[] } = { table: '', rows: [] };
  const insert = async () => {
    const { table, rows } = waiting;
    if (rows.length > 0) await insertRows(tx, table, rows);
    count += rows.length;
  };
  for await (const line of lines as AsyncIterable<BackupLine>) {
    if ('rows' in line) {
      await insert();
      if (line.rows !== count) throw invalid('holds another number of rows than it says');
      return count;
    }
    if (!tables.has(line.table)) throw invalid('has a table this version does not know');
    if (line.table !== waiting.table || waiting.rows.length === ROWS_AT_ONCE) {
      await insert();
      waiting = { table: line.table, rows: [] };
    }
    waiting.rows.push(line.row);
  }
  throw invalid('is cut off');
}

async function insertRows(
  tx: Transaction<Tables>,
  table: string,
  rows: readonly unknown[],
): Promise<void> {
  try {
    await sql`insert into ${sql.table(table)} select * from
      jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
      tx,
    );
  } catch (error) {
    // Class 22 and 23: values that do not fit their columns, or rows that refer to others that are not there.
    const { code } = error as { readonly code?: string };
    throw code?.startsWith('22') || code?.startsWith('23')
      ? invalid('its rows do not fit each other', error)
      : error;
  }
}

async function* readLines(file: string): AsyncGenerator<unknown, undefined> {
  const unzipped = createReadStream(file)
    .on('error', (error) => unzipped.destroy(error))
    .pipe(createGunzip());
  try {
    for await (const line of createInterface({ input: unzipped })) yield JSON.parse(line);
  } catch (cause) {
    throw invalid('cannot be read', cause);
  }
  return undefined;
}

function checkHeader(line: unknown, migrations: readonly string[]): void {
  const { format, migrations: made } = (line ?? {}) as Partial<BackupHeader>;
  if (format !== 'grondslag-authority-backup') throw invalid('is something else');
  if (made?.join() !== migrations.join()) {
    throw invalid('was made by another version: restore it with that one, then start this one');
  }
}

async function checkEmpty(tx: Transaction<Tables>, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx);
    if (rows.length === 0) continue;
    throw new AuthorityError(
      'database_not_empty',
      'A backup is restored into a database without rows: choose an empty folder or a new PostgreSQL database.',
    );
  }
}

function invalid(how: string, cause?: unknown): AuthorityError {
  return new AuthorityError('backup_invalid', `The file should be a whole backup, but ${how}.`, {
    cause,
  });
}
