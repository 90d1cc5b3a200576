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
const NONE: readonly Line[] = [];

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
  let last: WrittenTerm | undefined;
  let run: Line[] = [];
  for (const line of lines) {
    // Lines of one subject mostly follow each other.
    if (line.subject !== last) {
      last = line.subject;
      run = bySubject.get(last) ?? [];
      bySubject.set(last, run);
    }
    run.push(line);
  }
  const about = (subject: WrittenTerm) => bySubject.get(subject) ?? NONE;
  return {
    lines,
    about,
    objects: (subject, predicate) => objectsOf(about(subject), predicate),
    instances(type) {
      const kind = written(type);
      const found: WrittenTerm[] = [];
      for (const { subject, predicate, object } of lines) {
        if (predicate === TYPE && object === kind) found.push(subject);
      }
      return found;
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
