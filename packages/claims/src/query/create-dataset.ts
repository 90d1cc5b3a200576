import type { NarrowedClaim } from '../claim/verified-claim.ts';
import { DictionaryStore } from '../store/dictionary-store.ts';
import type { Answer } from './answer.ts';
import { answerPlanned } from './answer-planned.ts';
import { readBindings } from './bind-parameters.ts';
import { claimToText } from './claim-to-text.ts';
import type { PreparedQuery, QueryOptions } from './create-query-engine.ts';
import { createClaimLoader } from './load-claims.ts';
import type { Thread } from './start-thread.ts';
import type { Forget, Question } from './worker-messages.ts';

/**
 * Claims for more than one question. Their statements are kept, not their text: some 150 bytes each. Add, then ask:
 * the first question after an addition makes the indexes again.
 */
export interface Dataset {
  /** Statements, provenance included. */
  readonly size: number;
  /** Adds claims that have been verified. A credential that is there already only gets another address. */
  add(claims: Iterable<NarrowedClaim>): void;
  /**
   * As `QueryEngine.query`, over all that was added.
   *
   * Patterns with filters and aggregates are answered here at once, in time linear in the dataset. What needs all of
   * SPARQL is answered in the worker thread, which then gets a copy of what it has not seen yet.
   */
  query(question: string | PreparedQuery, options?: QueryOptions): Promise<Answer>;
  /** Frees the worker's copy. */
  close(): void;
}

export interface DatasetPowers {
  readonly maxRows: number;
  /** The question is made when its turn comes, for the thread that will get it. */
  ask(makeQuestion: (thread: Thread) => Question): Promise<Answer>;
  tell(message: Forget): void;
}

let datasets = 0;

export function createDataset({ maxRows, ask, tell }: DatasetPowers): Dataset {
  const dataset = ++datasets;
  const store = new DictionaryStore();
  const load = createClaimLoader(store);
  /** What each thread has; a thread that was stopped takes its copy with it. */
  const sent = new WeakMap<Thread, { terms: number; rows: number }>();

  return {
    get size() {
      return store.size;
    },
    add(claims) {
      for (const claim of claims) load(claimToText(claim));
    },
    async query(question, options = {}) {
      const bindings = readBindings(options.bindings ?? {});
      const { sparql, operation } =
        typeof question === 'string'
          ? { sparql: question, operation: (await import('./parse-query.ts')).parseQuery(question) }
          : question;
      const planned = answerPlanned(store, operation, bindings, maxRows);
      if (planned) return planned;
      return await ask((thread) => {
        // The default graph is in every store.
        const { terms, rows } = sent.get(thread) ?? { terms: 1, rows: 0 };
        const over = { dataset, added: store.addedAfter(terms, rows) };
        sent.set(thread, { terms: store.written.length, rows: store.size });
        return { kind: 'query', sparql, bindings, over, maxRows };
      });
    },
    close() {
      tell({ kind: 'forget', dataset });
    },
  };
}
