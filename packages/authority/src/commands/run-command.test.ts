import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../storage/open-database.ts';
import { isCommand, runCommand } from './run-command.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = (data: string) => ({
  GRONDSLAG_AUTHORITY_BASE_URL: 'https://access.gov.nl/',
  GRONDSLAG_AUTHORITY_PORT: '7101',
  GRONDSLAG_AUTHORITY_DATA_FOLDER: join(folder, data),
  GRONDSLAG_AUTHORITY_VAULTS: JSON.stringify([
    { baseUrl: 'https://vault.gov.nl/', secret: 'hush-hush'.repeat(4) },
  ]),
  GRONDSLAG_AUTHORITY_OIDC_ISSUERS: 'https://vault.gov.nl/',
  GRONDSLAG_AUTHORITY_PARTICIPANTS: JSON.stringify({ agencies: [], sources: [] }),
});

describe('commands', { timeout: 60_000 }, () => {
  it('make tables and keys, and carry all of it to another database', async () => {
    expect(await runCommand('migrate', [], environment('one'))).toBe('the tables are up to date');
    const rotated = await runCommand('rotate-keys', ['--after', '5'], environment('one'));
    expect(rotated).toMatch(/^token key \S+ signs from .*\ncredential key \S+#key-1 signs from/);
    const file = join(folder, 'backup');
    expect(await runCommand('backup', ['--to', file], environment('one'))).toBe('2 rows written');
    expect(await runCommand('restore', ['--from', file], environment('two'))).toBe(
      '2 rows restored',
    );
    await expect(runCommand('restore', ['--from', file], environment('two'))).rejects.toMatchObject(
      { code: 'database_not_empty' },
    );
  });

  it('keep out of an embedded database that is in use', async () => {
    const open = await openDatabase({ folder: join(folder, 'three') }, new Date());
    const rotating = runCommand('rotate-keys', [], environment('three'));
    await expect(rotating).rejects.toMatchObject({ code: 'database_in_use' });
    await open.close();
  });

  it.each<['rotate-keys' | 'backup' | 'restore', string[]]>([
    ['rotate-keys', ['--use', 'signing']],
    ['rotate-keys', ['--after', 'soon']],
    ['rotate-keys', ['--unknown']],
    ['backup', []],
    ['restore', []],
  ])('say how %s %j should be called', async (name, args) => {
    await expect(runCommand(name, args, environment('four'))).rejects.toMatchObject({
      code: 'config_invalid',
      message: expect.stringContaining('Usage:'),
    });
  });

  it('are not taken for the name of a configuration file', () => {
    expect(['migrate', 'config.json', undefined].map(isCommand)).toEqual([true, false, false]);
  });
});
