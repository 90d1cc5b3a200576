import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, TypeOverrides } from 'pg';
import { AuthorityError } from '../errors.ts';
import type { Database, Tables } from './database.ts';
import { migrate } from './migrate.ts';
import type { OpenDatabase } from './open-database.ts';

/** Of each instance; a server allows 100 unless told otherwise. */
const DEFAULT_CONNECTIONS = 10;
const CONNECT_MILLISECONDS = 5_000;
/** Longer than anything we ask takes: what is still running then would only hold locks. */
const STATEMENT_MILLISECONDS = 15_000;

const BIGINT_OID = 20;

/**
 * Opens a PostgreSQL database that several instances may share.
 *
 * @throws {AuthorityError} `database_unreachable`, `database_changed`, or `database_not_durable` when the server
 * acknowledges what is not on disk
 */
export async function openPostgresDatabase(
  {
    url,
    connections = DEFAULT_CONNECTIONS,
  }: { readonly url: string; readonly connections?: number },
  now: Date,
): Promise<OpenDatabase> {
  const types = new TypeOverrides();
  // Counters, all far below 2^53.
  types.setTypeParser(BIGINT_OID, Number);
  const pool = new Pool({
    connectionString: url,
    max: connections,
    types,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    statement_timeout: STATEMENT_MILLISECONDS,
    idle_in_transaction_session_timeout: STATEMENT_MILLISECONDS,
    application_name: 'grondslag-authority',
    keepAlive: true,
  });
  // A connection that breaks is replaced by the next query, and a query on it fails; without a listener it would end
  // the process: of the pool while it is idle, of its own while a transaction has it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await checkDurability(db);
    await migrate(db, now);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    db,
    countConnections: () => ({
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: () => db.destroy(),
  };
}

async function checkDurability(db: Database): Promise<void> {
  const { rows } = await readSettings(db);
  const off = rows.filter(({ setting }) => setting === 'off').map(({ name }) => name);
  if (off.length === 0) return;
  throw new AuthorityError(
    'database_not_durable',
    `PostgreSQL acknowledges what is not on disk: set ${off.join(' and ')} to on for this database.`,
  );
}

async function readSettings(db: Database) {
  try {
    return await sql<{ name: string; setting: string }>`
      select name, setting from pg_settings
      where name in ('fsync', 'synchronous_commit', 'full_page_writes')`.execute(db);
  } catch (cause) {
    // Without the cause's message: it can hold the user name and the host.
    throw new AuthorityError(
      'database_unreachable',
      'PostgreSQL should answer at the database URL, and let us in.',
      { cause },
    );
  }
}
