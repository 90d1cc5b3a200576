import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { MIN_SECRET_BYTES, type Participants, participantsSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { AuthorityError } from './errors.ts';
import { describeIssues } from './http/read-body.ts';

const baseUrlSchema = z
  .url({ protocol: /^https?$/ })
  .refine((url) => new URL(url).href === url && url.endsWith('/'), {
    message: 'should be a normalised URL that ends in a slash',
  });

const vaultSchema = z.strictObject({
  baseUrl: baseUrlSchema,
  /** Shared with that vault server only. */
  secret: z.string().refine((secret) => Buffer.byteLength(secret) >= MIN_SECRET_BYTES, {
    message: `should be at least ${MIN_SECRET_BYTES} bytes`,
  }),
});

/** Configuration of a running authority. */
export const authorityConfigSchema = z
  .strictObject({
    /** URL as callers know it, with trailing slash. */
    baseUrl: baseUrlSchema,
    host: z.string().min(1).default('127.0.0.1'),
    /** 0: any free one. */
    port: z.int().min(0).max(65_535),
    /** Folder of the embedded database, with the signing keys in it. */
    dataFolder: z.string().min(1),
    vaults: z.array(vaultSchema).min(1),
    /** `iss` of every identity provider whose tokens are accepted. */
    oidcIssuers: z.array(z.url()).min(1),
    /** Where WebIDs may lie, beyond the vault servers and the participating agencies. */
    webIds: z.array(z.url()).default([]),
    /**
     * Origins that may be asked although they are inside our own network or plain http, beside those of the vault
     * servers and the identity providers: where agencies keep their WebIDs, keys of a provider, webhooks.
     */
    unguardedOrigins: z.array(z.url()).default([]),
    participants: participantsSchema.exactOptional(),
    /** JSON file with the participants, instead of `participants`. */
    participantsFile: z.string().min(1).exactOptional(),
    tokenLifetimeSeconds: z.int().min(1).max(600).default(60),
  })
  .refine(({ participants, participantsFile }) => !participants !== !participantsFile, {
    message: 'give either participants or participantsFile',
  })
  .refine(({ vaults }) => new Set(vaults.map(({ baseUrl }) => baseUrl)).size === vaults.length, {
    message: 'each vault server once',
    path: ['vaults'],
  });

/** As written by an operator: what has a default may be left out. */
export type AuthorityConfig = z.input<typeof authorityConfigSchema>;
export type ParsedAuthorityConfig = z.infer<typeof authorityConfigSchema>;

/**
 * Reads a configuration file (JSON); relative paths in it start at its own folder.
 *
 * @throws {AuthorityError} `config_invalid`
 */
export function readConfigFile(file: string): AuthorityConfig {
  const config = readJson(file);
  const folder = dirname(resolve(file));
  const parsed = parseConfig(config);
  return {
    ...parsed,
    dataFolder: resolve(folder, parsed.dataFolder),
    ...(parsed.participantsFile !== undefined && {
      participantsFile: resolve(folder, parsed.participantsFile),
    }),
  };
}

/** @throws {AuthorityError} `config_invalid`, saying which member is wrong and never its value */
export function parseConfig(config: unknown): ParsedAuthorityConfig {
  const parsed = authorityConfigSchema.safeParse(config);
  if (parsed.success) return parsed.data;
  throw new AuthorityError('config_invalid', `Configuration: ${describeIssues(parsed.error)}`);
}

/** @throws {AuthorityError} `config_invalid` */
export function readParticipants(config: ParsedAuthorityConfig): Participants {
  if (config.participants !== undefined) return config.participants;
  const parsed = participantsSchema.safeParse(readJson(config.participantsFile ?? ''));
  if (parsed.success) return parsed.data;
  throw new AuthorityError('config_invalid', `Participants: ${describeIssues(parsed.error)}`);
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
