import type * as Rdf from '@rdfjs/types';
import { writeQuad } from '../store/written-term.ts';
import { type Answer, refuseTripleTerm, type Term, toTerm } from './answer.ts';
import { createLimit } from './answer-limit.ts';

type Stream<T> = AsyncIterable<T> & { destroy(cause: Error): void };

/** The part of a Comunica result that is used here. */
export type Result =
  | {
      readonly resultType: 'bindings';
      execute(): Promise<Stream<Rdf.Bindings>>;
      metadata(): Promise<{ variables: Rdf.Variable[] }>;
    }
  | { readonly resultType: 'boolean'; execute(): Promise<boolean> }
  | { readonly resultType: 'quads'; execute(): Promise<Stream<Rdf.Quad>> };

/**
 * @param signal ends it as soon as this thread has a moment
 * @throws {QueryRefusedError} `answer_too_large` beyond `maxRows` rows or statements
 */
export async function collectAnswer(
  result: Result,
  maxRows: number,
  signal?: AbortSignal,
): Promise<Answer> {
  const stopWith = <T>(stream: Stream<T>): Stream<T> => {
    signal?.addEventListener('abort', () => stream.destroy(new Error('The query was stopped.')));
    return stream;
  };
  if (result.resultType === 'boolean') return { form: 'ask', value: await result.execute() };
  const limit = createLimit(maxRows);
  if (result.resultType === 'quads') {
    const lines = new Set<string>();
    for await (const quad of stopWith(await result.execute())) {
      const line = writeQuad(quad) ?? refuseTripleTerm();
      limit.count(lines.has(line) ? 0 : 1, line.length);
      lines.add(line);
    }
    return { form: 'construct', nquads: [...lines].join('') };
  }
  const rows: Record<string, Term>[] = [];
  const { variables } = await result.metadata();
  for await (const bindings of stopWith(await result.execute())) {
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
