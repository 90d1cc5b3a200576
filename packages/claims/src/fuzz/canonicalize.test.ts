import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { canonicalizeInBothOrders } from '../canonicalize/canonicalize.ts';
import { joinByUnit } from '../canonicalize/join-lines.ts';
import { writeCanonical } from '../canonicalize/write-canonical.ts';
import { expandAndCompile } from '../expand/expand.ts';
import { readLines } from '../nquads/read-lines.ts';
import { platformCrypto } from '../proof/platform-crypto.ts';
import { mutatedCredentials } from './mutated-credentials.ts';

const RUNS = 200_000 * Number(process.env['FUZZ_FACTOR'] ?? 1);
const seed = process.env['FUZZ_SEED'];
const options = { numRuns: RUNS, ...(seed !== undefined && { seed: Number(seed) }) };

const count = { fast: 0, general: 0 };

describe('the compiled expansion', () => {
  it(`writes what jsonld and rdf-canonize write, or nothing, of ${RUNS} mutated credentials`, async () => {
    await fc.assert(
      fc.asyncProperty(mutatedCredentials, async (text) => {
        const document = JSON.parse(text);
        const expansion = await expandAndCompile(document);
        const byUnit = expansion && writeCanonical(expansion, platformCrypto.hashNow, joinByUnit);
        if (expansion === undefined || byUnit === undefined) {
          count.general++;
          return;
        }
        count.fast++;
        const general = await canonicalizeInBothOrders(document);
        expect(byUnit).toBe(general.byUnit);
        const canonical = writeCanonical(expansion, platformCrypto.hashNow);
        expect(canonical).toBe(general.byCodePoint);
        expect(readLines(canonical ?? 'none')).toHaveLength(byUnit.split('\n').length - 1);
      }),
      options,
    );
  });

  afterAll(() => {
    // Else the comparison says little.
    expect(count.fast / (count.fast + count.general)).toBeGreaterThan(0.2);
  });
});
