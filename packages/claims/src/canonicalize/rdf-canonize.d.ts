// The part of rdf-canonize 5 that is used here; the package ships no types.
declare module 'rdf-canonize' {
  import type { Quad } from '@rdfjs/types';

  interface CanonizeOptions {
    algorithm: 'RDFC-1.0';
    /** Bounds the work on blank nodes that look alike: n to this power. */
    maxWorkFactor?: number;
    signal?: AbortSignal;
    /** For a text instead of a dataset. Its labels must not start with `c14n`. */
    inputFormat?: 'application/n-quads';
    /** Is given the labels of the answer by those of the text. */
    canonicalIdMap?: Map<string, string>;
    messageDigestAlgorithm?: 'SHA-256' | 'SHA-384';
  }
  export function canonize(
    dataset: Iterable<Quad> | string,
    options: CanonizeOptions,
  ): Promise<string>;
}
