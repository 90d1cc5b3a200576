import { ClaimsError } from '../errors.ts';
import { hasTermFor, type Vocabulary, vocabularyOf } from './vocabulary.ts';

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
  checkValue(members, vocabularyOf(context), 0);
}

function checkValue(value: unknown, vocabulary: Vocabulary, depth: number): void {
  if (depth > MAX_DEPTH) throw invalid(`Expected at most ${MAX_DEPTH} levels.`);
  if (value === null)
    throw invalid('Expected no null: JSON-LD would drop it. Leave the member out.');
  if (Array.isArray(value)) {
    for (const item of value) checkValue(item, vocabulary, depth + 1);
  } else if (typeof value === 'object') {
    for (const key of Object.keys(value as object)) {
      const member = (value as Readonly<Record<string, unknown>>)[key];
      if (!vocabulary.plain.has(key)) checkKey(key, member, vocabulary);
      checkValue(member, vocabulary, depth + 1);
    }
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
