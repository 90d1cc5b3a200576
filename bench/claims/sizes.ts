function sizeOf(name: string, otherwise: number): number {
  const size = Number(process.env[name] ?? otherwise);
  if (!Number.isInteger(size) || size < 1) {
    throw new TypeError(`Expected a whole number above 0 as ${name}.`);
  }
  return size;
}

/** Credentials of one question. */
export const CREDENTIALS = sizeOf('BENCH_CREDENTIALS', 10_000);
/** Credentials of the longest stream. */
export const STREAMED = sizeOf('BENCH_STREAMED', 100_000);
export const ROUNDS = sizeOf('BENCH_ROUNDS', 5);
/** Peers are ten times slower: they get every tenth, and are judged by what one takes. */
export const PEER_PART = 10;
