import { toAlgebra } from '@traqula/algebra-sparql-1-2';
import { Parser } from '@traqula/parser-sparql-1-2';
import { factory } from '../store/written-term.ts';
import type { AlgebraOperation } from './algebra.ts';
import { QueryRefusedError } from './query-refused-error.ts';
import { refuseQuery } from './refuse-query.ts';

/** Known without PREFIX, as they are to Comunica. */
const prefixes = {
  dc: 'http://purl.org/dc/terms/',
  dc11: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2008/05/skos#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** Makes its tables when it is made, so it is made once. It keeps nothing of a text. */
let parser: Parser | undefined;

/**
 * Parses and checks a query. The parser is the one of Comunica, with its options, and Comunica gets what it made: no
 * second parser could read the text in another way.
 *
 * @throws {QueryRefusedError} for a query that is not well formed, or does more than read
 */
export function parseQuery(sparql: string): AlgebraOperation {
  const operation = parse(sparql);
  refuseQuery(operation);
  return operation;
}

const bases = new WeakMap<AlgebraOperation, string>();

/** `BASE` of a query that `parseQuery` read: what its functions make relative IRIs absolute with. */
export function baseOf(operation: AlgebraOperation): string | undefined {
  return bases.get(operation);
}

function parse(sparql: string): AlgebraOperation {
  parser ??= new Parser({ lexerConfig: { positionTracking: 'full' } });
  try {
    const parsed = parser.parse(sparql, { prefixes });
    const operation = toAlgebra(parsed, {
      prefixes,
      quads: true,
      blankToVariable: true,
      dataFactory: factory,
    }) as unknown as AlgebraOperation;
    for (const one of 'context' in parsed ? parsed.context : []) {
      if (one.subType === 'base') bases.set(operation, one.value.value);
    }
    return operation;
  } catch (cause) {
    const where = cause instanceof Error ? (cause.message.split('\n')[0] ?? '').slice(0, 300) : '';
    throw new QueryRefusedError('query_syntax', `Expected SPARQL 1.1 Query. ${where}`, { cause });
  }
}
