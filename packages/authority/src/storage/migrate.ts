import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { AuthorityError } from '../errors.ts';
import type { Database, Tables } from './database.ts';
import { first } from './migrations/0001-first.ts';
import { feeds } from './migrations/0002-feeds.ts';
import { api } from './migrations/0003-api.ts';
import { signedHash } from './migrations/0004-signed-hash.ts';
import { proofsAndKeys } from './migrations/0005-proofs-and-keys.ts';
import { hotStatements } from './migrations/0006-hot-statements.ts';
import { legalBases } from './migrations/0007-legal-bases.ts';
import { emergencyReviews } from './migrations/0008-emergency-reviews.ts';
import { openAccesses } from './migrations/0009-open-accesses.ts';
import { corrections } from './migrations/0010-corrections.ts';
import { helpers } from './migrations/0011-helpers.ts';
import { counter } from './migrations/0012-counter.ts';
import { rightsRequests } from './migrations/0013-rights-requests.ts';
import { consentsOfParents } from './migrations/0014-consents-of-parents.ts';
import { disputedFacts } from './migrations/0015-disputed-facts.ts';
import { laterEvents } from './migrations/0016-later-events.ts';
import { helperLooks } from './migrations/0017-helper-looks.ts';
import { counterCards } from './migrations/0018-counter-cards.ts';
import { givenUp } from './migrations/0019-given-up.ts';
import { reportsOfAgencies } from './migrations/0020-reports-of-agencies.ts';
import { erasures } from './migrations/0021-erasures.ts';
import type { Migration } from './migrations/migration.ts';

/** Every step up to the schema of this version. */
export const allMigrations: readonly Migration[] = [
  first,
  feeds,
  api,
  signedHash,
  proofsAndKeys,
  hotStatements,
  legalBases,
  emergencyReviews,
  openAccesses,
  corrections,
  helpers,
  counter,
  rightsRequests,
  consentsOfParents,
  disputedFacts,
  laterEvents,
  helperLooks,
  counterCards,
  givenUp,
  reportsOfAgencies,
  erasures,
];

// A type, not an interface: Kysely wants an implicit index signature.
type MigrationTables = {
  schema_lock: { id: number };
  schema_migration: { id: string; checksum: string; applied_at: Date };
};

type MigrationDatabase = Kysely<Tables & MigrationTables>;

/**
 * Brings the schema up to date: each migration in one transaction, behind a lock row, so that processes starting
 * together take turns (advisory locks are not in every PostgreSQL-compatible database).
 *
 * @returns ids of the migrations that ran
 * @throws {AuthorityError} `database_changed` when a migration that ran before differs from ours or is unknown
 */
export async function migrate(
  database: Database,
  now: Date,
  migrations: readonly Migration[] = allMigrations,
): Promise<readonly string[]> {
  const db = database.withTables<MigrationTables>();
  await createOwnTables(db);
  const applied: string[] = [];
  for (const migration of migrations) {
    if (await applyOnce(db, migration, now)) applied.push(migration.id);
  }
  const known = new Set(migrations.map(({ id }) => id));
  const rows = await db.selectFrom('schema_migration').select('id').execute();
  const unknown = rows.filter(({ id }) => !known.has(id));
  if (unknown.length > 0) {
    throw changed(
      `${unknown.map(({ id }) => id).join(', ')} ran, which this version does not know`,
    );
  }
  return applied;
}

async function createOwnTables(db: MigrationDatabase): Promise<void> {
  await createTable(db, 'schema_lock (id int primary key)');
  await createTable(
    db,
    'schema_migration (id text primary key, checksum text not null, applied_at timestamptz not null)',
  );
  await db
    .insertInto('schema_lock')
    .values({ id: 1 })
    .onConflict((c) => c.doNothing())
    .execute();
}

async function createTable(db: MigrationDatabase, definition: string): Promise<void> {
  try {
    await sql.raw(`create table if not exists ${definition}`).execute(db);
  } catch (error) {
    // Of two processes that create it at once, one fails all the same, at its row type too; then it is there.
    const { code } = error as { readonly code?: string };
    if (code !== '23505' && code !== '42P07' && code !== '42710') throw error;
  }
}

async function applyOnce(
  db: MigrationDatabase,
  { id, statements }: Migration,
  now: Date,
): Promise<boolean> {
  const checksum = createHash('sha256').update(statements.join(';\n')).digest('hex');
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('schema_lock').select('id').where('id', '=', 1).forUpdate().execute();
    const before = await tx
      .selectFrom('schema_migration')
      .select('checksum')
      .where('id', '=', id)
      .executeTakeFirst();
    if (before?.checksum === checksum) return false;
    if (before !== undefined) throw changed(`${id} was another when it ran`);
    for (const statement of statements) await sql.raw(statement).execute(tx);
    await tx.insertInto('schema_migration').values({ id, checksum, applied_at: now }).execute();
    return true;
  });
}

function changed(what: string): AuthorityError {
  return new AuthorityError(
    'database_changed',
    `The database does not fit this version of the authority: migration ${what}. Start the version that made it.`,
  );
}
