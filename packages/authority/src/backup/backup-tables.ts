import { sql } from 'kysely';
import type { Database } from '../storage/database.ts';

/** What the first line of a backup says. */
export interface BackupHeader {
  readonly format: 'grondslag-authority-backup';
  /** Migrations of the schema the rows fit. */
  readonly migrations: readonly string[];
}

/** The other lines: rows, and at the end how many, so that a file that was cut off is recognised. */
export type BackupLine =
  | { readonly table: string; readonly row: unknown }
  | { readonly rows: number };

/** Tables with something of ours in them; each comes after those it refers to. */
export async function listBackupTables(db: Database): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not in ('schema_lock', 'schema_migration')
    order by table_name`.execute(db);
  const { rows: references } = await sql<{ from: string; to: string }>`
    select conrelid::regclass::text as "from", confrelid::regclass::text as "to"
    from pg_constraint where contype = 'f' and conrelid <> confrelid`.execute(db);
  const sorted: string[] = [];
  const add = (name: string): void => {
    if (sorted.includes(name)) return;
    for (const { from, to } of references) if (from === name) add(to);
    sorted.push(name);
  };
  for (const { name } of tables) add(name);
  return sorted;
}

/** Migrations that made this schema. */
export async function listMigrations(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from schema_migration order by id`.execute(db);
  return rows.map(({ id }) => id);
}
