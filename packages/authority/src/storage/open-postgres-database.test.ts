import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../test-support/start-postgres.ts';
import { isConnectionError } from './is-connection-error.ts';
import { openPostgresDatabase } from './open-postgres-database.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());

it('tells a server that is gone from a query that is wrong', async () => {
  const { db, close } = await openPostgresDatabase(
    { url: await server.createDatabase() },
    new Date(),
  );
  const failure = (query: ReturnType<typeof sql>) =>
    query.execute(db).catch((error: unknown) => error);
  expect(isConnectionError(await failure(sql`select 1 from nowhere`))).toBe(false);
  await server.kill();
  for (let i = 0; i < 3; i++) expect(isConnectionError(await failure(sql`select 1`))).toBe(true);
  await server.restart();
  await close();
});

it('lives on when the server crashes under a transaction', async () => {
  const { db, close } = await openPostgresDatabase(
    { url: await server.createDatabase() },
    new Date(),
  );
  const begun = Promise.withResolvers<void>();
  const crashed = Promise.withResolvers<void>();
  const transaction = db.transaction().execute(async (tx) => {
    await sql`select 1`.execute(tx);
    begun.resolve();
    // The connection breaks here, while no query is under way on it.
    await crashed.promise;
    await sql`select 1`.execute(tx);
  });
  const refused = expect(transaction).rejects.toThrow(/terminat|not queryable/);
  await begun.promise;
  await server.kill();
  await server.restart();
  crashed.resolve();
  await refused;
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db);
  expect(rows).toEqual([{ one: 1 }]);
  await close();
});
