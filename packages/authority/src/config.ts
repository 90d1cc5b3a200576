import { MIN_SECRET_BYTES, participantsSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { AuthorityError } from './errors.ts';
import { LOG_LEVELS } from './http/json-log.ts';
import type { DatabaseLocation } from './storage/open-database.ts';

const baseUrlSchema = z
  .url({ protocol: /^https?$/ })
  // Also called for what is no URL.
  .refine((url) => URL.parse(url)?.href === url && url.endsWith('/'), {
    message: 'should be a normalised URL that ends in a slash',
  });

const vaultSchema = z.strictObject({
  baseUrl: baseUrlSchema,
  /** Shared with that vault server only. */
  secret: z.string().refine((secret) => Buffer.byteLength(secret) >= MIN_SECRET_BYTES, {
    message: `should be at least ${MIN_SECRET_BYTES} bytes`,
  }),
});

const rateLimitSchema = z.union([
  z.literal(false),
  z.strictObject({ burst: z.int().min(1), perMinute: z.number().positive() }),
]);

const rateLimitsSchema = z.strictObject({
  /** Of one address without a token, or with one that is not accepted. */
  anonymous: rateLimitSchema.default({ burst: 600, perMinute: 1_200 }),
  /** Of one WebID. */
  client: rateLimitSchema.default({ burst: 5_000, perMinute: 30_000 }),
  /** Of one agency, in what it asks one citizen. */
  subject: rateLimitSchema.default({ burst: 100, perMinute: 2 }),
  /** Other limits for single endpoints, such as `token`, `verify` and `reads`. */
  endpoints: z
    .record(
      z.string(),
      z.strictObject({
        anonymous: rateLimitSchema.exactOptional(),
        client: rateLimitSchema.exactOptional(),
      }),
    )
    .default({}),
});

const registerSettingsSchema = z.strictObject({
  /** A request for consent that asks more than its activity registers. */
  moreThanRegistered: z.enum(['refuse', 'warn']).default('refuse'),
  /** A request for consent by a registered public body of which nobody confirmed that a no costs nothing. */
  consentGate: z.enum(['enforce', 'warn']).default('enforce'),
});

/** Configuration of a running authority. */
export const authorityConfigSchema = z
  .strictObject({
    /** URL as callers know it, with trailing slash. */
    baseUrl: baseUrlSchema,
    host: z.string().min(1).default('127.0.0.1'),
    /** 0: any free one. */
    port: z.int().min(0).max(65_535),
    /** Folder of the embedded database, with the signing keys in it: for one instance. */
    dataFolder: z.string().min(1).exactOptional(),
    /** `postgres://…` with user name and password, instead of `dataFolder`: for one instance or many. */
    databaseUrl: z.url({ protocol: /^postgres(ql)?$/ }).exactOptional(),
    /** Connections of this instance to PostgreSQL. */
    databaseConnections: z.int().min(2).max(500).exactOptional(),
    /** 32 random bytes, base64: what private keys and the secrets of webhooks are encrypted with in the database. */
    keyEncryptionKey: z
      .base64()
      .refine((key) => Buffer.from(key, 'base64').length === 32, 'should be 32 bytes, base64')
      .exactOptional(),
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
    participants: participantsSchema,
    /** WebIDs of those who admit, suspend and remove participants, and suspend mandates. */
    operators: z.array(z.url()).default([]),
    /** Files with laws beyond those the kit knows; a later one replaces a law of an earlier one. */
    lawSnapshots: z.array(z.string().min(1)).default([]),
    register: registerSettingsSchema.prefault({}),
    tokenLifetimeSeconds: z.int().min(1).max(600).default(60),
    /** Each counted by this instance alone; `false` is no limit. */
    rateLimits: rateLimitsSchema.prefault({}),
    /** Addresses or networks of our own proxies, whose `X-Forwarded-For` is believed. */
    trustedProxies: z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).default([]),
    /** How long it goes on answering after it was told to stop: until load balancers have seen that it is not ready. */
    drainSeconds: z.number().min(0).max(300).default(0),
    /** `debug` also has a line for each request. */
    logLevel: z.enum(LOG_LEVELS).default('info'),
  })
  .refine(({ dataFolder, databaseUrl }) => !dataFolder !== !databaseUrl, {
    message: 'give either dataFolder or databaseUrl',
    path: ['dataFolder'],
  })
  .refine(({ vaults }) => new Set(vaults.map(({ baseUrl }) => baseUrl)).size === vaults.length, {
    message: 'each vault server once',
    path: ['vaults'],
    // Also beside other mistakes: an operator hears of all of them at once.
    when: ({ value }) =>
      vaultSchema.array().safeParse((value as { vaults?: unknown }).vaults).success,
  });

/** As written by an operator: what has a default may be left out. */
export type AuthorityConfig = z.input<typeof authorityConfigSchema>;
export type ParsedAuthorityConfig = z.infer<typeof authorityConfigSchema>;

/** Where the configuration says that the database is. */
export function databaseLocation({
  dataFolder,
  databaseUrl,
  databaseConnections,
}: ParsedAuthorityConfig): DatabaseLocation {
  if (databaseUrl === undefined) return { folder: dataFolder ?? '' };
  return {
    url: databaseUrl,
    ...(databaseConnections !== undefined && { connections: databaseConnections }),
  };
}

/** @throws {AuthorityError} `config_invalid`, with all mistakes: which member, what was expected, never a value */
export function parseConfig(config: unknown): ParsedAuthorityConfig {
  const parsed = authorityConfigSchema.safeParse(config);
  if (parsed.success) return parsed.data;
  throw new AuthorityError('config_invalid', describeMistakes(listMistakes(parsed.error)));
}

/** Each mistake with the setting it is in; `variables` has the settings that came from the environment. */
export function listMistakes(
  { issues }: z.ZodError,
  variables: ReadonlyMap<string, string> = new Map(),
): string[] {
  return issues.map(({ path: [member, ...rest], message }) => {
    const name = String(member ?? 'configuration');
    return `${[variables.get(name) ?? name, ...rest].join('.')}: ${message}`;
  });
}

/** One mistake on one line, more of them below each other. */
export function describeMistakes(mistakes: readonly string[]): string {
  if (mistakes.length === 1) return `Configuration: ${mistakes[0]}`;
  return [`Configuration, ${mistakes.length} mistakes:`, ...mistakes].join('\n  ');
}
