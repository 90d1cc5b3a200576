import type * as Rdf from '@rdfjs/types';
import { DataFactory } from 'rdf-data-factory';

/** Term factory of everything that comes out of the store. */
export const factory = new DataFactory();

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string';
const STRING_SUFFIX = `"^^<${XSD_STRING}>`;

const ESCAPED = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([tbnrf"'\\]))/g;
const controls: Record<string, string> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what canonical N-Quads escapes
const TO_ESCAPE = /[\u0000-\u001f"\\\u007f]/g;
const shortEscapes: Record<string, string> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** The value of a string as N-Quads write it. */
export function unescapeString(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(ESCAPED, (_, four?: string, eight?: string, one?: string) => {
    if (one !== undefined) return controls[one] ?? one;
    return String.fromCodePoint(Number.parseInt(four ?? eight ?? '', 16));
  });
}

/** RDFC-1.0, "Canonical N-Quads form": what is escaped, and how. */
function escapeString(value: string): string {
  return value.replace(
    TO_ESCAPE,
    (one) =>
      shortEscapes[one] ?? `\\u${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

/** The one way in which the store writes this literal, however the text it was read from did. */
export function normalizeLiteral(written: string): string {
  const close = written.lastIndexOf('"');
  let value = written.slice(1, close);
  if (value.includes('\\')) value = escapeString(unescapeString(value));
  let suffix = written.slice(close);
  if (suffix === STRING_SUFFIX) suffix = '"';
  else if (suffix.startsWith('"@')) suffix = suffix.toLowerCase();
  return `"${value}${suffix}`;
}

/** A term as canonical N-Quads write it; `''` is the default graph, `undefined` what the store cannot hold. */
export function writeTerm(term: Rdf.Term): string | undefined {
  switch (term.termType) {
    case 'NamedNode':
      return `<${term.value}>`;
    case 'BlankNode':
      return `_:${term.value}`;
    case 'DefaultGraph':
      return '';
    case 'Literal': {
      const value = `"${escapeString(term.value)}"`;
      if (term.language) return `${value}@${term.language.toLowerCase()}`;
      const datatype = term.datatype.value;
      return datatype === XSD_STRING ? value : `${value}^^<${datatype}>`;
    }
    default:
      return undefined;
  }
}

/** The RDF/JS term of a written IRI, literal or blank node. */
export function readTerm(written: string): Rdf.NamedNode | Rdf.Literal | Rdf.BlankNode {
  if (written.startsWith('<')) return factory.namedNode(written.slice(1, -1));
  if (written.startsWith('_')) return factory.blankNode(written.slice(2));
  const close = written.lastIndexOf('"');
  const value = unescapeString(written.slice(1, close));
  if (close === written.length - 1) return factory.literal(value);
  return written[close + 1] === '@'
    ? factory.literal(value, written.slice(close + 2))
    : factory.literal(value, factory.namedNode(written.slice(close + 4, -1)));
}

/** One statement in canonical N-Quads form; `undefined` for one with a triple term. */
export function writeQuad({ subject, predicate, object, graph }: Rdf.Quad): string | undefined {
  const terms = [subject, predicate, object, graph].map(writeTerm);
  if (terms.includes(undefined)) return undefined;
  return `${terms.filter((term) => term !== '').join(' ')} .\n`;
}
