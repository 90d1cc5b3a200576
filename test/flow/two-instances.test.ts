import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type PostgresServer,
  startPostgres,
} from '@grondslag/authority/test-support/start-postgres';
import { type DevStack, findFreePort, startDevStack } from '@grondslag/dev-stack';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runConformanceSuite } from '../support/run-conformance-suite.ts';

/** Two authorities on one PostgreSQL, each request to the next: to their callers they are one. */
describe('two instances behind a round robin', () => {
  let folder: string;
  let postgres: PostgresServer;
  let stack: DevStack;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'grondslag-two-'));
    postgres = await startPostgres();
    const databaseUrl = await postgres.createDatabase();
    stack = await startDevStack({
      port: await findFreePort(),
      folder,
      authorities: { count: 2, databaseUrl },
    });
  });
  afterAll(async () => {
    await stack.stop();
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('serve the whole conformance suite', { timeout: 400_000 }, async () => {
    const run = await runConformanceSuite(stack, { args: ['--strict'] });
    const failed = run.results.filter(({ outcome }) => outcome === 'failed');
    expect(failed, run.out.slice(-3_000)).toEqual([]);
    expect(run.code).toBe(0);
    const passed = run.results.filter(({ outcome }) => outcome === 'passed');
    expect(passed.length).toBeGreaterThan(250);
    const logs = (await readdir(join(folder, 'logs'))).filter((name) =>
      name.startsWith('authority-'),
    );
    for (const name of logs) {
      // both had part of it
      expect(await readFile(join(folder, 'logs', name), 'utf8')).toContain('token_refused');
    }
    expect(logs).toHaveLength(2);
  });
});
