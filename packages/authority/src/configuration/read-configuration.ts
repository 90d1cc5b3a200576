import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  authorityConfigSchema,
  describeMistakes,
  listMistakes,
  type ParsedAuthorityConfig,
} from '../config.ts';
import { AuthorityError } from '../errors.ts';
import { readEnvironment } from './read-environment.ts';

/**
 * Reads the configuration of a process: a JSON file, and over it the environment. Relative paths in the file start at
 * its own folder, those in the environment at the working folder.
 *
 * @throws {AuthorityError} `config_invalid`, with all mistakes: which setting, what was expected, never a value
 */
export function readConfiguration(
  file: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): ParsedAuthorityConfig {
  const fromFile = file === undefined ? {} : readConfigMembers(file);
  const { members, variables, mistakes } = readEnvironment(environment);
  const parsed = authorityConfigSchema.safeParse({ ...fromFile, ...members });
  if (parsed.success && mistakes.length === 0) return parsed.data;
  throw new AuthorityError(
    'config_invalid',
    describeMistakes([...mistakes, ...(parsed.error ? listMistakes(parsed.error, variables) : [])]),
  );
}

/** Members whose value is a path, or a list of paths. */
const PATHS: ReadonlySet<string> = new Set(['dataFolder', 'lawSnapshots']);

function readConfigMembers(file: string): Record<string, unknown> {
  const members = readJson(file);
  if (typeof members !== 'object' || members === null || Array.isArray(members)) {
    throw new AuthorityError('config_invalid', `The file ${file} should hold one JSON object.`);
  }
  const folder = dirname(resolve(file));
  const { participantsFile, ...rest } = members as Record<string, unknown>;
  for (const name of PATHS) {
    const path = rest[name];
    if (typeof path === 'string') rest[name] = resolve(folder, path);
    // What is not text stays as it is: the schema names it.
    if (Array.isArray(path))
      rest[name] = path.map((one) => (typeof one === 'string' ? resolve(folder, one) : one));
  }
  if (typeof participantsFile !== 'string') return rest;
  return { ...rest, participants: readJson(resolve(folder, participantsFile)) };
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AuthorityError('config_invalid', `The file ${file} cannot be read.`, { cause });
  }
  try {
    return JSON.parse(text);
  } catch {
    // Without the cause: it quotes the file, which holds secrets.
    throw new AuthorityError('config_invalid', `The file ${file} is not JSON.`);
  }
}
