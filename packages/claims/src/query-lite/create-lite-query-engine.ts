import type { NarrowedClaim } from '../claim/verified-claim.ts';
import { ClaimsError } from '../errors.ts';
import type { Answer } from '../query/answer.ts';
import { type Bindings, readBindings } from '../query/bind-parameters.ts';
import { claimToText } from '../query/claim-to-text.ts';
import type { Answerer, SparqlEngine } from '../query/create-answerer.ts';
import { QueryRefusedError } from '../query/query-refused-error.ts';

export interface LiteQueryEngineOptions {
  /** A query that takes longer is stopped, as far as one thread can: see `createLiteQueryEngine`. 10 when left out. */
  readonly timeoutSeconds?: number;
  /** Rows of a SELECT, statements of a CONSTRUCT or DESCRIBE. 10 000 when left out. */
  readonly maxRows?: number;
}

export interface LiteQueryOptions {
  /** Values of variables. They never become text of a query. */
  readonly bindings?: Bindings;
  /** Stops the query; it then rejects with the reason. */
  readonly signal?: AbortSignal;
}

export interface LiteQueryEngine {
  /**
   * As `query` of `@grondslag/claims/query`. The first question loads the engine.
   *
   * @throws {QueryRefusedError} for a query that is not well formed, does more than read, or takes too much
   * @throws {ClaimsError} `query_failed` when the engine fails, or cannot be loaded
   * @throws {TypeError} for a binding that is not an absolute IRI or a literal
   */
  query(
    sparql: string,
    claims: readonly NarrowedClaim[],
    options?: LiteQueryOptions,
  ): Promise<Answer>;
}

/**
 * A SPARQL 1.1 engine for browsers, in the page's own thread, loaded when first used.
 *
 * It refuses what the engine in a worker refuses, and counts rows and characters alike. Between rows and joins the time
 * limit and `signal` stop it. **They cannot stop one expression that takes for ever**, such as a regular
 * expression that backtracks, nor is memory limited: ask it questions of the app itself, not of strangers.
 */
export function createLiteQueryEngine(options: LiteQueryEngineOptions = {}): LiteQueryEngine {
  const { timeoutSeconds = 10, maxRows = 10_000 } = options;
  let loading: ReturnType<typeof load> | undefined;

  return {
    async query(sparql, claims, { bindings = {}, signal } = {}) {
      const given = readBindings(bindings);
      // A load that failed, as when the network is away, is tried again.
      loading ??= load().catch((cause) => {
        loading = undefined;
        throw new ClaimsError('query_failed', 'The query engine could not be loaded. Try again.', {
          cause,
        });
      });
      const { answerer, loadClaims } = await loading;
      const late = AbortSignal.timeout(timeoutSeconds * 1_000);
      const stop = signal ? AbortSignal.any([signal, late]) : late;
      try {
        const store = loadClaims(claims.map(claimToText));
        return await answerer.answer(store, sparql, given, maxRows, stop);
      } catch (cause) {
        throw late.aborted && !signal?.aborted ? tooLate(timeoutSeconds) : toFailure(cause, signal);
      }
    },
  };
}

async function load(): Promise<{
  answerer: Answerer;
  loadClaims: typeof import('../query/load-claims.ts').loadClaims;
}> {
  const [{ QueryEngine }, { createAnswerer }, { loadClaims }] = await Promise.all([
    import('@comunica/query-sparql-rdfjs-lite'),
    import('../query/create-answerer.ts'),
    import('../query/load-claims.ts'),
  ]);
  const engine = new QueryEngine() as unknown as SparqlEngine;
  return { answerer: createAnswerer(async () => engine), loadClaims };
}

function tooLate(seconds: number): QueryRefusedError {
  return new QueryRefusedError(
    'query_timeout',
    `Expected an answer within ${seconds} s. Make the query simpler.`,
  );
}

function toFailure(cause: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  if (cause instanceof ClaimsError) return cause;
  return new ClaimsError('query_failed', 'The query engine failed.', { cause });
}
