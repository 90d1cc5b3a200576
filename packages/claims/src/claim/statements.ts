import { RDF_TYPE } from '@grondslag/vocab';
import type { Line, WrittenTerm } from '../nquads/line.ts';
import { readLines } from '../nquads/read-lines.ts';
import { written } from './terms.ts';

/** Statements of one signed graph, to look up by subject. Terms are as the signed text has them. */
export interface Statements {
  readonly lines: readonly Line[];
  /** What is said about `subject`. */
  about(subject: WrittenTerm): readonly Line[];
  /** Objects of `predicate` (an IRI) about `subject`. */
  objects(subject: WrittenTerm, predicate: string): readonly WrittenTerm[];
  /** Nodes that have this `rdf:type` (an IRI). */
  instances(type: string): readonly WrittenTerm[];
}

const TYPE = written(RDF_TYPE);

/**
 * Reads canonical N-Quads.
 *
 * `undefined` when it is not canonical, or has named graphs: statements that are quoted, not made.
 */
export function parseStatements(canonical: string): Statements | undefined {
  const lines = readLines(canonical);
  if (!lines || lines.some(({ graph }) => graph !== '')) return undefined;
  return indexStatements(lines);
}

/** Statements of the default graph, to look up by subject. */
export function indexStatements(lines: readonly Line[]): Statements {
  const bySubject = new Map<WrittenTerm, Line[]>();
  for (const line of lines) {
    const about = bySubject.get(line.subject);
    if (about) about.push(line);
    else bySubject.set(line.subject, [line]);
  }
  const about = (subject: WrittenTerm) => bySubject.get(subject) ?? [];
  return {
    lines,
    about,
    objects: (subject, predicate) => objectsOf(about(subject), predicate),
    instances(type) {
      const kind = written(type);
      return lines
        .filter(({ predicate, object }) => predicate === TYPE && object === kind)
        .map(({ subject }) => subject);
    },
  };
}

/** Objects of `predicate` among lines of one subject. */
export function objectsOf(about: readonly Line[], predicate: string): readonly WrittenTerm[] {
  const found: WrittenTerm[] = [];
  for (const line of about) {
    // `<` and `>` around it; writing these first would make a string for each question.
    const isIt = line.predicate.length === predicate.length + 2;
    if (isIt && line.predicate.startsWith(predicate, 1)) found.push(line.object);
  }
  return found;
}

export function isIri(term: WrittenTerm | undefined): term is WrittenTerm {
  return term?.startsWith('<') === true;
}

/** An IRI or a blank node: something further statements can be about. */
export function isNode(term: WrittenTerm | undefined): term is WrittenTerm {
  return term !== undefined && !term.startsWith('"');
}

export function isLiteral(term: WrittenTerm): boolean {
  return term.startsWith('"');
}

/** The one member of a list; `undefined` when there are none or more. */
export function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
