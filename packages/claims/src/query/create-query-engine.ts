import type { NarrowedClaim } from '../claim/verified-claim.ts';
import { ClaimsError } from '../errors.ts';
import type { AlgebraOperation } from './algebra.ts';
import type { Answer } from './answer.ts';
import { type Bindings, readBindings } from './bind-parameters.ts';
import { claimToText } from './claim-to-text.ts';
import { createDataset, type Dataset } from './create-dataset.ts';
import { QueryRefusedError } from './query-refused-error.ts';
import { startThread, type Thread } from './start-thread.ts';
import type { Question, Reply } from './worker-messages.ts';

export interface QueryEngineOptions {
  /** A query that takes longer is stopped. 10 when left out. */
  readonly timeoutSeconds?: number;
  /** Rows of a SELECT, statements of a CONSTRUCT or DESCRIBE. 10 000 when left out. */
  readonly maxRows?: number;
}

/** A query that was parsed and checked, for any engine. */
export interface PreparedQuery {
  readonly sparql: string;
  /** For engines only: the parsed query, plain data. */
  readonly operation: AlgebraOperation;
}

export interface QueryOptions {
  /** Values of variables. They never become text of a query. */
  readonly bindings?: Bindings;
}

export interface QueryEngine {
  /**
   * Asks one question over claims that have been verified.
   *
   * The statements of each credential are in the graph `claim.graph`, so `GRAPH ?g { … }`; the default graph
   * has, for each `?g`, `prov:wasAttributedTo` (source), `prov:hadPrimarySource` (resource),
   * `g:credential`, `g:claimType`, `g:validFrom`, `g:validUntil`, `g:holdsAt` and `g:statusCheckedAt`. A SELECT that shows
   * `?g` has the same in `answer.credentials`. DESCRIBE looks in all graphs.
   * Queries of one engine run one after the other.
   *
   * @throws {QueryRefusedError} for a query that is not well formed, does more than read, or takes too much
   * @throws {ClaimsError} `query_failed` when the engine fails or was closed
   * @throws {TypeError} for a binding that is not an absolute IRI or a literal
   */
  query(
    question: string | PreparedQuery,
    claims: readonly NarrowedClaim[],
    options?: QueryOptions,
  ): Promise<Answer>;
  /**
   * Parses and checks a query once. (A query in text is remembered too, among the last 200: prepare to find mistakes
   * early, and for `Dataset`, which then answers without a thread.)
   *
   * @throws {QueryRefusedError} for a query that is not well formed, or does more than read
   */
  prepare(sparql: string): Promise<PreparedQuery>;
  /** A set of claims for more than one question, of one citizen or of very many. */
  createDataset(): Dataset;
  /** Ends the worker thread. Questions that wait are refused. */
  close(): Promise<void>;
}

/**
 * Starts a SPARQL 1.1 engine in a worker thread.
 *
 * A thread, because a query can block the one it runs in (a regular expression that backtracks for ever), and
 * only a thread can be stopped from outside. An idle engine does not keep the process alive.
 * One engine is for one session of one agency: share it among all its questions, never with another agency.
 */
export function createQueryEngine(options: QueryEngineOptions = {}): QueryEngine {
  const { timeoutSeconds = 10, maxRows = 10_000 } = options;
  let thread = startThread();
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function run(makeQuestion: (thread: Thread) => Question): Promise<Reply> {
    if (closed) throw new ClaimsError('query_failed', 'The query engine was closed.');
    if (thread.ended()) thread = startThread();
    const running = thread;
    try {
      return await running.ask(makeQuestion(running), timeoutSeconds);
    } finally {
      // Warm again before the next question comes.
      if (running.ended() && !closed) thread = startThread();
    }
  }

  /** After the questions before it. */
  function ask(makeQuestion: (thread: Thread) => Question): Promise<Reply> {
    const reply = last.then(() => run(makeQuestion));
    last = reply.catch(() => undefined);
    return reply;
  }

  return {
    async query(question, claims, options = {}) {
      const bindings = readBindings(options.bindings ?? {});
      const sparql = typeof question === 'string' ? question : question.sparql;
      const over = { claims: claims.map(claimToText) };
      const reply = await ask(() => ({ kind: 'query', sparql, bindings, over, maxRows }));
      return readReply(reply);
    },
    async prepare(sparql) {
      // The parser takes a moment to load, and who only asks has no need of it.
      const { parseQuery } = await import('./parse-query.ts');
      return { sparql, operation: parseQuery(sparql) };
    },
    createDataset: () =>
      createDataset({
        maxRows,
        ask: async (makeQuestion) => readReply(await ask(makeQuestion)),
        tell: (message) => thread.tell(message),
      }),
    async close() {
      closed = true;
      await thread.end('The query engine was closed.');
    },
  };
}

function readReply(reply: Reply): Answer {
  switch (reply.kind) {
    case 'answer':
      return reply.answer;
    case 'refused':
      throw new QueryRefusedError(reply.code, reply.message);
    case 'failed':
      throw new ClaimsError('query_failed', `The query engine failed: ${reply.message}`);
    default:
      throw new ClaimsError('query_failed', 'The query engine answered out of turn.');
  }
}
