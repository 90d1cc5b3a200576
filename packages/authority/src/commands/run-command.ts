import { parseArgs } from 'node:util';
import { restoreBackup } from '../backup/restore-backup.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { databaseLocation, type ParsedAuthorityConfig } from '../config.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { AuthorityError } from '../errors.ts';
import { keyOptions } from '../keys/key-options.ts';
import type { KeyUse } from '../keys/key-store.ts';
import { DEFAULT_ROTATION_SECONDS, rotateKeys } from '../keys/rotate-keys.ts';
import { type OpenDatabase, openDatabase } from '../storage/open-database.ts';
import { createSqlStores } from '../storage/stores.ts';

const USAGE = `Usage:
  grondslag-authority [CONFIG.json]                      run it
  grondslag-authority migrate [CONFIG.json]              make or update the tables
  grondslag-authority rotate-keys [CONFIG.json]          make a new key, used after a while
      [--use token|credential] [--after SECONDS] [--compromised]
  grondslag-authority backup [CONFIG.json] --to FILE
  grondslag-authority restore [CONFIG.json] --from FILE  into a database without rows`;

const names = ['migrate', 'rotate-keys', 'backup', 'restore'] as const;
type CommandName = (typeof names)[number];

/** Whether the first argument of the process is a command, not the name of a configuration file. */
export function isCommand(name: string | undefined): name is CommandName {
  return names.some((known) => known === name);
}

/**
 * Does one thing with the database of a configured authority. Opening it brings its tables up to date.
 *
 * @returns what to tell the operator
 * @throws {AuthorityError} `config_invalid` and what the command itself throws
 */
export async function runCommand(
  name: CommandName,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const { values, positionals } = readArguments(args);
  const config = readConfiguration(positionals[0], environment);
  const database = await openDatabase(databaseLocation(config), new Date());
  try {
    if (name === 'rotate-keys') return await rotate(values, config, database);
    if (name === 'backup') {
      return `${await writeBackup(database.db, required(values.to))} rows written`;
    }
    if (name === 'restore') {
      return `${await restoreBackup(database.db, required(values.from))} rows restored`;
    }
    return 'the tables are up to date';
  } finally {
    await database.close();
  }
}

type Arguments = ReturnType<typeof readArguments>;

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        use: { type: 'string' },
        after: { type: 'string', default: String(DEFAULT_ROTATION_SECONDS) },
        compromised: { type: 'boolean', default: false },
        to: { type: 'string' },
        from: { type: 'string' },
      },
    });
  } catch {
    throw usage();
  }
}

async function rotate(
  { use, after, compromised }: Arguments['values'],
  config: ParsedAuthorityConfig,
  { db }: OpenDatabase,
): Promise<string> {
  if (!/^\d{1,7}$/.test(after)) throw usage();
  const options = {
    ...keyOptions(config, createSqlStores(db).keys),
    afterSeconds: Number(after),
    compromised,
  };
  const rotated: string[] = [];
  for (const one of usesOf(use)) {
    const { id, signsFrom } = await rotateKeys(one, options);
    rotated.push(`${one} key ${id} signs from ${signsFrom.toISOString()}`);
  }
  return rotated.join('\n');
}

function usesOf(use: string | undefined): readonly KeyUse[] {
  if (use === undefined) return ['token', 'credential'];
  if (use === 'token' || use === 'credential') return [use];
  throw usage();
}

function required(value: string | undefined): string {
  if (value === undefined) throw usage();
  return value;
}

function usage(): AuthorityError {
  return new AuthorityError('config_invalid', USAGE);
}
