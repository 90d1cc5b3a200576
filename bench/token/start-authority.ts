import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '@grondslag/dev-stack';

/** The real authority in a process of its own, on one core. */
export interface BenchAuthority {
  readonly baseUrl: string;
  readonly port: number;
  /** CPU seconds it used until now, all threads. */
  readonly cpuSeconds: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

const main = fileURLToPath(new URL('../../packages/authority/dist/main.js', import.meta.url));
/** Linux counts CPU time in these. */
const TICKS_A_SECOND = 100;

export async function startAuthority(
  folder: string,
  { vault, secret }: { readonly vault: string; readonly secret: string },
): Promise<BenchAuthority> {
  const port = await findFreePort();
  const baseUrl = `http://localhost:${port}/`;
  const config = join(folder, 'authority.json');
  await writeFile(
    config,
    JSON.stringify({
      baseUrl,
      port,
      dataFolder: join(folder, 'data'),
      vaults: [{ baseUrl: vault, secret }],
      oidcIssuers: [vault],
      participants: { agencies: [], sources: [] },
    }),
  );
  const process_ = spawn('taskset', ['-c', '0', process.execPath, main, config], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(process_);
  return {
    baseUrl,
    port,
    async cpuSeconds() {
      const stat = await readFile(`/proc/${process_.pid}/stat`, 'utf8');
      const [user, system] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13);
      return (Number(user) + Number(system)) / TICKS_A_SECOND;
    },
    stop: () =>
      new Promise((resolve) => {
        process_.once('exit', () => resolve());
        process_.kill('SIGTERM');
      }),
  };
}

function ready(process_: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    process_.stdout?.once('data', () => resolve());
    process_.once('exit', (code) => reject(new Error(`the authority ended with ${code}`)));
  });
}
