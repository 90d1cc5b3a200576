import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { ClaimsError, parseTrust, readTrustList, type TrustList } from '@grondslag/claims';
import * as z from 'zod';
import type { CommandContext } from '../commands.ts';
import { UsageError } from '../usage-error.ts';

const TIMEOUT_MILLISECONDS = 5_000;
const operatorKeysSchema = z.record(z.url(), z.string().startsWith('z'));

/**
 * Whom to believe: the file of `--trust`, else the participants of the authority in the configuration, else
 * nobody. A list that is signed (`.jws`) needs the keys of its operator too.
 *
 * @throws {UsageError}
 */
export async function readTrust(
  context: Pick<CommandContext, 'folder' | 'values' | 'authority'>,
): Promise<TrustList | undefined> {
  const { values, folder, authority } = context;
  if (values.trust !== undefined) return await readTrustFile(values.trust, values.operator, folder);
  const url = await authority();
  return url === undefined ? undefined : await parse(await fetchParticipants(url), 'its authority');
}

async function readTrustFile(
  name: string,
  operator: string | undefined,
  folder: string,
): Promise<TrustList> {
  const text = await readText(name, folder);
  if (text.trimStart().startsWith('{')) return await parse(parseJson(text, name), basename(name));
  if (operator === undefined) {
    throw new UsageError(
      `Expected --operator KEYS.json beside a signed trust list: { "https://…#key": "z6Mk…" }.`,
    );
  }
  const keys = operatorKeysSchema.safeParse(parseJson(await readText(operator, folder), operator));
  if (!keys.success) {
    throw new UsageError(`Expected keys in ${basename(operator)}: { "https://…#key": "z6Mk…" }.`);
  }
  return await readTrustList(text, keys.data).catch(asUsage);
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

async function fetchParticipants(authority: string): Promise<unknown> {
  const url = new URL('v1/participants', authority.endsWith('/') ? authority : `${authority}/`);
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    if (response.ok) return await response.json();
    throw new Error(`HTTP ${response.status}`);
  } catch (cause) {
    throw new Error(
      `Expected participants at ${url.href}, got none. Say whom to believe with --trust FILE.`,
      { cause },
    );
  }
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
