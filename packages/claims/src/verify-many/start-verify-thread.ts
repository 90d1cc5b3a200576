import { Worker } from 'node:worker_threads';
import { ClaimsError } from '../errors.ts';
import type { KeyResolver } from '../issuers/key-resolution.ts';
import type { OutcomeColumns } from './columns.ts';
import { fetchForThread } from './fetch-for-thread.ts';
import type { FromThread, ThreadData, VerifyChunk } from './messages.ts';
import { resolveForThread } from './resolve-for-thread.ts';

const START_TIMEOUT_SECONDS = 60;
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** A worker thread that verifies one chunk at a time. */
export interface VerifyThread {
  /** @throws {ClaimsError} `verification_failed` when it took too long or fell over; the thread has ended then */
  verify(chunk: VerifyChunk, timeoutSeconds: number): Promise<OutcomeColumns>;
  ended(): boolean;
  end(): Promise<void>;
}

/** What a thread asks for, because it has no network of its own. */
export interface ThreadPowers {
  readonly fetch: typeof fetch;
  readonly resolveKey?: KeyResolver;
}

export function startVerifyThread(data: ThreadData, { fetch, resolveKey }: ThreadPowers) {
  // From source the worker is TypeScript and resolves its packages to source too; from dist, neither.
  const fromSource = import.meta.url.endsWith('.ts');
  const file = new URL(`./verify-thread.${fromSource ? 'ts' : 'js'}`, import.meta.url);
  const worker = new Worker(file, {
    execArgv: fromSource ? ['--conditions=@grondslag/source'] : [],
    env: {},
    workerData: data,
    resourceLimits: MEMORY,
  });
  let endedBecause: ClaimsError | undefined;
  let waiting: PromiseWithResolvers<OutcomeColumns> | undefined;
  const started = Promise.withResolvers<void>();
  started.promise.catch(() => undefined);

  function end(why: string, cause?: unknown): Promise<unknown> {
    endedBecause ??= new ClaimsError('verification_failed', why, { cause });
    started.reject(endedBecause);
    waiting?.reject(endedBecause);
    return worker.terminate();
  }
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'ready') started.resolve();
    else if (message.kind === 'outcomes') waiting?.resolve(message.outcomes);
    else if (message.kind === 'fetch') void fetchForThread(worker, message, fetch);
    else if (resolveKey) void resolveForThread(worker, message, resolveKey);
  });
  worker.on('error', (cause) => void end('The thread failed.', cause));
  worker.on('exit', () => void end('The thread stopped.'));
  // Last: a listener for messages would keep the process alive again.
  worker.unref();

  /** Keeps the process alive meanwhile. */
  async function within<T>(seconds: number, work: Promise<T>, late: string): Promise<T> {
    worker.ref();
    const timer = setTimeout(() => void end(late), seconds * 1_000);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
      worker.unref();
    }
  }

  const thread: VerifyThread = {
    async verify(chunk, timeoutSeconds) {
      await within(START_TIMEOUT_SECONDS, started.promise, 'The thread did not start in time.');
      if (endedBecause) throw endedBecause;
      waiting = Promise.withResolvers();
      worker.postMessage(chunk);
      return await within(
        timeoutSeconds,
        waiting.promise,
        `Expected an answer within ${timeoutSeconds} s.`,
      );
    },
    ended: () => endedBecause !== undefined,
    async end() {
      await end('The verifier was closed.');
    },
  };
  return thread;
}
