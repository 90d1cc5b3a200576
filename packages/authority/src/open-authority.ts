import { setTimeout as wait } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { sql } from 'kysely';
import { type AuthorityConfig, databaseLocation, parseConfig } from './config.ts';
import { createAuthority } from './create-authority.ts';
import { readLegalSettings } from './decisions/read-legal-settings.ts';
import { tellLaterRegularly } from './events/tell-later-regularly.ts';
import { createGuardedFetch } from './http/guarded-fetch.ts';
import { listen, stopListening } from './http/listen.ts';
import type { Log } from './http/log.ts';
import { serverLimits } from './http/server-limits.ts';
import { keyOptions } from './keys/key-options.ts';
import { loadKeys } from './keys/load-keys.ts';
import { watchKeys } from './keys/watch-keys.ts';
import { createCallerAddress } from './limits/caller-address.ts';
import { createRateLimits } from './limits/rate-limits.ts';
import type { Telemetry } from './observability/telemetry.ts';
import { openDatabase } from './storage/open-database.ts';
import { pruneRegularly } from './storage/prune-regularly.ts';
import { sealStores } from './storage/seal-stores.ts';
import { createSqlStores } from './storage/stores.ts';
import { createAskControl } from './vaults/ask-control.ts';
import { runDeliveries } from './webhooks/run-deliveries.ts';

/** An authority that listens. */
export interface OpenAuthority {
  /** URL as callers know it. */
  readonly baseUrl: string;
  /** Port it listens on. */
  readonly port: number;
  /**
   * Says that it is not ready, goes on for `drainSeconds`, answers whoever waits for a change, stops listening, lets
   * running requests end, and closes the database.
   */
  close(): Promise<void>;
}

/**
 * Opens the database, makes the keys at the first start, and listens.
 *
 * @throws {AuthorityError} `config_invalid`, `port_taken`, `database_in_use`, `database_changed`,
 * `database_of_other_authority`, `database_not_durable`, `database_unreachable`, `key_sealed`
 */
export async function openAuthority(
  config: AuthorityConfig,
  {
    log = () => undefined,
    telemetry,
  }: { readonly log?: Log; readonly telemetry?: Telemetry | undefined } = {},
): Promise<OpenAuthority> {
  const parsed = parseConfig(config);
  const { baseUrl, vaults, oidcIssuers, webIds, participants, tokenLifetimeSeconds } = parsed;
  const legal = await readLegalSettings(parsed);
  const now = () => new Date();
  const outside = createGuardedFetch({
    unguardedOrigins: [
      ...vaults.map((vault) => vault.baseUrl),
      ...oidcIssuers,
      ...parsed.unguardedOrigins,
    ],
  });
  // Not to the vault servers and identity providers, which may be inside: nobody should make us post to those.
  const toWebhooks = createGuardedFetch({ unguardedOrigins: parsed.unguardedOrigins });
  const leaving = new AbortController();
  const stopping = new AbortController();
  const database = await openDatabase(databaseLocation(parsed), now());
  try {
    if (database.countConnections) telemetry?.observeConnections(database.countConnections);
    const askVault = telemetry?.traceFetch('control question', outside.fetch) ?? outside.fetch;
    const sqlStores = createSqlStores(database.db);
    const sealing = keyOptions(parsed, sqlStores.keys);
    const keys = await loadKeys(sealing);
    const stores = sealStores(sqlStores, sealing.encryptionKey);
    const app = createAuthority({
      baseUrl,
      stores,
      keys,
      vaults,
      oidcIssuers,
      webIds,
      participants,
      legal,
      askControl: createAskControl({ baseUrl, fetch: askVault, now }),
      fetch: outside.fetch,
      now,
      log,
      tokenLifetimeSeconds,
      ...(telemetry && { observe: telemetry.middleware }),
      checkWebhookUrl: toWebhooks.check,
      limits: createRateLimits(parsed.rateLimits),
      callerAddress: createCallerAddress(parsed.trustedProxies),
      async askDatabase() {
        await sql`select 1`.execute(database.db);
      },
      leaving: leaving.signal,
      stopping: stopping.signal,
    });
    const server = createAdaptorServer({
      fetch: app.fetch,
      overrideGlobalObjects: false,
      serverOptions: serverLimits(),
    });
    const port = await listen(server, parsed);
    const countOverdue = () => stores.emergencyReviews.countOverdue(now());
    const stops = [
      watchKeys(keys, log),
      pruneRegularly(stores, { now, log }),
      tellLaterRegularly(stores.events, { now, log }),
      ...(telemetry ? [telemetry.observeReviews(countOverdue)] : []),
    ];
    const deliveries = runDeliveries({
      ...stores,
      eventSource: baseUrl,
      fetch: toWebhooks.fetch,
      now,
      log,
    });
    return {
      baseUrl,
      port,
      async close() {
        leaving.abort();
        await wait(parsed.drainSeconds * 1000);
        stopping.abort();
        await stopListening(server);
        await deliveries.stop();
        for (const stop of stops) stop();
        await Promise.all([outside.close(), toWebhooks.close()]);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
