import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod';
import { UsageError } from './usage-error.ts';

const DEFAULT_FILE = 'grondslag.config.json';

const operatorKeysSchema = z
  .record(z.url(), z.string().startsWith('z'))
  .refine((keys) => Object.keys(keys).length > 0, 'expected one key at least');

const trustSchema = z.object({
  authority: z.url().exactOptional(),
  /** Keys of the authority, pinned: id → public key as Multikey. */
  operatorKeys: operatorKeysSchema.exactOptional(),
  /** Where the newest list of sources is kept; relative to the folder the command runs in. */
  trustListFile: z.string().min(1).default('trust-list.jws'),
  /** JSON-LD contexts beside those of the kit; relative to the folder the command runs in. */
  contexts: z.string().min(1).exactOptional(),
});

const configSchema = z.strictObject({
  ...trustSchema.shape,
  webId: z.url(),
  oidcIssuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  authority: z.url(),
  operatorKeys: operatorKeysSchema,
  vaults: z.array(z.url()).min(1),
  /** File of JSON lines; relative to the folder the command runs in. */
  processingLog: z.string().min(1),
  pseudonymSecret: z.string().min(16).exactOptional(),
  /** PostgreSQL, for runs that several workers share. */
  runsDatabase: z.url({ protocol: /^postgres(ql)?$/ }).exactOptional(),
});
export type Config = z.infer<typeof configSchema>;

const variables: Record<keyof Config, string> = {
  webId: 'GRONDSLAG_WEB_ID',
  oidcIssuer: 'GRONDSLAG_OIDC_ISSUER',
  clientId: 'GRONDSLAG_CLIENT_ID',
  clientSecret: 'GRONDSLAG_CLIENT_SECRET',
  authority: 'GRONDSLAG_AUTHORITY',
  operatorKeys: 'GRONDSLAG_OPERATOR_KEYS',
  trustListFile: 'GRONDSLAG_TRUST_LIST_FILE',
  contexts: 'GRONDSLAG_CONTEXTS',
  vaults: 'GRONDSLAG_VAULTS',
  processingLog: 'GRONDSLAG_PROCESSING_LOG',
  pseudonymSecret: 'GRONDSLAG_PSEUDONYM_SECRET',
  runsDatabase: 'GRONDSLAG_RUNS_DATABASE',
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
  const parsed = configSchema.safeParse(await readMembers(source));
  if (!parsed.success) throw notComplete(parsed.error);
  const { processingLog, trustListFile, contexts, ...config } = parsed.data;
  return {
    ...config,
    ...(contexts !== undefined && { contexts: resolve(source.folder, contexts) }),
    processingLog: resolve(source.folder, processingLog),
    trustListFile: resolve(source.folder, trustListFile),
  };
}

/** Whom the configuration leaves it to, to say which sources are believed. */
export type TrustConfig = z.infer<typeof trustSchema>;

/**
 * What of the configuration says whom to believe, whatever else that has or lacks.
 *
 * @throws {UsageError}
 */
export async function loadTrustConfig(source: ConfigSource): Promise<TrustConfig> {
  const parsed = trustSchema.safeParse(await readMembers(source));
  if (!parsed.success) throw notComplete(parsed.error);
  return { ...parsed.data, trustListFile: resolve(source.folder, parsed.data.trustListFile) };
}

/** The file, and over it the environment. */
async function readMembers({ file, env, folder }: ConfigSource): Promise<Record<string, unknown>> {
  const path = resolve(folder, file ?? DEFAULT_FILE);
  const fromFile = await readConfigFile(path, file === undefined);
  const fromEnv = Object.entries(variables).flatMap(([field, name]) => {
    const value = env[name];
    return value === undefined || value === '' ? [] : [[field, memberOf(field, value)]];
  });
  return { ...fromFile, ...Object.fromEntries(fromEnv) };
}

function memberOf(field: string, value: string): unknown {
  if (field === 'vaults') return value.split(',').map((url) => url.trim());
  return field === 'operatorKeys' ? parseJsonObject(value, variables.operatorKeys) : value;
}

function notComplete({ issues }: z.ZodError): UsageError {
  const wrong = issues.map(({ path, message }) => {
    const variable = variables[path[0] as keyof Config];
    return `  ${path.join('.')}${variable ? ` (${variable})` : ''}: ${message}`;
  });
  return new UsageError(`The configuration is not complete:\n${wrong.join('\n')}`);
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

/** @throws {UsageError} when the text of `path` (a file, or a variable) is not a JSON object */
export function parseJsonObject(text: string, path: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new UsageError(`Expected a JSON object in ${path}.`);
  }
}
