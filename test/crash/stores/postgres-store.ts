import { startPostgres } from '@grondslag/authority/test-support/start-postgres';
import type { CrashableStore } from './store.ts';

/** Of the crashes: the authority alone, PostgreSQL with all its processes, both. */
const CRASHES = ['authority', 'authority', 'authority', 'database', 'both'] as const;

/** A PostgreSQL server; it crashes, or the authority on it, or both. */
export async function createPostgresStore(): Promise<CrashableStore> {
  const server = await startPostgres();
  return {
    name: 'PostgreSQL, kill -9',
    config: { databaseUrl: await server.createDatabase() },
    async crash(authority, random) {
      const kind = random.pick(CRASHES);
      if (kind !== 'database') await authority.kill();
      if (kind !== 'authority') {
        await server.kill();
        await server.restart();
      }
      return kind === 'database' ? authority : undefined;
    },
    close: () => server.close(),
  };
}
