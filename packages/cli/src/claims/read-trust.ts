import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { keepTrustList, trustListAddress } from '@grondslag/agency';
import {
  ClaimsError,
  loadTrustList,
  parseTrust,
  readTrustList,
  type TrustList,
} from '@grondslag/claims';
import * as z from 'zod';
import type { CommandContext } from '../commands.ts';
import { UsageError } from '../usage-error.ts';

const operatorKeysSchema = z.record(z.url(), z.string().startsWith('z'));
type OperatorKeys = z.infer<typeof operatorKeysSchema>;

/**
 * Whom to believe: the file of `--trust`, else the signed list of the authority in the configuration, else nobody. A
 * signed list (`.jws`, or that of the authority) needs the keys of its operator too.
 *
 * @throws {UsageError}
 */
export async function readTrust(
  context: Pick<CommandContext, 'folder' | 'values' | 'trustConfig' | 'now'>,
): Promise<TrustList | undefined> {
  const { values, folder, trustConfig, now } = context;
  const fromFile =
    values.operator === undefined ? undefined : await readKeys(values.operator, folder);
  if (values.trust !== undefined) return await readTrustFile(values.trust, fromFile, folder);
  const { authority, trustListFile, ...pinned } = await trustConfig();
  const operatorKeys = fromFile ?? pinned.operatorKeys;
  if (authority === undefined) return undefined;
  if (operatorKeys === undefined) {
    throw new UsageError(
      `Expected keys of ${authority} beside its address, to check its list of sources with: operatorKeys in the configuration, or --operator KEYS.json. Ask its operator; or say whom to believe with --trust FILE.`,
    );
  }
  const problems: Error[] = [];
  const list = loadTrustList({
    url: trustListAddress(authority),
    operatorKeys,
    fetch,
    now,
    store: keepTrustList(trustListFile),
    onProblem: (problem) => problems.push(problem),
  });
  try {
    return await list.current();
  } catch (error) {
    const { message } = problems[0] ?? (error as Error);
    throw new Error(`${message} Or say whom to believe with --trust FILE.`, { cause: error });
  }
}

async function readTrustFile(
  name: string,
  keys: OperatorKeys | undefined,
  folder: string,
): Promise<TrustList> {
  const text = await readText(name, folder);
  if (text.trimStart().startsWith('{')) return await parse(parseJson(text, name), basename(name));
  if (keys === undefined) {
    throw new UsageError(
      `Expected --operator KEYS.json beside a signed trust list: { "https://…#key": "z6Mk…" }.`,
    );
  }
  return await readTrustList(text, keys).catch(asUsage);
}

async function readKeys(name: string, folder: string): Promise<OperatorKeys> {
  const keys = operatorKeysSchema.safeParse(parseJson(await readText(name, folder), name));
  if (keys.success) return keys.data;
  throw new UsageError(`Expected keys in ${basename(name)}: { "https://…#key": "z6Mk…" }.`);
}

async function parse(json: unknown, where: string): Promise<TrustList> {
  try {
    return await parseTrust(json);
  } catch (error) {
    if (error instanceof ClaimsError || error instanceof TypeError) {
      throw new UsageError(`Of ${where}: ${error.message}`);
    }
    throw error;
  }
}

function asUsage(error: unknown): never {
  throw error instanceof ClaimsError ? new UsageError(error.message) : error;
}

async function readText(name: string, folder: string): Promise<string> {
  try {
    return await readFile(resolve(folder, name), 'utf8');
  } catch {
    throw new UsageError(`Expected a file at ${name}, cannot read it.`);
  }
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`Expected JSON in ${basename(name)}.`);
  }
}
