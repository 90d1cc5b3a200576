import type * as Rdf from '@rdfjs/types';
import { QueryRefusedError } from './query-refused-error.ts';

/** A value in an answer. Literals always have a `datatype`. */
export interface Term {
  readonly termType: 'NamedNode' | 'Literal' | 'BlankNode';
  readonly value: string;
  readonly datatype?: string;
  readonly language?: string;
}

/** What is known of a credential that an answer names. */
export interface AnswerCredential {
  /** `urn:sha256:…` of what it says: what `GRAPH ?credential` gives. */
  readonly graph: string;
  readonly source: string;
  /** Its own id, which is what its source calls it. */
  readonly credential: string;
  readonly claimType: string;
  /** Each address it was read at. */
  readonly resources: readonly string[];
  readonly validFrom: Date;
  readonly validUntil?: Date;
  /** The instant it was judged for: it held then. The longest ago, when it was verified more than once. */
  readonly holdsAt: Date;
  /** When the status list that was looked in had been fetched; the longest ago too. */
  readonly statusCheckedAt: Date;
}

/**
 * What a query gives back.
 *
 * A variable that is not bound in a row is missing from that row. `credentials` are those that `GRAPH ?variable` found
 * and rows show, or that say what is described; it is missing when the query shows no such variable.
 */
export type Answer =
  | {
      readonly form: 'select';
      readonly variables: string[];
      readonly rows: Record<string, Term>[];
      readonly credentials?: readonly AnswerCredential[];
    }
  | { readonly form: 'ask'; readonly value: boolean }
  /** N-Quads, each statement once. The answer to a DESCRIBE too. */
  | {
      readonly form: 'construct';
      readonly nquads: string;
      readonly credentials?: readonly AnswerCredential[];
    };

/** @throws {QueryRefusedError} for a triple term */
export function toTerm(term: Rdf.Term): Term {
  switch (term.termType) {
    case 'NamedNode':
    case 'BlankNode':
      return { termType: term.termType, value: term.value };
    case 'Literal': {
      const { value, language } = term;
      const datatype = term.datatype.value;
      return { termType: 'Literal', value, datatype, ...(language && { language }) };
    }
    default:
      return refuseTripleTerm();
  }
}

/** SPARQL 1.2 can make them, and no claim has one. */
export function refuseTripleTerm(): never {
  throw new QueryRefusedError(
    'query_form_refused',
    'Expected an answer of IRIs, literals and blank nodes, got a triple term. Ask for its parts.',
  );
}
