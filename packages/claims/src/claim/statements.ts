import { RDF_TYPE } from '@grondslag/vocab';
import type { Literal, NamedNode, Quad, Term } from '@rdfjs/types';
import { Parser } from 'n3';

/** An object that is a node: something further statements can be about. */
export type Node = Extract<Term, { termType: 'NamedNode' | 'BlankNode' }>;

/** Statements of one signed graph, to look up by subject. */
export interface Statements {
  readonly quads: readonly Quad[];
  /** Objects of `predicate` about `subject`, in no particular order. */
  objects(subject: Term, predicate: string): readonly Term[];
  /** Nodes that have this `rdf:type`. */
  instances(type: string): readonly Node[];
}

/**
 * Parses canonical N-Quads.
 *
 * `undefined` when it has named graphs or triple terms: statements that are quoted, not made.
 */
export function parseStatements(canonical: string): Statements | undefined {
  // Default labels (`blankNodePrefix` unset): a label in the text can never name a node of another text.
  const quads = new Parser({ format: 'N-Quads' }).parse(canonical);
  const bySubject = new Map<string, Quad[]>();
  for (const quad of quads) {
    if (quad.graph.termType !== 'DefaultGraph') return undefined;
    if (!isNode(quad.subject) || !(isNode(quad.object) || isLiteral(quad.object))) return undefined;
    const key = keyOf(quad.subject);
    const about = bySubject.get(key);
    if (about) about.push(quad);
    else bySubject.set(key, [quad]);
  }
  return {
    quads,
    objects: (subject, predicate) =>
      (bySubject.get(keyOf(subject)) ?? [])
        .filter((quad) => quad.predicate.value === predicate)
        .map((quad) => quad.object),
    instances: (type) =>
      quads
        .filter((quad) => quad.predicate.value === RDF_TYPE && isIri(quad.object, type))
        .map((quad) => quad.subject as Node),
  };
}

/** Text that is equal for equal nodes only: an IRI and a blank node can look the same. */
export function keyOf(term: Term): string {
  return `${term.termType} ${term.value}`;
}

export function isNode(term: Term | undefined): term is Node {
  return term?.termType === 'NamedNode' || term?.termType === 'BlankNode';
}

export function isLiteral(term: Term | undefined): term is Literal {
  return term?.termType === 'Literal';
}

export function isIri(term: Term | undefined, iri: string): term is NamedNode {
  return term?.termType === 'NamedNode' && term.value === iri;
}

/** The one member of a list; `undefined` when there are none or more. */
export function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
