import { parentPort } from 'node:worker_threads';
import { QueryEngine } from '@comunica/query-sparql';
import { DictionaryStore } from '../store/dictionary-store.ts';
import { createAnswerer, type SparqlEngine } from './create-answerer.ts';
import { loadClaims } from './load-claims.ts';
import { QueryRefusedError } from './query-refused-error.ts';
import type { Forget, Question, Reply } from './worker-messages.ts';

/** Nothing here has a reason to call anybody; whatever tries, fails. */
globalThis.fetch = () => Promise.reject(new Error('Queries have no network.'));

const WARM_UP_ROUNDS = 10;
const warmUpQueries = [
  'SELECT ?s (COUNT(?o) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o FILTER(STR(?o) > "1") } } GROUP BY ?s',
  'ASK { ?g ?p ?o . GRAPH ?g { ?s ?q ?r } FILTER EXISTS { ?s ?p ?o } }',
  'CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }',
];

const answerer = createAnswerer(new QueryEngine() as unknown as SparqlEngine);
const datasets = new Map<number, DictionaryStore>();

function storeOf(question: Extract<Question, { kind: 'query' }>): DictionaryStore {
  if ('claims' in question.over) return loadClaims(question.over.claims);
  const { dataset, added } = question.over;
  const store = datasets.get(dataset) ?? new DictionaryStore();
  datasets.set(dataset, store);
  store.addAll(added);
  return store;
}

async function answer(question: Question): Promise<Reply> {
  try {
    if (question.kind === 'prepare') {
      // Only plain data can leave the thread.
      const operation = JSON.parse(JSON.stringify(await answerer.prepare(question.sparql)));
      return { kind: 'prepared', operation };
    }
    const { sparql, bindings, maxRows } = question;
    return {
      kind: 'answer',
      answer: await answerer.answer(storeOf(question), sparql, bindings, maxRows),
    };
  } catch (error) {
    if (error instanceof QueryRefusedError) {
      return { kind: 'refused', code: error.code, message: error.message };
    }
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (message: Question | Forget) => {
  if (message.kind === 'forget') datasets.delete(message.dataset);
  else void answer(message).then((reply) => parentPort?.postMessage(reply));
});

const nothing = new DictionaryStore();
for (let round = 0; round < WARM_UP_ROUNDS; round++) {
  for (const sparql of warmUpQueries) await answerer.answer(nothing, sparql, {}, 1);
}
parentPort?.postMessage({ kind: 'ready' } satisfies Reply);
