import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** Linux counts CPU time in these. */
const TICK_MILLISECONDS = 10;
const START_MILLISECONDS = 120_000;

/** A server process on the first core; the bench itself is not held to a core. */
export interface PinnedProcess {
  readonly pid: number;
  /** CPU of all its threads so far, to 10 ms. */
  cpuMilliseconds(): number;
  /** Resident memory. */
  rssBytes(): number;
  /** SIGKILL. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a Node program and waits until `readyUrl` answers.
 *
 * @param cpu of the one core it may use
 */
export async function startPinned(
  args: readonly string[],
  {
    readyUrl,
    cpu = 0,
    cwd,
  }: { readonly readyUrl: string; readonly cpu?: number; readonly cwd?: string },
): Promise<PinnedProcess> {
  // Variables of a test runner make Community Solid Server load another test framework.
  const { JEST_WORKER_ID: _worker, NODE_ENV: _environment, ...env } = process.env;
  const child = spawn('taskset', ['-c', String(cpu), process.execPath, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
    cwd,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output = (output + data.toString()).slice(-10_000);
    });
  }
  const exited = once(child, 'close').then(() => undefined);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  const deadline = performance.now() + START_MILLISECONDS;
  while (!(await answers(readyUrl))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await end('SIGKILL');
      throw new Error(`The server for ${readyUrl} did not start:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const file = (name: string) => readFileSync(`/proc/${child.pid}/${name}`, 'utf8');
  return {
    pid: child.pid as number,
    cpuMilliseconds() {
      const stat = file('stat');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) * TICK_MILLISECONDS;
    },
    rssBytes: () => Number(/VmRSS:\s*(\d+)/.exec(file('status'))?.[1]) * 1024,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok === true;
}
