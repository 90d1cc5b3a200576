import { Worker } from 'node:worker_threads';
import { ClaimsError } from '../errors.ts';
import { QueryRefusedError } from './query-refused-error.ts';
import type { Forget, Question, Reply } from './worker-messages.ts';

/** For loading the engine, on a slow and busy machine. */
const START_TIMEOUT_SECONDS = 60;
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** A worker thread with a warm engine. One question at a time. */
export interface Thread {
  ask(question: Question, timeoutSeconds: number): Promise<Reply>;
  tell(message: Forget): void;
  ended(): boolean;
  end(why: string): Promise<void>;
}

export function startThread(): Thread {
  // From source the worker is TypeScript and resolves its packages to source too; from dist, neither.
  const fromSource = import.meta.url.endsWith('.ts');
  const file = new URL(`./query-worker.${fromSource ? 'ts' : 'js'}`, import.meta.url);
  const worker = new Worker(file, {
    execArgv: fromSource ? ['--conditions=@grondslag/source'] : [],
    env: {},
    resourceLimits: MEMORY,
  });
  let endedBecause: ClaimsError | undefined;
  let onReply: ((reply: Reply) => void) | undefined;
  let onLoad: (() => void) | undefined;
  let onEnd: ((error: ClaimsError) => void) | undefined;
  let ready = false;
  let loading = false;

  function end(error: ClaimsError): Promise<unknown> {
    endedBecause ??= error;
    onEnd?.(endedBecause);
    return worker.terminate();
  }
  worker.on('message', (reply: Reply) => {
    if (reply.kind === 'ready') ready = true;
    if (reply.kind === 'loading' || reply.kind === 'loaded') {
      loading = reply.kind === 'loading';
      onLoad?.();
    } else onReply?.(reply);
  });
  worker.on('error', (cause: Error & { code?: string }) => void end(toFailure(cause)));
  worker.on('exit', () => void end(new ClaimsError('query_failed', 'The query engine stopped.')));
  // Last: a listener for messages would keep the process alive again.
  worker.unref();

  /** The next reply, or the error with which the thread ends; the process stays alive meanwhile. */
  function nextReply(seconds: number, late: () => ClaimsError): Promise<Reply> {
    if (endedBecause) return Promise.reject(endedBecause);
    worker.ref();
    return new Promise<Reply>((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      // The engine is loaded once, on nobody's time: the limit is for the query.
      const startTimer = () => {
        clearTimeout(timer);
        const [limit, error] = loading ? [START_TIMEOUT_SECONDS, notStarted] : [seconds, late];
        timer = setTimeout(() => void end(error()), limit * 1_000);
      };
      startTimer();
      onLoad = startTimer;
      const settle = () => {
        clearTimeout(timer);
        onLoad = undefined;
        onReply = undefined;
        onEnd = undefined;
        worker.unref();
      };
      onReply = (reply) => {
        settle();
        resolve(reply);
      };
      onEnd = (error) => {
        settle();
        reject(error);
      };
    });
  }

  return {
    async ask(question, timeoutSeconds) {
      if (!ready) {
        await nextReply(START_TIMEOUT_SECONDS, notStarted);
      }
      const answered = nextReply(
        timeoutSeconds,
        () =>
          new QueryRefusedError(
            'query_timeout',
            `Expected an answer within ${timeoutSeconds} s. Make the query simpler.`,
          ),
      );
      worker.postMessage(question);
      return await answered;
    },
    tell: (message) => worker.postMessage(message),
    ended: () => endedBecause !== undefined,
    async end(why) {
      await end(new ClaimsError('query_failed', why));
    },
  };
}

function notStarted(): ClaimsError {
  return new ClaimsError('query_failed', 'The query engine did not start in time.');
}

function toFailure(cause: Error & { code?: string }): ClaimsError {
  return cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new QueryRefusedError('answer_too_large', 'The query needs too much memory. Ask for less.')
    : new ClaimsError('query_failed', 'The query engine failed.', { cause });
}
