import { XSD } from '@grondslag/vocab';
import type { WrittenTerm } from './line.ts';

const LANG_STRING = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';

/** What a literal says, without its escapes. */
export interface LiteralValue {
  readonly value: string;
  readonly datatype: string;
  readonly language?: string;
}

/** The IRI of `<iri>`; `undefined` of any other term. */
export function iriOf(term: WrittenTerm): string | undefined {
  return term.startsWith('<') ? term.slice(1, -1) : undefined;
}

export function isBlank(term: WrittenTerm): boolean {
  return term.startsWith('_:');
}

/** Value, datatype and language of a literal; `undefined` of any other term. */
export function literalOf(term: WrittenTerm): LiteralValue | undefined {
  if (!term.startsWith('"')) return undefined;
  // Neither a language nor an IRI has a quote in it.
  const end = term.lastIndexOf('"');
  const value = unescaped(term.slice(1, end));
  const suffix = term.slice(end + 1);
  if (suffix.startsWith('@')) return { value, datatype: LANG_STRING, language: suffix.slice(1) };
  return { value, datatype: suffix === '' ? `${XSD}string` : suffix.slice('^^<'.length, -1) };
}

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  '\\': '\\',
};

function unescaped(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(/\\(?:u(....)|(.))/g, (_, hex: string | undefined, short: string) =>
    hex === undefined ? (escapes[short] ?? short) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Control characters, the quote and the backslash: all but these. */
const MUST_ESCAPE = /[^ !#-[\]-~\u0080-\uffff]/;
const ALL_TO_ESCAPE = new RegExp(MUST_ESCAPE, 'g');
const shorts = new Map(Object.entries(escapes).map(([short, character]) => [character, short]));

/** A text in quotes, as canonical N-Quads writes it. */
export function writeText(value: string): string {
  if (!MUST_ESCAPE.test(value)) return `"${value}"`;
  return `"${value.replace(ALL_TO_ESCAPE, escaped)}"`;
}

function escaped(character: string): string {
  const short = shorts.get(character);
  if (short !== undefined) return `\\${short}`;
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
