// The part of rdf-canonize 5 that is used here; the package ships no types.
declare module 'rdf-canonize' {
  import type { Quad } from '@rdfjs/types';

  interface CanonizeOptions {
    algorithm: 'RDFC-1.0';
    /** Bounds the work on blank nodes that look alike: n to this power. */
    maxWorkFactor?: number;
    signal?: AbortSignal;
  }
  export function canonize(dataset: Iterable<Quad>, options: CanonizeOptions): Promise<string>;
}
