import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

export interface ServiceOptions {
  /** For messages: "vault server". */
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  /** Gets what the service prints, both streams. */
  readonly logFile: string;
  /** Answers 2xx when the service is ready. */
  readonly readyUrl: string;
  readonly timeoutSeconds?: number;
  readonly nodeArgs?: readonly string[];
}

/** A running server process. */
export interface Service {
  readonly pid: number;
  /** Sends SIGTERM, and SIGKILL after 5 s; resolves when the process is gone. Again is harmless. */
  stop(): Promise<void>;
  /** For crash tests: SIGKILL. */
  kill(): Promise<void>;
}

/** A service ended, or did not become ready in time. */
export class ServiceFailedError extends Error {
  override readonly name = 'ServiceFailedError';
  readonly code = 'service_failed';
}

const source = import.meta.url.endsWith('.ts');
const stopWithParent = new URL(
  source ? './stop-with-parent.ts' : './stop-with-parent.js',
  import.meta.url,
).href;

/** Starts a server in a process of its own and waits until it answers. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { name, script, args, logFile, readyUrl, timeoutSeconds = 60, nodeArgs = [] } = options;
  const child = spawn(
    process.execPath,
    [...nodeArgs, '--import', stopWithParent, script, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: environment(),
    },
  );
  let lastWords = '';
  const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      log.write(chunk);
      lastWords = (lastWords + chunk.toString()).slice(-2_000);
    });
  }
  const exited = once(child, 'exit').then(() => {
    log.end();
  });

  const stopped = () => child.exitCode !== null || child.signalCode !== null;
  const deadline = Date.now() + timeoutSeconds * 1_000;
  while (!(await answers(readyUrl))) {
    if (stopped()) {
      throw new ServiceFailedError(`The ${name} stopped while starting:\n${lastWords.trim()}`);
    }
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new ServiceFailedError(
        `The ${name} did not answer at ${readyUrl} within ${timeoutSeconds} s; its log is ${logFile}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    pid: child.pid as number,
    stop: () => end(child, 'SIGTERM', exited),
    kill: () => end(child, 'SIGKILL', exited),
  };
}

/** Variables of a test runner make Community Solid Server load another test framework. */
function environment(): NodeJS.ProcessEnv {
  const { JEST_WORKER_ID: _worker, NODE_ENV: _environment, ...rest } = process.env;
  return rest;
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals, exited: Promise<void>) {
  child.kill(signal);
  const impatience = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exited;
  clearTimeout(impatience);
}
