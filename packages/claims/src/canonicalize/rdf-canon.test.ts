/// <reference path="./rdf-canonize.d.ts" />
import { canonize } from 'rdf-canonize';
import { describe, expect, it } from 'vitest';
import { ClaimsError } from '../errors.ts';
import { canonicalizeLines } from '../forms/canonicalize-lines.ts';
import { readRdf } from '../forms/read-rdf.ts';
import type { Line } from '../nquads/line.ts';
import { readLines } from '../nquads/read-lines.ts';
import tests from '../test-support/rdf-canon/tests.json' with { type: 'json' };
import { canonicalizeInGeneral } from './canonicalize-in-general.ts';
import { canonizeBounded, type LabelHash } from './canonize-bounded.ts';

/** N-Quads with graphs are not TriG: there the name of a graph stands before its statements. */
async function read(nquads: string): Promise<readonly Line[]> {
  const trig = nquads.replaceAll(
    /^(\S+ \S+ (?:<\S*>|_:\S+|".*"\S*)) +(<\S*>|_:\S+) \.$/gm,
    '$2 { $1 }',
  );
  return (await readRdf(trig, 'application/trig')) ?? [];
}

/** The labels of the answer, given to other nodes. */
function relabel(nquads: string): string {
  const labels = [...new Set(nquads.match(/(?<=_:)\w+/g))];
  return nquads.replaceAll(
    /(?<=_:)\w+/g,
    (label) => `c14n${labels.length - labels.indexOf(label)}`,
  );
}

/** In test060: an IRI with a no-break space, which we do not read because jsonld does not. */
const UNREAD = /^.*<urn:ex:020>.*\n/m;

const cases = tests.map(({ id, name, input, canonical, hash }) => ({
  title: `${id}: ${name}`,
  input: input.replace(UNREAD, ''),
  canonical: canonical.replace(UNREAD, ''),
  hash: hash as LabelHash | undefined,
}));

describe('tests of the W3C for RDFC-1.0, by rdf-canonize as we call it', () => {
  it.each(cases)('$title', async ({ input, canonical, hash }) => {
    expect(await canonicalizeInGeneral(await read(input), hash)).toBe(canonical);
    expect(await canonicalizeInGeneral(await read(relabel(input)), hash)).toBe(canonical);
    expect(readLines(canonical)).toHaveLength(canonical.split('\n').length - 1);
  });
});

it('does not read one statement of test060, which rdf-canonize does', async () => {
  const { input, canonical } = tests.find(({ id }) => id === 'test060c') as (typeof tests)[number];
  const [unread = ''] = input.match(UNREAD) ?? [];
  expect(await readRdf(unread, 'text/turtle')).toBeUndefined();
  expect(await canonizeBounded(input)).toBe(canonical);
});

describe('those without graphs, by our labels where they suffice', () => {
  const withoutGraphs = cases.filter(
    ({ hash, canonical }) => !hash && readLines(canonical)?.every(({ graph }) => graph === ''),
  );

  it.each(withoutGraphs)('$title', async ({ input, canonical }) => {
    expect(await canonicalizeLines(await read(input))).toBe(canonical);
    expect(await canonicalizeLines(await read(relabel(input)))).toBe(canonical);
  });
});

describe('tests of the W3C for the labels issued', () => {
  const mapTests =
    '003 004 005 016 017 018 020 030 047 048 053 055 056 057 060 063 070 071 072 073 075'.split(
      ' ',
    );

  it.each(mapTests)('test%sm', async (number) => {
    const { input, canonical, hash } = cases.find(({ title }) =>
      title.startsWith(`test${number}c:`),
    ) as (typeof cases)[number];
    const canonicalIdMap = new Map<string, string>();
    await canonize(input, {
      algorithm: 'RDFC-1.0',
      inputFormat: 'application/n-quads',
      canonicalIdMap,
      ...(hash && { messageDigestAlgorithm: hash }),
    });
    // Only one naming of the nodes leads to the published form, so that is the published map.
    expect(namings(input, canonical)).toEqual([Object.fromEntries(canonicalIdMap)]);
  });
});

/** All ways to name the blank nodes of a text that make it say what another says. */
function namings(input: string, canonical: string): Record<string, string>[] {
  const labels = [...new Set(input.match(/(?<=_:)\w+/g))];
  if (labels.length === 0) return [{}];
  const lines = new Set(canonical.split('\n'));
  return permutations(labels.map((_, at) => `c14n${at}`))
    .map((names) => Object.fromEntries(labels.map((label, at) => [label, names[at] as string])))
    .filter((named) =>
      input.split('\n').every((line) => {
        const renamed = line.replaceAll(/(?<=_:)\w+/g, (label) => named[label] as string);
        return lines.has(renamed.replaceAll(/ +/g, ' '));
      }),
    );
}

function permutations(items: readonly string[]): string[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

describe('test074c: ten blank nodes, each with all in one relation', () => {
  const nodes = Array.from({ length: 10 }, (_, at) => `_:e${at}`);
  const clique = nodes.flatMap((subject) =>
    nodes.map((object) => ({ subject, predicate: '<http://example.com/p>', object, graph: '' })),
  );

  it('is refused', async () => {
    await expect(canonicalizeLines(clique)).rejects.toThrow(ClaimsError);
  });

  it.each(['SHA-256', 'SHA-384'] as const)('is refused with %s', async (hash) => {
    await expect(canonicalizeInGeneral(clique, hash)).rejects.toThrow(/deep iterations/);
  });
});

it('refuses half a character: another text would have its hash', async () => {
  const predicate = '<http://example.com/p>';
  const lines = ['"\uD800"', '"\uD801"'].map((object) => ({
    subject: '<http://example.com/s>',
    predicate,
    object,
    graph: '',
  }));
  await expect(canonicalizeLines(lines)).rejects.toThrow(ClaimsError);
});
