/**
 * How often a property is tried. The seed is fixed, so that a run can be repeated; `FUZZ_SEED` gives another, and
 * `FUZZ_FACTOR` more cases.
 */
export function cases(numRuns: number): { readonly numRuns: number; readonly seed: number } {
  const { FUZZ_SEED = '20261122', FUZZ_FACTOR = '1' } = process.env;
  return { numRuns: Math.ceil(numRuns * Number(FUZZ_FACTOR)), seed: Number(FUZZ_SEED) };
}
