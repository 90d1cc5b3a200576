import { STATUS_ENTRY_CONTEXT } from '@grondslag/vocab';
import { ClaimsError } from '../errors.ts';
import { type Contexts, keptFor } from './contexts.ts';
import { isSameJson } from './same-json.ts';

/** What a list of contexts defines, scoped contexts included. */
export interface Vocabulary {
  readonly iris: Set<string>;
  readonly terms: Set<string>;
  /** Terms whose values are IRIs. */
  readonly references: Set<string>;
  /** Terms that any value may belong to. Nothing else has to be known of a member named so. */
  readonly plain: Set<string>;
}

export function hasTermFor({ iris, terms }: Vocabulary, key: string): boolean {
  const prefix = key.slice(0, key.indexOf(':'));
  return iris.has(key) || (terms.has(prefix) && !key.startsWith('//', prefix.length + 1));
}

const vocabulariesOf = keptFor(() => new Map<string, Vocabulary>());
/** jsonld takes 0.7 ms for each, one named twice included: a document full of them takes seconds. */
const MAX_CONTEXTS = 16;
const MAX_VOCABULARIES = 100;

/** @throws {ClaimsError} `unknown_context` when the contexts are not on the closed list */
export function vocabularyOf(context: unknown, contexts: Contexts): Vocabulary {
  const list: readonly unknown[] = Array.isArray(context) ? context : [context];
  if (list.length === 0) throw unknownContext('Expected an @context, none came.');
  if (list.length > MAX_CONTEXTS)
    throw unknownContext(`Expected at most ${MAX_CONTEXTS} contexts.`);
  const key = list.map((one) => nameOf(one, contexts)).join('\n');
  const vocabularies = vocabulariesOf(contexts);
  let vocabulary = vocabularies.get(key);
  if (!vocabulary) {
    if (vocabularies.size >= MAX_VOCABULARIES) vocabularies.clear();
    vocabulary = readVocabulary(list, contexts);
    vocabularies.set(key, vocabulary);
  }
  return vocabulary;
}

function nameOf(context: unknown, contexts: Contexts): string {
  if (typeof context === 'string' && contexts.has(context)) return context;
  if (isSameJson(context, STATUS_ENTRY_CONTEXT)) return '';
  const what =
    typeof context === 'string' ? JSON.stringify(context.slice(0, 200)) : 'an inline context';
  throw unknownContext(
    `Expected only contexts of the closed list; got ${what}. Use one that @grondslag/vocab ships, or add it: createContexts.`,
  );
}

function readVocabulary(list: readonly unknown[], contexts: Contexts): Vocabulary {
  const vocabulary = {
    iris: new Set<string>(),
    terms: new Set<string>(),
    references: new Set<string>(),
    plain: new Set<string>(),
  };
  for (const one of list) {
    const context =
      typeof one === 'string' ? (contexts.get(one) as { '@context'?: unknown })['@context'] : one;
    collect(context, {}, vocabulary);
  }
  for (const term of vocabulary.terms) {
    const isPlain = !term.includes(':') && !vocabulary.references.has(term) && term !== 'id';
    if (isPlain) vocabulary.plain.add(term);
  }
  return vocabulary;
}

function unknownContext(message: string): ClaimsError {
  return new ClaimsError('unknown_context', message);
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
