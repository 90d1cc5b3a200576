// The part of rdf-canonize 5 that is used here; the package ships no types.
declare module 'rdf-canonize' {
  export function canonize(
    dataset: Iterable<object>,
    options: { algorithm: 'RDFC-1.0'; maxWorkFactor?: number },
  ): Promise<string>;
}
