import { openDatabase } from '../storage/open-database.ts';
import { type AuthorityStores, createSqlStores } from '../storage/stores.ts';
import { fillWithGrants } from './fill-with-grants.ts';
import { startPostgres } from './start-postgres.ts';

export interface FilledPostgres {
  readonly url: string;
  close(): Promise<void>;
}

/** A PostgreSQL server with the tables of an authority that issued `grants` of them, and so many lawful accesses. */
export async function startFilledPostgres(
  grants: number,
  lawfulAccesses = 0,
): Promise<FilledPostgres> {
  const server = await startPostgres({
    ...{ shared_buffers: '256MB', max_wal_size: '8GB', maintenance_work_mem: '256MB' },
    ...{ wal_level: 'minimal', max_wal_senders: '0' },
  });
  const url = await server.createDatabase();
  await (await openDatabase({ url }, new Date())).close();
  await fillWithGrants(url, grants, lawfulAccesses);
  return { url, close: () => server.close() };
}

/** The stores over a database, with as many connections as work is done in parallel. */
export async function openStores(
  url: string,
  connections: number,
): Promise<{ readonly stores: AuthorityStores; close(): Promise<void> }> {
  const { db, close } = await openDatabase({ url, connections }, new Date());
  return { stores: createSqlStores(db), close };
}
