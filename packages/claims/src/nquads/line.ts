/** A term as canonical N-Quads writes it: `<iri>`, `_:c14n0`, `"text"`, `"text"^^<iri>`, `"text"@nl`. */
export type WrittenTerm = string;

/** One statement of a canonical text. */
export interface Line {
  readonly subject: WrittenTerm;
  readonly predicate: WrittenTerm;
  readonly object: WrittenTerm;
  /** Empty in the default graph. */
  readonly graph: WrittenTerm | '';
}
