import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@grondslag/dev-stack';
import type { PinnedProcess } from '../servers/pinned-process.ts';
import { startAuthority } from '../servers/start-authority.ts';
import { sendAll } from '../token/http-load.ts';
import { playNeighbours } from '../token/play-neighbours.ts';
import { prepareRequests } from '../token/prepare-requests.ts';
import { fillStore } from './fill-store.ts';
import { issueGrant } from './issue-grant.ts';

const SECRET = 'a secret that the bench shares with the authority';
const GRANTS = 100_000;
/** An hour's worth at a thousand a minute. */
const TOKENS = 60_000;
const STEPS = 12;
const CONCURRENCY = 64;
const MEBIBYTE = 1024 * 1024;

/** Memory of the authority after a forced garbage collection. */
export interface Memory {
  readonly tokens: number;
  /** Objects of JavaScript; not the WebAssembly memory of the embedded database. */
  readonly heapMebibytes: number;
  readonly rssMebibytes: number;
}

/** Memory of an authority with 100,000 grants while it issues an hour's worth of tokens. */
export async function measureMemory(
  folder: string,
  progress: (text: string) => void,
): Promise<readonly Memory[]> {
  const neighbours = await playNeighbours();
  const port = await findFreePort();
  const baseUrl = `http://localhost:${port}/`;
  const dataFolder = join(folder, 'memory');
  const reporter = new URL('../servers/report-memory.ts', import.meta.url).href;
  const start = () =>
    startAuthority(folder, {
      ...{ baseUrl, vaults: [neighbours.url], secret: SECRET, database: { dataFolder } },
      nodeArgs: ['--expose-gc', '--import', reporter],
    });
  let authority = await start();
  try {
    const citizen = await neighbours.person('citizen');
    const bearer = await citizen.bearer();
    const template = await issueGrant(
      (url, init) => {
        const headers = new Headers(init?.headers);
        headers.set('Authorization', bearer);
        return fetch(url, { ...init, headers });
      },
      baseUrl,
      { agency: citizen.webId, resources: [`${neighbours.url}citizen/fact`] },
    );
    await authority.stop();
    progress(`filling the store up to ${GRANTS} grants`);
    await fillStore(dataFolder, { template: template.id, count: GRANTS });
    authority = await start();
    const makeRequests = await prepareRequests(baseUrl, neighbours, SECRET);
    const series: Memory[] = [];
    for (let step = 0; step <= STEPS; step++) {
      if (step > 0) await sendAll(port, await makeRequests(TOKENS / STEPS), CONCURRENCY);
      const usage = await memoryOf(authority, join(folder, `authority-${port}.json.memory`));
      series.push({
        tokens: (step * TOKENS) / STEPS,
        heapMebibytes: usage.heapUsed / MEBIBYTE,
        rssMebibytes: usage.rss / MEBIBYTE,
      });
      const { tokens, heapMebibytes, rssMebibytes } = series.at(-1) as Memory;
      progress(
        `${tokens} tokens: heap ${heapMebibytes.toFixed(0)} MiB, resident ${rssMebibytes.toFixed(0)} MiB`,
      );
    }
    return series;
  } finally {
    await authority.kill();
    neighbours.close();
  }
}

async function memoryOf({ pid }: PinnedProcess, file: string): Promise<NodeJS.MemoryUsage> {
  await rm(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return JSON.parse(text) as NodeJS.MemoryUsage;
    await sleep(20);
  }
}
