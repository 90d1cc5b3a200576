import type { Database } from './database.ts';
import { openEmbeddedDatabase } from './open-embedded-database.ts';
import { openPostgresDatabase } from './open-postgres-database.ts';

/** Where the authority keeps what it knows. */
export type DatabaseLocation =
  /** Folder of the embedded database: one process. */
  | { readonly folder: string }
  /** `postgres://…`: as many instances as one likes. */
  | { readonly url: string; readonly connections?: number };

/** Connections of this process to its database. */
export interface ConnectionCounts {
  readonly open: number;
  readonly idle: number;
  /** Statements that wait for one. */
  readonly waiting: number;
}

/** An open database with the schema of this version. */
export interface OpenDatabase {
  readonly db: Database;
  /** Absent when the database is in this process. */
  readonly countConnections?: () => ConnectionCounts;
  close(): Promise<void>;
}

/**
 * Opens the database and brings its schema up to date.
 *
 * @throws {AuthorityError} `database_in_use`, `database_changed`, `database_not_durable`, `database_unreachable`
 */
export async function openDatabase(location: DatabaseLocation, now: Date): Promise<OpenDatabase> {
  return 'folder' in location
    ? openEmbeddedDatabase(location.folder, now)
    : openPostgresDatabase(location, now);
}
