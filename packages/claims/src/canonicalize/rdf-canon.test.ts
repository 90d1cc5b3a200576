import { describe, expect, it } from 'vitest';
import { canonicalizeLines } from '../forms/canonicalize-lines.ts';
import { readRdf } from '../forms/read-rdf.ts';
import { readLines } from '../nquads/read-lines.ts';
import tests from '../test-support/rdf-canon/tests.json' with { type: 'json' };

describe('tests of the W3C for RDFC-1.0', () => {
  it.each(tests.map((test) => [test.id, test.name, test] as const))(
    '%s: %s',
    async (_, __, { input, canonical }) => {
      expect(await canonicalizeLines((await readRdf(input, 'text/turtle')) ?? [])).toBe(canonical);
      expect(readLines(canonical)).toHaveLength(canonical.split('\n').length - 1);
    },
  );

  it.each(tests.map((test) => [test.id, test] as const))(
    '%s, with the labels of the answer given to other nodes',
    async (_, { input, canonical }) => {
      const relabelled = input.replaceAll(
        /_:e(\d+)/g,
        (__, number) => `_:c14n${11 - Number(number)}`,
      );
      expect(await canonicalizeLines((await readRdf(relabelled, 'text/turtle')) ?? [])).toBe(
        canonical,
      );
    },
  );
});
