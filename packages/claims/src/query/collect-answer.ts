import type * as Rdf from '@rdfjs/types';
import { Writer } from 'n3';
import { type Answer, type Term, toTerm } from './answer.ts';
import { createLimit } from './answer-limit.ts';

/** The part of a Comunica result that is used here. */
export type Result =
  | {
      readonly resultType: 'bindings';
      execute(): Promise<AsyncIterable<Rdf.Bindings>>;
      metadata(): Promise<{ variables: Rdf.Variable[] }>;
    }
  | { readonly resultType: 'boolean'; execute(): Promise<boolean> }
  | { readonly resultType: 'quads'; execute(): Promise<AsyncIterable<Rdf.Quad>> };

/** @throws {QueryRefusedError} `answer_too_large` beyond `maxRows` rows or statements */
export async function collectAnswer(result: Result, maxRows: number): Promise<Answer> {
  if (result.resultType === 'boolean') return { form: 'ask', value: await result.execute() };
  const limit = createLimit(maxRows);
  if (result.resultType === 'quads') {
    const writer = new Writer({ format: 'N-Quads' });
    const lines = new Set<string>();
    for await (const { subject, predicate, object, graph } of await result.execute()) {
      const line = writer.quadToString(subject, predicate, object, graph);
      limit.count(lines.has(line) ? 0 : 1, line.length);
      lines.add(line);
    }
    return { form: 'construct', nquads: [...lines].join('') };
  }
  const rows: Record<string, Term>[] = [];
  const { variables } = await result.metadata();
  for await (const bindings of await result.execute()) {
    const row = Object.fromEntries(
      [...bindings].map(([variable, term]) => [variable.value, toTerm(term)]),
    );
    limit.count(
      1,
      Object.values(row).reduce((sum, { value }) => sum + value.length, 0),
    );
    rows.push(row);
  }
  return { form: 'select', variables: variables.map(({ value }) => value), rows };
}
