import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod';

const configSchema = z.strictObject({
  /** Where the page is seen by browsers. */
  baseUrl: z.url({ protocol: /^https?$/ }),
  host: z.string().min(1).default('127.0.0.1'),
  port: z.int().min(0).max(65_535),
  authority: z.url(),
  /** Keys of the authority, under which its list of believed sources is taken: id → Multikey. */
  operatorKeys: z
    .record(z.url(), z.string())
    .refine((keys) => Object.keys(keys).length > 0, 'expected one key at least'),
  /** Closed list of vault servers. */
  vaults: z.array(z.url()).min(1),
  oidcIssuer: z.url(),
  webId: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Where citizens decide. */
  consentApp: z.url({ protocol: /^https?$/ }),
  /** For the cases and the processing records; made when it is not there. */
  dataFolder: z.string().min(1),
  /** Login of a council that wants to read without a law, its mandate, and the citizen it is about. */
  council: z
    .strictObject({
      webId: z.url(),
      clientId: z.string().min(1),
      clientSecret: z.string().min(1),
      mandate: z.url(),
      citizen: z.url(),
    })
    .exactOptional(),
  /** Synthetic people to choose from. */
  citizens: z.array(z.strictObject({ webId: z.url(), name: z.string().min(1).max(80) })),
});
export type Config = z.infer<typeof configSchema>;

/** The configuration cannot be used; the message says why, without its values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'invalid_config';
}

/** @throws {ConfigError} when the file is missing, or a field is wrong */
export async function loadConfig(file: string): Promise<Config> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(resolve(file), 'utf8'));
  } catch {
    throw new ConfigError(`Expected a configuration in JSON at ${file}.`);
  }
  const parsed = configSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new ConfigError(`The configuration at ${file} is not right: ${wrong.join('; ')}`);
}
