import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../packages/authority/dist/main.js', import.meta.url));

/** The authority as an operator runs it: a process of its own. */
export interface AuthorityProcess {
  readonly pid: number;
  /** From the start of the process until it said that it is ready. */
  readonly openMilliseconds: number;
  /** What it logged since it started. */
  readonly log: () => string;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM. */
  stop(): Promise<void>;
}

/**
 * Starts it and waits until it is ready.
 *
 * @param killAfterMilliseconds kills it so much later when it is not ready by then; the answer is `undefined` then
 */
export async function startAuthority(
  configFile: string,
  killAfterMilliseconds?: number,
): Promise<AuthorityProcess | undefined> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [main, configFile], { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  child.stderr.on('data', (data: Buffer) => {
    log = (log + data.toString()).slice(-100_000);
  });
  const exited = once(child, 'close').then(() => undefined);
  const timer =
    killAfterMilliseconds === undefined
      ? undefined
      : setTimeout(() => child.kill('SIGKILL'), killAfterMilliseconds);
  const ready = once(child.stdout, 'data').then(() => true);
  const isReady = await Promise.race([ready, exited]);
  clearTimeout(timer);
  if (!isReady) {
    if (child.signalCode === 'SIGKILL') return undefined;
    throw new Error(`The authority ended with ${child.exitCode} while it started:\n${log}`);
  }
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return {
    pid: child.pid as number,
    openMilliseconds: performance.now() - startedAt,
    log: () => log,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
