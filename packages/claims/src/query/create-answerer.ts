import { DictionaryStore } from '../store/dictionary-store.ts';
import { readProvenance } from '../store/provenance.ts';
import { createRdfSource } from '../store/rdf-source.ts';
import { factory } from '../store/written-term.ts';
import type { AlgebraOperation } from './algebra.ts';
import type { Answer, AnswerCredential, Term } from './answer.ts';
import { type Bindings, bindParameters, showParameters } from './bind-parameters.ts';
import { collectAnswer, type Result } from './collect-answer.ts';
import { describeNodes, readDescription } from './describe.ts';
import { graphVariables } from './graph-variables.ts';
import { answerByPlan } from './plan/run-plan.ts';
import { QueryRefusedError } from './query-refused-error.ts';
import { refuseQuery } from './refuse-query.ts';

/** Parsed queries that are kept; the one used longest ago goes first. */
const MAX_PREPARED = 200;

/** The part of a Comunica engine that is used here. */
export interface SparqlEngine {
  explain(sparql: string, context: object, mode: 'parsed'): Promise<{ readonly data: unknown }>;
  query(operation: object, context: object): Promise<unknown>;
}

export interface Answerer {
  /** @throws {QueryRefusedError} for a query that is not well formed, or does more than read */
  prepare(sparql: string): Promise<AlgebraOperation>;
  /** @throws {QueryRefusedError} as `prepare`, and for an answer that is too large */
  answer(
    store: DictionaryStore,
    sparql: string,
    bindings: Bindings,
    maxRows: number,
  ): Promise<Answer>;
}

/** Nothing here has a reason to call anybody; whatever tries, fails. */
const refuseFetch: typeof fetch = () => Promise.reject(new Error('Queries have no network.'));

/** Answers by the planned join, and by Comunica what that declines. */
export function createAnswerer(engine: SparqlEngine): Answerer {
  const prepared = new Map<string, AlgebraOperation>();
  const nothing = { sources: [createRdfSource(new DictionaryStore())] };

  async function prepare(sparql: string): Promise<AlgebraOperation> {
    const known = prepared.get(sparql);
    const operation = known ?? (await parse(sparql));
    if (!known) refuseQuery(operation);
    prepared.delete(sparql);
    prepared.set(sparql, operation);
    const [oldest] = prepared.keys();
    if (prepared.size > MAX_PREPARED && oldest !== undefined) prepared.delete(oldest);
    return operation;
  }

  async function parse(sparql: string): Promise<AlgebraOperation> {
    try {
      return (await engine.explain(sparql, nothing, 'parsed')).data as AlgebraOperation;
    } catch (cause) {
      const where =
        cause instanceof Error ? (cause.message.split('\n')[0] ?? '').slice(0, 300) : '';
      throw new QueryRefusedError('query_syntax', `Expected SPARQL 1.1 Query. ${where}`, { cause });
    }
  }

  async function run(store: DictionaryStore, operation: AlgebraOperation, maxRows: number) {
    const planned = answerByPlan(store, operation, maxRows);
    if (planned) return planned;
    const context = { sources: [createRdfSource(store)], fetch: refuseFetch };
    // The very object that was looked at: no second parser could read the text in another way.
    return await collectAnswer((await engine.query(operation, context)) as Result, maxRows);
  }

  return {
    prepare,
    async answer(store, sparql, bindings, maxRows) {
      const operation = await prepare(sparql);
      const bound = bindParameters(operation, bindings);
      const description = readDescription(bound);
      if (description) {
        const { find, terms } = description;
        const found = find && (await run(store, find, maxRows));
        const nodes = [...terms, ...(found?.form === 'select' ? nodesIn(found) : [])];
        const ids = nodes.map((node) => store.idOf(factory.fromTerm(node as never)));
        return describeNodes(store, [...new Set(ids.filter((id) => id !== undefined))], maxRows);
      }
      return finish(store, await run(store, bound, maxRows), operation, bindings);
    },
  };
}

function nodesIn({ rows }: Extract<Answer, { form: 'select' }>): Term[] {
  return rows.flatMap(Object.values).filter(({ termType }: Term) => termType !== 'Literal');
}

/** The answer of the planned join alone; `undefined` when it declines, or for a DESCRIBE. */
export function answerPlanned(
  store: DictionaryStore,
  operation: AlgebraOperation,
  bindings: Bindings,
  maxRows: number,
): Answer | undefined {
  const answer = answerByPlan(store, bindParameters(operation, bindings), maxRows);
  return answer && finish(store, answer, operation, bindings);
}

/** Adds what the query was given, and of which credential each graph in the answer is. */
function finish(
  store: DictionaryStore,
  answer: Answer,
  operation: AlgebraOperation,
  bindings: Bindings,
): Answer {
  if (answer.form !== 'select') return answer;
  const shown = showParameters(answer, operation, bindings);
  const graphs = graphVariables(operation);
  const names = shown.variables.filter((name) => graphs.has(name));
  if (names.length === 0) return shown;
  const credentials = new Map<string, AnswerCredential>();
  for (const row of shown.rows) {
    for (const name of names) {
      const iri = row[name]?.value ?? '';
      const id = credentials.has(iri) ? undefined : store.idOfWritten(`<${iri}>`);
      if (id !== undefined && store.isGraph(id)) credentials.set(iri, readProvenance(store, id));
    }
  }
  return { ...shown, credentials: [...credentials.values()] };
}
