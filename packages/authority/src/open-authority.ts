import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { type AuthorityConfig, parseConfig } from './config.ts';
import { createAuthority } from './create-authority.ts';
import { AuthorityError } from './errors.ts';
import { createGuardedFetch } from './http/guarded-fetch.ts';
import type { Log } from './http/log.ts';
import { loadKeys } from './keys/load-keys.ts';
import { openDatabase } from './storage/open-database.ts';
import { createSqlStores } from './storage/stores.ts';
import { createAskControl } from './vaults/ask-control.ts';

/** An authority that listens. */
export interface OpenAuthority {
  /** URL as callers know it. */
  readonly baseUrl: string;
  /** Port it listens on. */
  readonly port: number;
  /** Stops listening, lets running requests end, and closes the database. */
  close(): Promise<void>;
}

/**
 * Opens the database, makes the keys at the first start, and listens.
 *
 * @throws {AuthorityError} `config_invalid`, `port_taken`, `database_in_use`, `database_changed`,
 * `database_of_other_authority`, `database_not_durable`
 */
export async function openAuthority(
  config: AuthorityConfig,
  { log = () => undefined }: { readonly log?: Log } = {},
): Promise<OpenAuthority> {
  const parsed = parseConfig(config);
  const { baseUrl, vaults, oidcIssuers, webIds, participants, tokenLifetimeSeconds } = parsed;
  const now = () => new Date();
  const outside = createGuardedFetch({
    unguardedOrigins: [
      ...vaults.map((vault) => vault.baseUrl),
      ...oidcIssuers,
      ...parsed.unguardedOrigins,
    ],
  });
  const stopping = new AbortController();
  const database = await openDatabase(parsed.dataFolder, now());
  try {
    const stores = createSqlStores(database.db);
    const app = createAuthority({
      baseUrl,
      stores,
      keys: await loadKeys(stores.keys, baseUrl, now()),
      vaults,
      oidcIssuers,
      webIds,
      participants,
      askControl: createAskControl({ baseUrl, fetch: outside.fetch, now }),
      fetch: outside.fetch,
      now,
      log,
      tokenLifetimeSeconds,
      stopping: stopping.signal,
    });
    const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
    const port = await listen(server, parsed);
    return {
      baseUrl,
      port,
      async close() {
        stopping.abort();
        await stopListening(server);
        await outside.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function listen(
  server: ServerType,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      reject(
        taken
          ? new AuthorityError(
              'port_taken',
              `Port ${port} on ${host} is taken; stop what uses it or choose another port.`,
              { cause },
            )
          : cause,
      );
    });
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function stopListening(server: ServerType): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    // Connections kept alive without a request would hold us for ever.
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
