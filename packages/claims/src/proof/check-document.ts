import { contexts, STATUS_ENTRY_CONTEXT } from '@grondslag/vocab';
import { ClaimsError } from '../errors.ts';

const MAX_DEPTH = 32;
const keywords = new Set(['@id', '@type', '@value', '@language', '@direction']);

/**
 * Accepts a JSON-LD document only when it can be read as plain JSON without misunderstanding.
 *
 * The signature covers RDF, while most programs read the JSON. So what would let one signed RDF dataset be
 * written as JSON that says something else is refused: contexts that are not pinned, inline or nested, nodes
 * split in parts (`@graph`, `@included`, `@reverse`, labelled blank nodes), and a known term under its
 * absolute IRI, where a reader that looks for the term would not see it.
 *
 * @throws {ClaimsError} `unknown_context` or `invalid_document`
 */
export function checkDocument(document: object): void {
  const { '@context': context, ...members } = document as Record<string, unknown>;
  checkValue(members, checkContext(context), 0);
}

function checkContext(context: unknown): readonly Vocabulary[] {
  const urls: unknown[] = Array.isArray(context) ? context : [context];
  if (urls.length === 0) throw unknownContext('Expected an @context, none came.');
  return urls.map((url) => {
    if (typeof url === 'string' && contexts.has(url)) return vocabularyOf(url);
    if (isSameJson(url, STATUS_ENTRY_CONTEXT)) return statusVocabulary;
    const what = typeof url === 'string' ? JSON.stringify(url.slice(0, 200)) : 'an inline context';
    throw unknownContext(
      `Expected only contexts of the closed list; got ${what}. Use one that @grondslag/vocab ships.`,
    );
  });
}

function checkValue(value: unknown, vocabularies: readonly Vocabulary[], depth: number): void {
  if (depth > MAX_DEPTH) throw invalid(`Expected at most ${MAX_DEPTH} levels.`);
  if (value === null)
    throw invalid('Expected no null: JSON-LD would drop it. Leave the member out.');
  if (Array.isArray(value)) {
    for (const item of value) checkValue(item, vocabularies, depth + 1);
  } else if (typeof value === 'object') {
    for (const [key, member] of Object.entries(value as object)) {
      checkKey(key, member, vocabularies);
      checkValue(member, vocabularies, depth + 1);
    }
  }
}

function checkKey(key: string, member: unknown, vocabularies: readonly Vocabulary[]): void {
  if (key === '@context')
    throw unknownContext('Expected @context at the top of the document only.');
  // An own member in JSON, but jsonld copies it to where it is none: it would not be under the signature.
  if (key === '__proto__') throw invalid('Expected no member named __proto__.');
  if (key.startsWith('@') && !keywords.has(key)) {
    throw invalid(`Expected no ${key.slice(0, 20)}: write one object for each node.`);
  }
  if (key.includes(':') && vocabularies.some((vocabulary) => hasTermFor(vocabulary, key))) {
    throw invalid(`Expected the term, got the IRI it stands for: ${key.slice(0, 200)}.`);
  }
  if (vocabularies.some(({ references }) => references.has(key)) && namesNothing(member)) {
    throw invalid(
      `Expected only IRIs in ${key.slice(0, 100)}: JSON-LD would drop what names nothing.`,
    );
  }
  if ((key === 'id' || key === '@id') && typeof member === 'string' && member.startsWith('_:')) {
    throw invalid('Expected no labelled blank node. Leave the id out.');
  }
}

/** An IRI that is empty, or has the form of a keyword, disappears without a word in safe mode too. */
function namesNothing(member: unknown): boolean {
  const values: unknown[] = Array.isArray(member) ? member.flat(MAX_DEPTH) : [member];
  return values.some((value) => typeof value === 'string' && /^(?:@[A-Za-z]+)?$/.test(value));
}

/** What one context defines, scoped contexts included. */
interface Vocabulary {
  readonly iris: Set<string>;
  readonly terms: Set<string>;
  /** Terms whose values are IRIs. */
  readonly references: Set<string>;
}

function hasTermFor({ iris, terms }: Vocabulary, key: string): boolean {
  const prefix = key.slice(0, key.indexOf(':'));
  return iris.has(key) || (terms.has(prefix) && !key.startsWith('//', prefix.length + 1));
}

/** Whether two JSON values are the same, whatever the order of members: databases change it. */
function isSameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  const other = new Map<string, unknown>(right);
  return (
    left.length === right.length &&
    left.every(([key, value]) => other.has(key) && isSameJson(value, other.get(key)))
  );
}

const vocabularies = new Map<string, Vocabulary>();

function vocabularyOf(url: string): Vocabulary {
  let vocabulary = vocabularies.get(url);
  if (!vocabulary) {
    vocabulary = readVocabulary((contexts.get(url) as { '@context'?: unknown })['@context']);
    vocabularies.set(url, vocabulary);
  }
  return vocabulary;
}

const statusVocabulary = readVocabulary(STATUS_ENTRY_CONTEXT);

function readVocabulary(context: unknown): Vocabulary {
  const vocabulary = {
    iris: new Set<string>(),
    terms: new Set<string>(),
    references: new Set<string>(),
  };
  collect(context, {}, vocabulary);
  return vocabulary;
}

type Definitions = Record<string, unknown>;

function collect(context: unknown, outer: Definitions, into: Vocabulary): void {
  if (Array.isArray(context)) {
    for (const one of context) collect(one, outer, into);
    return;
  }
  if (typeof context !== 'object' || context === null) return;
  const scope: Definitions = { ...outer, ...context };
  for (const [term, definition] of Object.entries(context)) {
    if (term.startsWith('@')) continue;
    into.terms.add(term);
    if (isReference(definition)) into.references.add(term);
    const iri = iriOf(definition);
    if (iri && !iri.startsWith('@')) into.iris.add(unfold(iri, scope));
    if (typeof definition === 'object' && definition !== null && '@context' in definition) {
      collect(definition['@context'], scope, into);
    }
  }
}

function isReference(definition: unknown): boolean {
  if (definition === '@id' || definition === '@type') return true;
  if (typeof definition !== 'object' || definition === null) return false;
  const { '@type': type } = definition as { '@type'?: unknown };
  return type === '@id' || type === '@vocab';
}

function iriOf(definition: unknown): string | undefined {
  if (typeof definition === 'string') return definition;
  if (typeof definition !== 'object' || definition === null) return undefined;
  const id = (definition as { '@id'?: unknown })['@id'];
  return typeof id === 'string' ? id : undefined;
}

/** `cred:issuer` → the absolute IRI, with the prefixes in scope. */
function unfold(iri: string, scope: Definitions): string {
  const colon = iri.indexOf(':');
  const base = iriOf(scope[iri.slice(0, colon)]);
  return base === undefined || iri.startsWith('//', colon + 1) ? iri : base + iri.slice(colon + 1);
}

function unknownContext(message: string): ClaimsError {
  return new ClaimsError('unknown_context', message);
}

function invalid(message: string): ClaimsError {
  return new ClaimsError('invalid_document', message);
}
