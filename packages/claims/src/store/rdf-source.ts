import type * as Rdf from '@rdfjs/types';
import { ArrayIterator, type AsyncIterator } from 'asynciterator';
import { ANY, type DictionaryStore } from './dictionary-store.ts';
import { factory } from './written-term.ts';

type Terms = readonly [
  subject?: Rdf.Term | null,
  predicate?: Rdf.Term | null,
  object?: Rdf.Term | null,
  graph?: Rdf.Term | null,
];
type Ids = [subject: number, predicate: number, object: number, graph: number];

/** The store as an RDF/JS `Source`, with what Comunica asks a source beyond that: counts, and bindings without quads. */
export interface RdfSource {
  match(...pattern: Terms): AsyncIterator<Rdf.Quad>;
  countQuads(...pattern: Terms): number;
  matchBindings(
    bindings: Pick<Rdf.BindingsFactory, 'bindings'>,
    ...pattern: [Rdf.Term, Rdf.Term, Rdf.Term, Rdf.Term]
  ): AsyncIterator<Rdf.Bindings>;
}

export function createRdfSource(store: DictionaryStore): RdfSource {
  const columns = () => [store.subjects, store.predicates, store.objects, store.graphs] as const;

  const find = (ids: Ids | undefined) => (ids ? store.find(...ids) : []);

  function toQuad(row: number): Rdf.Quad {
    const [subject, predicate, object, graph] = columns().map((column) =>
      store.term(column[row] as number),
    );
    return factory.quad(
      subject as Rdf.Quad_Subject,
      predicate as Rdf.Quad_Predicate,
      object as Rdf.Quad_Object,
      graph as Rdf.Quad_Graph,
    );
  }

  return {
    match: (...pattern) =>
      new ArrayIterator(find(toIds(store, pattern)), { autoStart: false }).map(toQuad),

    countQuads: (...pattern) => find(toIds(store, pattern)).length,

    matchBindings(bindings, ...pattern) {
      const variables: [Rdf.Variable, number][] = [];
      const same: [number, number][] = [];
      pattern.forEach((term, position) => {
        if (term.termType !== 'Variable') return;
        const first = variables.find(([variable]) => variable.value === term.value);
        if (first) same.push([first[1], position]);
        else variables.push([term, position]);
      });
      const all = columns();
      const value = (position: number, row: number) => all[position]?.[row] as number;
      const rows = find(toIds(store, pattern)).filter((row) =>
        same.every(([one, other]) => value(one, row) === value(other, row)),
      );
      return new ArrayIterator(rows, { autoStart: false }).map((row) =>
        bindings.bindings(
          variables.map(([variable, position]) => [variable, store.term(value(position, row))]),
        ),
      );
    },
  };
}

/** `undefined`: a term that no quad has. */
function toIds(store: DictionaryStore, pattern: Terms): Ids | undefined {
  const ids: Ids = [ANY, ANY, ANY, ANY];
  for (const [position, term] of pattern.entries()) {
    if (!term || term.termType === 'Variable') continue;
    const id = store.idOf(term);
    if (id === undefined) return undefined;
    ids[position] = id;
  }
  return ids;
}
