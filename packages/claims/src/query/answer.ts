/** A value in an answer. Literals always have a `datatype`. */
export interface Term {
  readonly termType: 'NamedNode' | 'Literal' | 'BlankNode';
  readonly value: string;
  readonly datatype?: string;
  readonly language?: string;
}

/**
 * What a query gives back.
 *
 * A variable that is not bound in a row is missing from that row.
 */
export type Answer =
  | {
      readonly form: 'select';
      readonly variables: string[];
      readonly rows: Record<string, Term>[];
    }
  | { readonly form: 'ask'; readonly value: boolean }
  /** N-Quads, each statement once. */
  | { readonly form: 'construct'; readonly nquads: string };
