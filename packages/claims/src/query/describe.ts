import { ANY, type DictionaryStore } from '../store/dictionary-store.ts';
import { readProvenance } from '../store/provenance.ts';
import type { AlgebraOperation } from './algebra.ts';
import type { Answer } from './answer.ts';
import { createLimit } from './answer-limit.ts';

/** A DESCRIBE as the SELECT that finds what is described, and the terms that stand in it. */
export interface Description {
  readonly find?: AlgebraOperation;
  readonly terms: readonly { readonly value: string }[];
}

/** `undefined` for any other query. */
export function readDescription(operation: AlgebraOperation): Description | undefined {
  const describe = operation.type === 'slice' ? (operation.input as AlgebraOperation) : operation;
  if (describe.type !== 'describe') return undefined;
  const { terms = [], input } = describe;
  const variables = terms.filter(({ termType }) => termType === 'Variable');
  const named = terms.filter(({ termType }) => termType === 'NamedNode');
  if (variables.length === 0) return { terms: named };
  // LIMIT counts solutions, not statements (SPARQL 1.1, 16.4).
  const project = { type: 'project', input: input as AlgebraOperation, variables };
  return {
    find: describe === operation ? project : { ...operation, input: project },
    terms: named,
  };
}

/**
 * What the credentials say about these nodes: each statement about one, and about the blank nodes it leads to (Concise
 * Bounded Description). SPARQL 1.1, 16.4, leaves to the service what a description is. Provenance is for a node
 * that is the graph of a credential.
 *
 * @throws {QueryRefusedError} `answer_too_large` beyond `maxRows` statements
 */
export function describeNodes(
  store: DictionaryStore,
  nodes: readonly number[],
  maxRows: number,
): Answer {
  const limit = createLimit(maxRows);
  const lines = new Set<string>();
  const graphs = new Set<number>();
  const waiting = [...nodes];
  const seen = new Set(nodes);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const row of store.find(node, ANY, ANY, ANY)) {
      const object = store.objects[row] as number;
      const terms = [node, store.predicates[row] as number, object].map((id) =>
        store.writtenBy(id),
      );
      const line = `${terms.join(' ')} .\n`;
      limit.count(lines.has(line) ? 0 : 1, line.length);
      lines.add(line);
      const graph = store.graphs[row] as number;
      graphs.add(store.isGraph(graph) ? graph : node);
      if (!store.isBlank(object) || seen.has(object)) continue;
      seen.add(object);
      waiting.push(object);
    }
  }
  return {
    form: 'construct',
    nquads: [...lines].join(''),
    credentials: [...graphs]
      .filter((graph) => store.isGraph(graph))
      .map((graph) => readProvenance(store, graph)),
  };
}
