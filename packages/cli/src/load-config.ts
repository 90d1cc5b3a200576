import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod';
import { UsageError } from './usage-error.ts';

const DEFAULT_FILE = 'grondslag.config.json';

const configSchema = z.strictObject({
  webId: z.url(),
  oidcIssuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  authority: z.url(),
  vaults: z.array(z.url()).min(1),
  /** File of JSON lines; relative to the folder the command runs in. */
  processingLog: z.string().min(1),
  pseudonymSecret: z.string().min(16).exactOptional(),
});
export type Config = z.infer<typeof configSchema>;

const variables: Record<keyof Config, string> = {
  webId: 'GRONDSLAG_WEB_ID',
  oidcIssuer: 'GRONDSLAG_OIDC_ISSUER',
  clientId: 'GRONDSLAG_CLIENT_ID',
  clientSecret: 'GRONDSLAG_CLIENT_SECRET',
  authority: 'GRONDSLAG_AUTHORITY',
  vaults: 'GRONDSLAG_VAULTS',
  processingLog: 'GRONDSLAG_PROCESSING_LOG',
  pseudonymSecret: 'GRONDSLAG_PSEUDONYM_SECRET',
};

interface ConfigSource {
  /** Path of the file, when one was named. */
  file: string | undefined;
  env: Readonly<Record<string, string | undefined>>;
  folder: string;
}

/**
 * Reads the configuration: the file, and over it the environment.
 *
 * @throws {UsageError} naming the fields that are missing or wrong, never their values
 */
export async function loadConfig(source: ConfigSource): Promise<Config> {
  const { env, folder } = source;
  const fromFile = await readSource(source);
  const fromEnv = Object.entries(variables).flatMap(([field, name]) => {
    const value = env[name];
    if (value === undefined || value === '') return [];
    return [[field, field === 'vaults' ? value.split(',').map((url) => url.trim()) : value]];
  });
  const parsed = configSchema.safeParse({ ...fromFile, ...Object.fromEntries(fromEnv) });
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => {
      const variable = variables[path[0] as keyof Config];
      return `  ${path.join('.')}${variable ? ` (${variable})` : ''}: ${message}`;
    });
    throw new UsageError(`The configuration is not complete:\n${wrong.join('\n')}`);
  }
  const { processingLog, ...config } = parsed.data;
  return { ...config, processingLog: resolve(folder, processingLog) };
}

/**
 * The authority alone, for what needs nothing else; `undefined` when no file and no variable names one.
 *
 * @throws {UsageError}
 */
export async function loadAuthority(source: ConfigSource): Promise<string | undefined> {
  const fromEnv = source.env[variables.authority] || undefined;
  const authority = fromEnv ?? (await readSource(source))['authority'];
  if (authority === undefined) return undefined;
  const parsed = z.url().safeParse(authority).data;
  if (parsed === undefined) {
    throw new UsageError(`Expected a URL as authority (${variables.authority}).`);
  }
  return parsed;
}

async function readSource({ file, folder }: ConfigSource): Promise<Record<string, unknown>> {
  return await readConfigFile(resolve(folder, file ?? DEFAULT_FILE), file === undefined);
}

async function readConfigFile(
  path: string,
  mayBeMissing: boolean,
): Promise<Record<string, unknown>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (mayBeMissing && (error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new UsageError(`Expected a configuration file at ${path}, cannot read it.`);
  }
  return parseJsonObject(text, path);
}

/** @throws {UsageError} when the text of `path` is not a JSON object */
export function parseJsonObject(text: string, path: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new UsageError(`Expected a JSON object in ${path}.`);
  }
}
