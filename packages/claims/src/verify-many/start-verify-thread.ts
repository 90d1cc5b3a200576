import { Worker } from 'node:worker_threads';
import { ClaimsError } from '../errors.ts';
import { fetchForThread } from './fetch-for-thread.ts';
import type { FromThread, ThreadOutcome, ThreadSettings, VerifyChunk } from './messages.ts';

const START_TIMEOUT_SECONDS = 60;
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** A worker thread that verifies one chunk at a time. */
export interface VerifyThread {
  /** @throws {ClaimsError} `verification_failed` when it took too long or fell over; the thread has ended then */
  verify(chunk: VerifyChunk, timeoutSeconds: number): Promise<readonly ThreadOutcome[]>;
  ended(): boolean;
  end(): Promise<void>;
}

export function startVerifyThread(settings: ThreadSettings, fetch: typeof globalThis.fetch) {
  // From source the worker is TypeScript and resolves its packages to source too; from dist, neither.
  const fromSource = import.meta.url.endsWith('.ts');
  const file = new URL(`./verify-thread.${fromSource ? 'ts' : 'js'}`, import.meta.url);
  const worker = new Worker(file, {
    execArgv: fromSource ? ['--conditions=@grondslag/source'] : [],
    env: {},
    workerData: settings,
    resourceLimits: MEMORY,
  });
  let endedBecause: ClaimsError | undefined;
  let waiting: PromiseWithResolvers<readonly ThreadOutcome[]> | undefined;
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
    else void fetchForThread(worker, message, fetch);
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
