import { RDF_TYPE } from '@grondslag/vocab';
import { writeText } from '../nquads/written-terms.ts';
import type { ExpandedNode, Expansion } from './expansion.ts';
import type { PropertyTerm } from './property-term.ts';
import type { Scope } from './scope.ts';
import { UNSUPPORTED } from './unsupported.ts';
import { isLanguage, writeDatatype } from './values.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const TYPE = ` <${RDF_TYPE}> `;
const MAX_DEPTH = 32;

/**
 * Adds the statements of a node, and says what node it is.
 *
 * @throws UNSUPPORTED or NotCompiled
 */
export function expandNode(
  outer: Scope,
  node: JsonObject,
  into: Expansion,
  depth = 0,
): ExpandedNode {
  if (depth > MAX_DEPTH) throw UNSUPPORTED;
  const typeKey = onlyKey(node, outer.typeKeys);
  const types = typeKey === undefined ? NO_TYPES : typesOf(node[typeKey]);
  const scope = types.length === 0 ? outer : outer.typed(types);
  const idKey = onlyKey(node, scope.idKeys);
  const subject = idKey === undefined ? into.blankNodes++ : scope.iri(node[idKey]);
  for (const type of types) into.add(subject, TYPE, outer.typeIri(type));
  for (const key of Object.keys(node)) {
    // The root has the context that led to `outer`.
    if (depth === 0 && key === '@context') continue;
    const term = scope.term(key);
    if (term.kind === 'property') addValues(subject, term, node[key], into, depth);
    // A name that means something else within the context of the types.
    else if (key !== (term.kind === '@id' ? idKey : typeKey)) throw UNSUPPORTED;
  }
  return subject;
}

/** The one of these names that the node has. */
function onlyKey(node: JsonObject, names: readonly string[]): string | undefined {
  let only: string | undefined;
  for (const name of names) {
    if (!Object.hasOwn(node, name)) continue;
    if (only !== undefined) throw UNSUPPORTED;
    only = name;
  }
  return only;
}

const NO_TYPES: readonly string[] = [];

function typesOf(value: unknown): readonly string[] {
  const types: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (types.length === 0 || !types.every((type) => typeof type === 'string')) throw UNSUPPORTED;
  return types;
}

function addValues(
  subject: ExpandedNode,
  term: PropertyTerm,
  value: unknown,
  into: Expansion,
  depth: number,
): void {
  if (!Array.isArray(value)) {
    into.add(subject, term.predicate, expandValue(term, value, into, depth));
    return;
  }
  for (const item of value) {
    into.add(subject, term.predicate, expandValue(term, item, into, depth));
  }
}

function expandValue(
  term: PropertyTerm,
  value: unknown,
  into: Expansion,
  depth: number,
): ExpandedNode {
  if (typeof value === 'string') {
    if (term.coercion === '@id') return term.texts.iri(value);
    if (term.coercion === '@vocab') return term.texts.typeIri(value);
    return writeText(value) + term.text;
  }
  if (typeof value === 'boolean') return `"${value}"${term.boolean}`;
  if (Number.isSafeInteger(value)) return `"${value}"${term.integer}`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw UNSUPPORTED;
  return expandObject(term, value as JsonObject, into, depth);
}

function expandObject(
  term: PropertyTerm,
  value: JsonObject,
  into: Expansion,
  depth: number,
): ExpandedNode {
  if (Object.hasOwn(value, '@value')) return expandLiteral(term.references, value);
  const [key, another] = Object.keys(value);
  if (key !== undefined && another === undefined && term.texts.idKeys.includes(key)) {
    if (!term.references.idKeys.includes(key)) throw UNSUPPORTED;
    return term.references.iri(value[key]);
  }
  return expandNode(term.nodes, value, into, depth + 1);
}

function expandLiteral(scope: Scope, value: JsonObject): ExpandedNode {
  const { '@value': text, '@language': language, '@type': datatype, ...more } = value;
  if (typeof text !== 'string' || Object.keys(more).length > 0) throw UNSUPPORTED;
  if (datatype === undefined) {
    if (language === undefined) return writeText(text);
    if (typeof language !== 'string' || !isLanguage(language)) throw UNSUPPORTED;
    return `${writeText(text)}@${language.toLowerCase()}`;
  }
  if (language !== undefined || typeof datatype !== 'string') throw UNSUPPORTED;
  return writeText(text) + writeDatatype(scope.datatypeIri(datatype));
}
