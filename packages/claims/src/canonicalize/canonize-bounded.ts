/// <reference path="./rdf-canonize.d.ts" />
import type { Quad } from '@rdfjs/types';

const MAX_MILLISECONDS = 2_000;

/** Hashes for the labels of blank nodes. RDFC-1.0 takes SHA-256 where nobody says otherwise. */
export type LabelHash = 'SHA-256' | 'SHA-384';

/**
 * RDFC-1.0 by rdf-canonize, with an end to the work on blank nodes that look alike.
 *
 * rdf-canonize 5.0.0 sorts by UTF-16 unit, writes a statement as often as it gets it, and keeps a label that
 * starts with `c14n` as it came: no label from outside may be in here.
 *
 * @param statements a dataset, or N-Quads
 * @throws {Error} when it takes too much work
 * @see {@link https://www.w3.org/TR/rdf-canon/#dataset-poisoning | RDF Dataset Canonicalization, 7.1}
 */
export async function canonizeBounded(
  statements: Iterable<Quad> | string,
  hash: LabelHash = 'SHA-256',
): Promise<string> {
  const { canonize } = await import('rdf-canonize');
  return await canonize(statements, {
    algorithm: 'RDFC-1.0',
    ...(typeof statements === 'string' ? { inputFormat: 'application/n-quads' } : {}),
    messageDigestAlgorithm: hash,
    maxWorkFactor: 3,
    signal: AbortSignal.timeout(MAX_MILLISECONDS),
  });
}
