import type { Quad } from '@rdfjs/types';
import { ClaimsError } from '../errors.ts';
import { HAS_SURROGATE } from '../nquads/compare-code-points.ts';
import { platformCrypto } from '../proof/platform-crypto.ts';
import { canonizeBounded } from './canonize-bounded.ts';
import { checkDocument } from './check-document.ts';
import { contextOptions } from './context-resolver.ts';
import { type Contexts, shippedContexts } from './contexts.ts';
import { expansionOf } from './expansion-of.ts';
import { joinByCodePoint } from './join-lines.ts';
import { writeCanonical } from './write-canonical.ts';

const options = {
  base: null,
  safe: true,
  rdfDirection: 'i18n-datatype',
  produceGeneralizedRdf: false,
};

/**
 * The RDF that a JSON-LD document says, as canonical N-Quads (RDFC-1.0 with SHA-256).
 *
 * Contexts come from a closed list, that of `@grondslag/vocab` when left out, never from the network. A term without a
 * definition, or a relative IRI, is an error: it would not be under the signature.
 *
 * @throws {ClaimsError} `undefined_term`, `unknown_context` or `invalid_document`
 * @see {@link https://www.w3.org/TR/rdf-canon/#canon-algorithm | RDF Dataset Canonicalization, 4.4}
 */
export async function canonicalize(
  document: object,
  contexts: Contexts = shippedContexts,
): Promise<string> {
  checkDocument(document, contexts);
  return await canonicalizeChecked(document, contexts);
}

/** As `canonicalize`, of a document that `checkDocument` has accepted. */
export async function canonicalizeChecked(
  document: object,
  contexts: Contexts = shippedContexts,
): Promise<string> {
  return (await canonicalizeInBothOrders(document, contexts)).byCodePoint;
}

/** Canonical N-Quads in the order of RDFC-1.0, and in that of libraries that sort as JavaScript does. */
export interface BothOrders {
  readonly byCodePoint: string;
  readonly byUnit: string;
}

/** As `canonicalizeChecked`. The two differ only in documents with characters outside the basic plane. */
export async function canonicalizeInBothOrders(
  document: object,
  contexts: Contexts = shippedContexts,
): Promise<BothOrders> {
  // Most programs never need it: the compiled expansion comes first.
  const [{ default: jsonld }, found] = await Promise.all([
    import('jsonld'),
    contextOptions(contexts),
  ]);
  try {
    // toRDF gives blank nodes labels of its own, so none that a stranger chose reaches rdf-canonize.
    const toRdf = { ...options, ...found } as object;
    const dataset = once((await jsonld.toRDF(document, toRdf)) as Quad[]);
    const byUnit = await canonizeBounded(dataset);
    // Half a character is hashed as U+FFFD: two documents would have one hash.
    if (!byUnit.isWellFormed()) throw new Error('half a character');
    return {
      byUnit,
      byCodePoint: HAS_SURROGATE.test(byUnit) ? orderAnew(dataset, byUnit) : byUnit,
    };
  } catch (cause) {
    throw toClaimsError(cause);
  }
}

/** rdf-canonize writes a statement as often as it gets it. */
function once(dataset: readonly Quad[]): readonly Quad[] {
  return [...new Map(dataset.map((quad) => [JSON.stringify(quad), quad])).values()];
}

/** The order counts in the labels of blank nodes too. Where those are hard to tell apart, it does so in the lines only. */
function orderAnew(dataset: readonly Quad[], canonical: string): string {
  const expansion = expansionOf(dataset);
  return (
    (expansion && writeCanonical(expansion, platformCrypto.hashNow)) ??
    joinByCodePoint(canonical.split(/(?<=\n)/))
  );
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
