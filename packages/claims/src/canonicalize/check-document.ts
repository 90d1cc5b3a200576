import { ClaimsError } from '../errors.ts';
import { type Contexts, shippedContexts } from './contexts.ts';
import { hasTermFor, type Vocabulary, vocabularyOf } from './vocabulary.ts';

const MAX_DEPTH = 32;
/** jsonld compares each value of a member with all others: ten thousand take 1.6 s, a hundred thousand minutes. */
const MAX_VALUES = 5_000;
/** As much as canonical text is read of. */
const MAX_CHARACTERS = 4_194_304;
const keywords = new Set(['@id', '@type', '@value', '@language', '@direction']);

/**
 * Accepts a JSON-LD document only when it can be read as plain JSON without misunderstanding.
 *
 * The signature covers RDF, while most programs read the JSON. So what would let one signed RDF dataset be
 * written as JSON that says something else is refused: contexts that are not pinned, inline or nested, nodes
 * split in parts (`@graph`, `@included`, `@reverse`, labelled blank nodes), and a known term under its
 * absolute IRI, where a reader that looks for the term would not see it. So is what would take long.
 *
 * @throws {ClaimsError} `unknown_context` or `invalid_document`
 */
export function checkDocument(document: object, contexts: Contexts = shippedContexts): void {
  const { '@context': context } = document as Record<string, unknown>;
  const vocabulary = vocabularyOf(context, contexts);
  checkMembers(document, { vocabulary, values: 1, characters: 0 }, 0);
}

/** What is known and counted on the way through one document. */
interface Walk {
  readonly vocabulary: Vocabulary;
  values: number;
  characters: number;
}

function checkValue(value: unknown, walk: Walk, depth: number): void {
  if (depth > MAX_DEPTH) throw invalid(`Expected at most ${MAX_DEPTH} levels.`);
  if (++walk.values > MAX_VALUES) throw invalid(`Expected at most ${MAX_VALUES} values.`);
  if (typeof value === 'string') {
    walk.characters += value.length;
    if (walk.characters > MAX_CHARACTERS) throw invalid('Expected at most four megabytes of text.');
  } else if (value === null) {
    throw invalid('Expected no null: JSON-LD would drop it. Leave the member out.');
  } else if (Array.isArray(value)) {
    for (const item of value) checkValue(item, walk, depth + 1);
  } else if (typeof value === 'object') {
    checkMembers(value, walk, depth);
  }
}

function checkMembers(value: object, walk: Walk, depth: number): void {
  for (const key of Object.keys(value)) {
    if (depth === 0 && key === '@context') continue;
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (!walk.vocabulary.plain.has(key)) checkKey(key, member, walk.vocabulary);
    checkValue(member, walk, depth + 1);
  }
}

function checkKey(key: string, member: unknown, vocabulary: Vocabulary): void {
  if (key === '@context')
    throw unknownContext('Expected @context at the top of the document only.');
  // An own member in JSON, but jsonld copies it to where it is none: it would not be under the signature.
  if (key === '__proto__') throw invalid('Expected no member named __proto__.');
  if (key.startsWith('@') && !keywords.has(key)) {
    throw invalid(`Expected no ${key.slice(0, 20)}: write one object for each node.`);
  }
  if (key.includes(':') && hasTermFor(vocabulary, key)) {
    throw invalid(`Expected the term, got the IRI it stands for: ${key.slice(0, 200)}.`);
  }
  if (vocabulary.references.has(key) && namesNothing(member)) {
    throw invalid(
      `Expected only IRIs in ${key.slice(0, 100)}: JSON-LD would drop what names nothing.`,
    );
  }
  if ((key === 'id' || key === '@id') && typeof member === 'string' && member.startsWith('_:')) {
    throw invalid('Expected no labelled blank node. Leave the id out.');
  }
}

/** An IRI that is empty, or has the form of a keyword, disappears without a word in safe mode too. */
function namesNothing(member: unknown, depth = 0): boolean {
  if (typeof member === 'string') return /^(?:@[A-Za-z]+)?$/.test(member);
  return (
    Array.isArray(member) &&
    depth <= MAX_DEPTH &&
    member.some((value) => namesNothing(value, depth + 1))
  );
}

function unknownContext(message: string): ClaimsError {
  return new ClaimsError('unknown_context', message);
}

function invalid(message: string): ClaimsError {
  return new ClaimsError('invalid_document', message);
}
