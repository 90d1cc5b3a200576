import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@grondslag/dev-stack';
import type { PinnedProcess } from '../servers/pinned-process.ts';
import { startAuthority } from '../servers/start-authority.ts';
import { type RoundRobin, startRoundRobin } from './round-robin.ts';

const RESTART_EVERY_MILLISECONDS = 10_000;

/** Two instances of one authority on one PostgreSQL, behind round-robin. */
export interface Instances {
  readonly baseUrl: string;
  start(vaults: readonly string[]): Promise<void>;
  /** Kills one instance after the other, and starts it again; resolves to how often. */
  restartUntil(signal: AbortSignal): Promise<number>;
  /** SIGKILL to both. */
  kill(): Promise<void>;
}

export async function createInstances(
  folder: string,
  { databaseUrl, secret }: { readonly databaseUrl: string; readonly secret: string },
): Promise<Instances> {
  const baseUrl = `http://localhost:${await findFreePort()}/`;
  const ports = [await findFreePort(), await findFreePort()];
  const running = new Map<number, PinnedProcess>();
  let balancer: RoundRobin | undefined;
  let served: readonly string[] = [];
  const start = async (port: number) => {
    const database = { databaseUrl, tokenLifetimeSeconds: 600 };
    const cpu = ports.indexOf(port);
    const options = { ...{ baseUrl, port, secret, database, cpu }, vaults: served };
    running.set(port, await startAuthority(folder, options));
  };
  return {
    baseUrl,
    async start(vaults) {
      served = vaults;
      for (const port of ports) await start(port);
      balancer = await startRoundRobin(Number(new URL(baseUrl).port), ports);
    },
    async restartUntil(signal) {
      let restarts = 0;
      for (; ; restarts++) {
        await sleep(RESTART_EVERY_MILLISECONDS, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return restarts;
        const port = ports[restarts % ports.length] ?? 0;
        await running.get(port)?.kill();
        await start(port);
      }
    },
    async kill() {
      for (const instance of running.values()) await instance.kill();
      balancer?.close();
    },
  };
}
