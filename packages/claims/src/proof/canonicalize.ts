/// <reference path="./rdf-canonize.d.ts" />
import { contexts } from '@grondslag/vocab';
import jsonld from 'jsonld';
import { canonize } from 'rdf-canonize';
import { ClaimsError } from '../errors.ts';
import { checkDocument } from './check-document.ts';

const MAX_CANONICALIZATION_MILLISECONDS = 2_000;
const HAS_SURROGATE = /[\uD800-\uDFFF]/;

const options = {
  base: null,
  safe: true,
  rdfDirection: 'i18n-datatype',
  produceGeneralizedRdf: false,
  documentLoader: async (url: string) => {
    const document = contexts.get(url);
    if (!document) throw new ClaimsError('unknown_context', `Not a pinned context: ${url}`);
    // `static`: jsonld may keep the processed context for the life of the process.
    return { contextUrl: null, documentUrl: url, document, tag: 'static' };
  },
};

/**
 * The RDF that a JSON-LD document says, as canonical N-Quads (RDFC-1.0 with SHA-256).
 *
 * Contexts come from the closed list of `@grondslag/vocab`, never from the network. A term without a
 * definition, or a relative IRI, is an error: it would not be under the signature.
 *
 * @throws {ClaimsError} `undefined_term`, `unknown_context` or `invalid_document`
 * @see {@link https://www.w3.org/TR/rdf-canon/#canon-algorithm | RDF Dataset Canonicalization, 4.4}
 */
export async function canonicalize(document: object): Promise<string> {
  checkDocument(document);
  return await canonicalizeChecked(document);
}

/** As `canonicalize`, of a document that `checkDocument` has accepted. */
export async function canonicalizeChecked(document: object): Promise<string> {
  try {
    // toRDF gives blank nodes labels of its own. That matters: rdf-canonize 5.0.0 keeps a label that starts
    // with `c14n` as it came, so a label chosen by a stranger must never reach it.
    const dataset = await jsonld.toRDF(document, options as object);
    const canonical = await canonize(dataset as never, {
      algorithm: 'RDFC-1.0',
      maxWorkFactor: 3,
      signal: AbortSignal.timeout(MAX_CANONICALIZATION_MILLISECONDS),
    });
    return HAS_SURROGATE.test(canonical) ? sortByCodePoint(canonical) : canonical;
  } catch (cause) {
    throw toClaimsError(cause);
  }
}

/** RDFC-1.0 sorts by code point, rdf-canonize by UTF-16 unit; they differ only outside the basic plane. */
function sortByCodePoint(canonical: string): string {
  const encoder = new TextEncoder();
  const lines = canonical.split('\n').slice(0, -1);
  const keyed = lines.map((line) => ({ line, bytes: encoder.encode(line) }));
  keyed.sort((a, b) => compareBytes(a.bytes, b.bytes));
  return keyed.map(({ line }) => `${line}\n`).join('');
}

// UTF-8 keeps the order of code points.
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function toClaimsError(cause: unknown): ClaimsError {
  if (cause instanceof ClaimsError) return cause;
  const event = (
    cause as { details?: { event?: { code?: unknown; details?: { property?: unknown } } } }
  ).details?.event;
  if (event?.code === 'invalid property') {
    return new ClaimsError(
      'undefined_term',
      `Expected only terms that a context defines, got ${JSON.stringify(String(event.details?.property).slice(0, 100))}. Add its context, or use an absolute IRI.`,
      { cause },
    );
  }
  const why = typeof event?.code === 'string' ? `: ${event.code}` : '';
  return new ClaimsError('invalid_document', `Expected JSON-LD that says RDF completely${why}.`, {
    cause,
  });
}
