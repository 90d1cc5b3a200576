import { parentPort } from 'node:worker_threads';
import { QueryEngine } from '@comunica/query-sparql';
import { Store } from 'n3';
import { createRdfSource } from '../store/rdf-source.ts';
import type { Answer } from './answer.ts';
import { collectAnswer, type Result } from './collect-answer.ts';
import { loadClaims } from './load-claims.ts';
import { QueryRefusedError } from './query-refused-error.ts';
import { refuseQuery } from './refuse-query.ts';
import type { Question, Reply } from './worker-messages.ts';

/** Nothing here has a reason to call anybody; whatever tries, fails. */
const refuseFetch: typeof fetch = () => Promise.reject(new Error('Queries have no network.'));
globalThis.fetch = refuseFetch;

const WARM_UP_ROUNDS = 10;
const warmUpQueries = [
  'SELECT ?s (COUNT(?o) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o FILTER(?o > 1) } } GROUP BY ?s',
  'ASK { ?g ?p ?o . GRAPH ?g { ?s ?q ?r } }',
  'CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }',
];

const engine = new QueryEngine();

async function answer({ sparql, claims, maxRows }: Question): Promise<Answer> {
  const operation = await parse(sparql);
  refuseQuery(operation);
  const context = { sources: [createRdfSource(loadClaims(claims))], fetch: refuseFetch };
  // The very object that was looked at: no second parser could read the text in another way.
  const result = await engine.query(operation as never, context as never);
  return await collectAnswer(result as Result, maxRows);
}

async function parse(sparql: string): Promise<object> {
  try {
    const { data } = await engine.explain(sparql, { sources: [new Store()] }, 'parsed');
    return data as object;
  } catch (cause) {
    const where = cause instanceof Error ? (cause.message.split('\n')[0] ?? '').slice(0, 300) : '';
    throw new QueryRefusedError('query_syntax', `Expected SPARQL 1.1 Query. ${where}`, { cause });
  }
}

async function reply(question: Question): Promise<Reply> {
  try {
    return { kind: 'answer', answer: await answer(question) };
  } catch (error) {
    if (error instanceof QueryRefusedError) {
      return { kind: 'refused', code: error.code, message: error.message };
    }
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (question: Question) => {
  void reply(question).then((message) => parentPort?.postMessage(message));
});

for (let round = 0; round < WARM_UP_ROUNDS; round++) {
  for (const sparql of warmUpQueries) await answer({ sparql, claims: [], maxRows: 1 });
}
parentPort?.postMessage({ kind: 'ready' } satisfies Reply);
