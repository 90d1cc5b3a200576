import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { type OpenDatabase, openDatabase } from '../storage/open-database.ts';
import { startPostgres } from './start-postgres.ts';

/** One database as two instances of the authority see it; the embedded one has room for one instance only. */
export interface TestDatabase {
  readonly one: OpenDatabase;
  readonly other: OpenDatabase;
}

/** Runs the same tests on the embedded database and on a PostgreSQL server. */
export function describeDatabases(name: string, tests: (database: TestDatabase) => void): void {
  describe.each([
    ['embedded', openEmbedded],
    ['PostgreSQL', openServer],
  ])(`${name} · %s`, (_store, open) => {
    let opened: Opened | undefined;
    beforeAll(async () => {
      opened = await open();
    }, 120_000);
    afterAll(() => opened?.close());
    const get = () => {
      if (opened === undefined) throw new Error('the database is open only while tests run');
      return opened;
    };
    tests({
      get one() {
        return get().one;
      },
      get other() {
        return get().other;
      },
    });
  });
}

interface Opened extends TestDatabase {
  close(): Promise<void>;
}

async function openEmbedded(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
  const one = await openDatabase({ folder }, new Date());
  return {
    one,
    other: one,
    async close() {
      await one.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openServer(): Promise<Opened> {
  const server = await startPostgres();
  try {
    const url = await server.createDatabase();
    const [one, other] = await Promise.all([
      openDatabase({ url }, new Date()),
      openDatabase({ url }, new Date()),
    ]);
    return {
      one,
      other,
      async close() {
        await one.close();
        await other.close();
        await server.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}
