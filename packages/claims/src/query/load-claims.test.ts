import { g, prov } from '@grondslag/vocab';
import { Parser, Store, Writer } from 'n3';
import { describe, expect, it } from 'vitest';
import type { DictionaryStore } from '../store/dictionary-store.ts';
import { readProvenance } from '../store/provenance.ts';
import { createRdfSource } from '../store/rdf-source.ts';
import { factory } from '../store/written-term.ts';
import { claimText } from '../test-support/claim-text.ts';
import { loadClaims } from './load-claims.ts';

const { namedNode, literal, blankNode, defaultGraph, variable } = factory;

const canonical = [
  '<urn:a> <urn:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .',
  '<urn:a> <urn:p> "een \\"woord\\" . <urn:x>\\\\" .',
  '<urn:a> <urn:p> "regel\\nregel\\u0007" .',
  '<urn:a> <urn:p> "tekst"@NL-nl .',
  '<urn:a> <urn:q> _:c14n0 .',
  '_:c14n0 <urn:p> <urn:a> .',
  '_:c14n0 <urn:p> _:c14n1 .',
  '_:c14n1 <urn:p> "\u{1f600}\ue000" .',
].join('\n');

/** Statements of one graph as n3 writes them, blank nodes by order of appearance. */
function written(quads: Iterable<Parameters<Store['addQuad']>[0]>): Set<string> {
  const labels = new Map<string, string>();
  const writer = new Writer({ format: 'N-Quads' });
  return new Set(
    [...quads].map(({ subject, predicate, object }) =>
      writer
        .quadToString(subject, predicate, object, defaultGraph() as never)
        .replace(/_:(\w+)/g, (label) => {
          labels.set(label, labels.get(label) ?? `_:${labels.size}`);
          return labels.get(label) as string;
        }),
    ),
  );
}

async function inGraph(store: DictionaryStore, graph: string) {
  const found = createRdfSource(store).match(undefined, undefined, undefined, namedNode(graph));
  return (await found.toArray()) as never[];
}

describe(loadClaims, () => {
  it.each([
    ['canonical text', `${canonical}\n`],
    [
      'escapes that need not be',
      '<urn:a> <urn:p> "\\u0041"^^<http://www.w3.org/2001/XMLSchema#string> .\n',
    ],
    ['nothing', ''],
  ])('holds the statements that n3 reads: %s', async (_, text) => {
    const claim = claimText(text);
    const store = loadClaims([claim]);
    const expected = new Store(new Parser({ format: 'N-Quads' }).parse(text));
    expect(written(await inGraph(store, claim.graph))).toEqual(written(expected));
  });

  it.each([
    '<urn:a> <urn:p>',
    '<urn:a> <urn:p> "x" .',
    '<urn:a>  <urn:p>  "x" .\n',
    '# text\n',
    '<urn:a> <urn:p> "x',
    '<urn:a> "p" "x" .\n',
    '<urn:a <urn:p> "x" .\n',
  ])('throws when a text is not canonical N-Quads: %s', (text) => {
    expect(() => loadClaims([claimText(text)])).toThrow();
  });

  it('finds each statement again by each of its terms', async () => {
    const claim = claimText(`${canonical}\n`);
    const source = createRdfSource(loadClaims([claim]));
    const all = await source.match().toArray();
    expect(all).toHaveLength(8 + 7);
    for (const { subject, predicate, object, graph } of all) {
      expect(source.countQuads(subject, predicate, object, graph)).toBe(1);
      expect(source.countQuads(subject, null, object, null)).toBeGreaterThan(0);
      expect(source.countQuads(null, predicate, null, graph)).toBeGreaterThan(0);
    }
    expect(source.countQuads(null, null, literal('regel\nregel\u0007'))).toBe(1);
    expect(source.countQuads(null, null, literal('tekst', 'nl-NL'))).toBe(1);
    expect(source.countQuads(null, null, literal('tekst'))).toBe(0);
    expect(source.countQuads(blankNode('c14n0'))).toBe(0);
    expect(source.countQuads(blankNode('b999999'))).toBe(0);
    expect(source.countQuads(namedNode('urn:other'))).toBe(0);
  });

  it('binds a variable that stands twice to equal terms only', async () => {
    const source = createRdfSource(
      loadClaims([claimText('<urn:a> <urn:p> <urn:a> .\n<urn:a> <urn:p> <urn:b> .\n')]),
    );
    const rows = source.matchBindings(
      { bindings: (entries) => entries as never },
      variable('x'),
      variable('p'),
      variable('x'),
      variable('g'),
    );
    expect(await rows.toArray()).toHaveLength(1);
  });

  it('gives each credential blank nodes of its own', async () => {
    const [one, other] = ['<urn:1>', '<urn:2>'].map((type) =>
      claimText(`_:c14n0 <urn:p> ${type} .\n`),
    );
    const store = loadClaims([one as never, other as never]);
    const labels = (await createRdfSource(store).match(null, namedNode('urn:p')).toArray()).map(
      ({ subject }) => subject.value,
    );
    expect(new Set(labels).size).toBe(2);
  });

  it('loads a credential once, and says each address it was read at', async () => {
    const claim = claimText(`${canonical}\n`);
    const copy = { ...claim, resource: 'https://vault.example/copy' };
    const store = loadClaims([claim, copy, claim]);
    expect(store.size).toBe(8 + 7 + 1);
    const source = createRdfSource(store);
    const count = (iri: string) => source.countQuads(namedNode(claim.graph), namedNode(iri));
    expect([count(prov.hadPrimarySource), count(g.credential)]).toEqual([2, 1]);
  });

  it('vouches for a credential that was verified twice at the earlier instant', () => {
    const claim = claimText(`${canonical}\n`);
    const later = { ...claim, holdsAt: '2026-03-02T00:00:00.000Z' };
    const store = loadClaims([later, claim]);
    const graph = store.idOfWritten(`<${claim.graph}>`) as number;
    expect(readProvenance(store, graph).holdsAt).toEqual(new Date(claim.holdsAt));
  });

  it.each([
    '<urn:g> <urn:p> "x" <urn:g> .\n',
    '<urn:g> <urn:p> <urn:o> _:c14n0 .\n',
    '<urn:g> <urn:p> "x"@nl <urn:g> .\n<urn:z> <urn:p> "1"^^<urn:d> <urn:g> .\n',
  ])('drops statements that name a graph: %s', (text) => {
    const store = loadClaims([claimText(`<urn:a> <urn:p> "kept" .\n${text}`)]);
    expect(store.size).toBe(1 + 7);
  });

  it('adds to a store that was asked before', async () => {
    const store = loadClaims([claimText('<urn:a> <urn:p> "1" .\n')]);
    const source = createRdfSource(store);
    expect(source.countQuads(null, namedNode('urn:p'))).toBe(1);
    loadClaims([claimText('<urn:b> <urn:p> "1" .\n')], store);
    expect(source.countQuads(null, namedNode('urn:p'))).toBe(2);
    expect(source.countQuads(namedNode('urn:b'))).toBe(1);
  });
});
