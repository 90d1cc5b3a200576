import { parentPort } from 'node:worker_threads';
import { DictionaryStore } from '../store/dictionary-store.ts';
import { createAnswerer, type SparqlEngine } from './create-answerer.ts';
import { loadClaims } from './load-claims.ts';
import { QueryRefusedError } from './query-refused-error.ts';
import type { Forget, Question, Reply } from './worker-messages.ts';

/** Nothing here has a reason to call anybody; whatever tries, fails. */
globalThis.fetch = () => Promise.reject(new Error('Queries have no network.'));

/** Each question has code of its own to warm: after two rounds more of these hardly help the first one asked. */
const WARM_UP_ROUNDS = 2;
const warmUpQueries = [
  'SELECT ?s (COUNT(?o) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o FILTER(STR(?o) > "1") } } GROUP BY ?s',
  'ASK { ?g ?p ?o . GRAPH ?g { ?s ?q ?r } FILTER EXISTS { ?s ?p ?o } }',
  'CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }',
];

/** Comunica takes most of the start; what the planned join can answer does not wait for it. */
let engine: Promise<SparqlEngine> | undefined;
function loadEngine(): Promise<SparqlEngine> {
  engine ??= load();
  return engine;
}

async function load(): Promise<SparqlEngine> {
  parentPort?.postMessage({ kind: 'loading' } satisfies Reply);
  const { QueryEngine } = await import('./comunica.ts');
  const loaded = new QueryEngine() as unknown as SparqlEngine;
  parentPort?.postMessage({ kind: 'loaded' } satisfies Reply);
  return loaded;
}

const answerer = createAnswerer(loadEngine);
const datasets = new Map<number, DictionaryStore>();

function storeOf(question: Question): DictionaryStore {
  if ('claims' in question.over) return loadClaims(question.over.claims);
  const { dataset, added } = question.over;
  const store = datasets.get(dataset) ?? new DictionaryStore();
  datasets.set(dataset, store);
  store.addAll(added);
  return store;
}

async function answer(question: Question): Promise<Reply> {
  try {
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

let asked = false;
parentPort?.once('message', () => {
  asked = true;
});
parentPort?.postMessage({ kind: 'ready' } satisfies Reply);

/** Until somebody asks: their question then warms the engine. */
async function warmUp(): Promise<void> {
  // A question that is waiting already goes first.
  const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
  await turn();
  if (asked) return;
  await loadEngine();
  const nothing = new DictionaryStore();
  for (let round = 0; round < WARM_UP_ROUNDS; round++) {
    for (const sparql of warmUpQueries) {
      await turn();
      if (asked) return;
      await answerer.answer(nothing, sparql, {}, 1);
    }
  }
}
await warmUp();
