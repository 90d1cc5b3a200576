import type { DictionaryStore } from '../store/dictionary-store.ts';
import { createRdfSource } from '../store/rdf-source.ts';
import { factory } from '../store/written-term.ts';
import type { AlgebraOperation } from './algebra.ts';
import type { Answer, Term } from './answer.ts';
import { finishAnswer } from './answer-planned.ts';
import { type Bindings, bindParameters } from './bind-parameters.ts';
import { collectAnswer, type Result } from './collect-answer.ts';
import { describeNodes, readDescription } from './describe.ts';
import { baseOf, parseQuery } from './parse-query.ts';
import { answerByPlan } from './plan/run-plan.ts';

/** Parsed queries that are kept; the one used longest ago goes first. */
const MAX_PREPARED = 200;

/** The part of a Comunica engine that is used here. */
export interface SparqlEngine {
  query(operation: object, context: object): Promise<unknown>;
}

export interface Answerer {
  /** @throws {QueryRefusedError} as `parseQuery`, and for an answer that is too large */
  answer(
    store: DictionaryStore,
    sparql: string,
    bindings: Bindings,
    maxRows: number,
    signal?: AbortSignal,
  ): Promise<Answer>;
}

/** Nothing here has a reason to call anybody; whatever tries, fails. */
const refuseFetch: typeof fetch = () => Promise.reject(new Error('Queries have no network.'));

/** Answers by the planned join, and by Comunica what that declines. */
export function createAnswerer(loadEngine: () => Promise<SparqlEngine>): Answerer {
  const prepared = new Map<string, AlgebraOperation>();

  function prepare(sparql: string): AlgebraOperation {
    const operation = prepared.get(sparql) ?? parseQuery(sparql);
    prepared.delete(sparql);
    prepared.set(sparql, operation);
    const [oldest] = prepared.keys();
    if (prepared.size > MAX_PREPARED && oldest !== undefined) prepared.delete(oldest);
    return operation;
  }

  async function run(
    store: DictionaryStore,
    operation: AlgebraOperation,
    baseIRI: string | undefined,
    maxRows: number,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const planned = answerByPlan(store, operation, maxRows);
    if (planned) return planned;
    const context = {
      sources: [createRdfSource(store)],
      fetch: refuseFetch,
      ...(baseIRI !== undefined && { baseIRI }),
    };
    const engine = await loadEngine();
    const result = (await engine.query(operation, context)) as Result;
    return await collectAnswer(result, maxRows, signal);
  }

  return {
    async answer(store, sparql, bindings, maxRows, signal) {
      const operation = prepare(sparql);
      const bound = bindParameters(operation, bindings);
      const base = baseOf(operation);
      const description = readDescription(bound);
      if (description) {
        const { find, terms } = description;
        const found = find && (await run(store, find, base, maxRows, signal));
        const nodes = [...terms, ...(found?.form === 'select' ? nodesIn(found) : [])];
        const ids = nodes.map((node) => store.idOf(factory.fromTerm(node as never)));
        return describeNodes(store, [...new Set(ids.filter((id) => id !== undefined))], maxRows);
      }
      const answer = await run(store, bound, base, maxRows, signal);
      return finishAnswer(store, answer, operation, bindings);
    },
  };
}

function nodesIn({ rows }: Extract<Answer, { form: 'select' }>): Term[] {
  return rows.flatMap(Object.values).filter(({ termType }: Term) => termType !== 'Literal');
}
