import { Worker } from 'node:worker_threads';
import type { NarrowedClaim } from '../claim/narrow-claim.ts';
import { ClaimsError } from '../errors.ts';
import type { Answer } from './answer.ts';
import { QueryRefusedError } from './query-refused-error.ts';
import type { ClaimText, Question, Reply } from './worker-messages.ts';

/** For loading the engine, on a slow and busy machine. */
const START_TIMEOUT_SECONDS = 60;
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

export interface QueryEngineOptions {
  /** A query that takes longer is stopped. 10 when left out. */
  readonly timeoutSeconds?: number;
  /** Rows of a SELECT, statements of a CONSTRUCT. 10 000 when left out. */
  readonly maxRows?: number;
}

export interface QueryEngine {
  /**
   * Asks one question over claims that have been verified.
   *
   * The statements of each credential are in the graph `claim.graph`, so `GRAPH ?g { … }`; the default graph
   * has, for each `?g`, `prov:wasAttributedTo` (source), `prov:hadPrimarySource` (resource),
   * `g:credential`, `g:claimType`, `g:validFrom`, `g:validUntil` and `g:statusCheckedAt`.
   * Queries of one engine run one after the other.
   *
   * @throws {QueryRefusedError} for a query that is not well formed, does more than read, or takes too much
   * @throws {ClaimsError} `query_failed` when the engine fails or was closed
   */
  query(sparql: string, claims: readonly NarrowedClaim[]): Promise<Answer>;
  /** Ends the worker thread. Questions that wait are refused. */
  close(): Promise<void>;
}

/**
 * Starts a SPARQL 1.1 engine in a worker thread.
 *
 * A thread, because a query can block the one it runs in (a regular expression that backtracks for ever), and
 * only a thread can be stopped from outside. An idle engine does not keep the process alive.
 */
export function createQueryEngine(options: QueryEngineOptions = {}): QueryEngine {
  const { timeoutSeconds = 10, maxRows = 10_000 } = options;
  let thread = startThread();
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function run(question: Question): Promise<Answer> {
    if (closed) throw new ClaimsError('query_failed', 'The query engine was closed.');
    if (thread.ended()) thread = startThread();
    const running = thread;
    try {
      return await running.ask(question, timeoutSeconds);
    } finally {
      // Warm again before the next question comes.
      if (running.ended() && !closed) thread = startThread();
    }
  }

  return {
    query(sparql, claims) {
      const question = { sparql, claims: claims.map(toText), maxRows };
      const answer = last.then(() => run(question));
      last = answer.catch(() => undefined);
      return answer;
    },
    async close() {
      closed = true;
      await thread.end('The query engine was closed.');
    },
  };
}

interface Thread {
  ask(question: Question, timeoutSeconds: number): Promise<Answer>;
  ended(): boolean;
  end(why: string): Promise<void>;
}

function startThread(): Thread {
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
  let onEnd: ((error: ClaimsError) => void) | undefined;
  let ready = false;

  function end(error: ClaimsError): Promise<unknown> {
    endedBecause ??= error;
    onEnd?.(endedBecause);
    return worker.terminate();
  }
  worker.on('message', (reply: Reply) => {
    if (reply.kind === 'ready') ready = true;
    onReply?.(reply);
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
      const timer = setTimeout(() => void end(late()), seconds * 1_000);
      const settle = () => {
        clearTimeout(timer);
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
        await nextReply(
          START_TIMEOUT_SECONDS,
          () => new ClaimsError('query_failed', 'The query engine did not start in time.'),
        );
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
      return readReply(await answered);
    },
    ended: () => endedBecause !== undefined,
    async end(why) {
      await end(new ClaimsError('query_failed', why));
    },
  };
}

function toFailure(cause: Error & { code?: string }): ClaimsError {
  return cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new QueryRefusedError('answer_too_large', 'The query needs too much memory. Ask for less.')
    : new ClaimsError('query_failed', 'The query engine failed.', { cause });
}

function readReply(reply: Reply): Answer {
  switch (reply.kind) {
    case 'answer':
      return reply.answer;
    case 'refused':
      throw new QueryRefusedError(reply.code, reply.message);
    case 'failed':
      throw new ClaimsError('query_failed', `The query engine failed: ${reply.message}`);
    case 'ready':
      throw new ClaimsError('query_failed', 'The query engine answered out of turn.');
  }
}

function toText(claim: NarrowedClaim): ClaimText {
  const { canonical, graph, source, credential, resource, claimType, validUntil } = claim;
  return {
    canonical,
    graph,
    source: source.id,
    credential,
    resource,
    claimType,
    validFrom: claim.validFrom.toISOString(),
    ...(validUntil && { validUntil: validUntil.toISOString() }),
    statusCheckedAt: claim.statusCheckedAt.toISOString(),
  };
}
