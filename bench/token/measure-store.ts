import { join } from 'node:path';
import { findFreePort } from '@grondslag/dev-stack';
import { startAuthority } from '../servers/start-authority.ts';
import { sendAll, sendAtRate } from './http-load.ts';
import type { Neighbours } from './play-neighbours.ts';
import { BENCH_GRANTS, prepareRequests } from './prepare-requests.ts';

const SECRET = 'a secret that the bench shares with the authority';
const WARM_UP = 2_000;
const DECISIONS = 8_000;
const CONCURRENCY = 64;
const SECONDS_AT_RATE = 30;

export interface TokenTimes {
  readonly perSecond: number;
  readonly perCpuSecond: number;
  /** Milliseconds of each request, at the rate asked for. */
  readonly times: readonly number[];
}

/** An authority on one core, with this database: as fast as it goes, then at `rate` a second for half a minute. */
export async function measureStore(
  folder: string,
  { neighbours, database, rate }: { neighbours: Neighbours; database: object; rate: number },
  progress: (text: string) => void,
): Promise<TokenTimes> {
  const port = await findFreePort();
  const baseUrl = `http://localhost:${port}/`;
  const authority = await startAuthority(folder, {
    ...{ baseUrl, vaults: [neighbours.url], secret: SECRET, database },
  });
  try {
    const makeRequests = await prepareRequests(baseUrl, neighbours, SECRET);
    progress(`${BENCH_GRANTS} grants issued`);
    await sendAll(port, await makeRequests(WARM_UP), CONCURRENCY);
    const requests = await makeRequests(DECISIONS);
    const cpuBefore = authority.cpuMilliseconds();
    const seconds = await sendAll(port, requests, CONCURRENCY);
    const cpu = authority.cpuMilliseconds() - cpuBefore;
    progress(`${(DECISIONS / seconds).toFixed(0)} decisions a second`);
    const times = await sendAtRate(port, await makeRequests(rate * SECONDS_AT_RATE), rate);
    return { perSecond: DECISIONS / seconds, perCpuSecond: (DECISIONS * 1_000) / cpu, times };
  } finally {
    await authority.stop();
  }
}

/** Embedded: in the folder of the authority. */
export const embeddedIn = (folder: string) => ({ dataFolder: join(folder, 'data') });
