import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../storage/open-database.ts';
import { openMemoryDatabase } from '../storage/open-embedded-database.ts';
import {
  createTestAuthority,
  grantBody,
  issue,
  requestBody,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import { type PostgresServer, startPostgres } from '../test-support/start-postgres.ts';
import { listBackupTables } from './backup-tables.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

let authority: TestAuthority;
let server: PostgresServer;
let folder: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  file = join(folder, 'backup');
  server = await startPostgres();
  authority = await createTestAuthority();
  const request = await issue(authority, authority.bob, requestBody(authority));
  await issue(authority, authority.alice, grantBody(authority, { verifiedRequest: request.id }));
  const grant = await issue(authority, authority.alice, grantBody(authority));
  await authority.stores.credentials.revoke(grant.id, new Date());
  await authority.stores.credentials.suspend(request.id, new Date());
  expect(await writeBackup(authority.database.db, file)).toBeGreaterThan(10);
});
afterAll(async () => {
  await authority.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function contentOf({ db }: OpenDatabase): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const table of await listBackupTables(db)) {
    const { rows } = await sql<{ row: string }>`
      select row_to_json(t)::text as row from ${sql.table(table)} as t`.execute(db);
    content[table] = rows.map(({ row }) => row).sort((a, b) => (a < b ? -1 : 1));
  }
  return content;
}

function skipMillion(row: string): string {
  return row.replace(/"head":(\d+)/, (_, head: string) => `"head":${Number(head) + 1_000_000}`);
}

describe('a backup', () => {
  it.each([
    [
      'an embedded database',
      async () => openDatabase({ folder: join(folder, 'data') }, new Date()),
    ],
    ['PostgreSQL', async () => openDatabase({ url: await server.createDatabase() }, new Date())],
  ])('gives everything back, in %s', async (_store, open) => {
    const restored = await open();
    try {
      await restoreBackup(restored.db, file);
      const { feed: feeds = [], ...before } = await contentOf(authority.database);
      const { feed: restoredFeeds, ...after } = await contentOf(restored);
      expect(after).toEqual(before);
      // Feeds go on at numbers that no reader can have seen.
      expect(new Set(restoredFeeds)).toEqual(
        new Set(feeds.map((row) => skipMillion(row as string))),
      );
      await expect(restoreBackup(restored.db, file)).rejects.toMatchObject({
        code: 'database_not_empty',
      });
      const again = `${file}-again-${_store.length}`;
      await writeBackup(restored.db, again);
      const linesIn = (path: string) =>
        gunzipSync(readFileSync(path)).toString().split('\n').length;
      expect(linesIn(again)).toBe(linesIn(file));
    } finally {
      await restored.close();
    }
  });

  it('can be read by its owner only, and replaces no file', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect(writeBackup(authority.database.db, file)).rejects.toMatchObject({
      code: 'EEXIST',
    });
  });

  const lines = () => gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  it.each<[string, () => Buffer]>([
    ['is cut off between lines', () => gzipSync(lines().slice(0, -1).join('\n'))],
    ['is cut off anywhere', () => readFileSync(file).subarray(0, 900)],
    ['lost a line', () => gzipSync(lines().toSpliced(3, 1).join('\n'))],
    [
      'is of another version',
      () =>
        gzipSync(
          lines()
            .with(0, lines()[0]?.replace('0001', '0000') ?? '')
            .join('\n'),
        ),
    ],
    ['is something else', () => Buffer.from('something else')],
  ])('that %s is refused and leaves nothing behind', async (_how, content) => {
    const damaged = join(folder, 'damaged');
    writeFileSync(damaged, content());
    const empty = await openMemoryDatabase(new Date());
    try {
      await expect(restoreBackup(empty.db, damaged)).rejects.toMatchObject({
        code: 'backup_invalid',
      });
      expect(Object.values(await contentOf(empty)).flat()).toEqual([]);
    } finally {
      await empty.close();
    }
  });
});
