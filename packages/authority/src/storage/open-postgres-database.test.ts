import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../test-support/start-postgres.ts';
import { openPostgresDatabase } from './open-postgres-database.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());

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
