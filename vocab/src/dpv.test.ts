import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Parser, Store } from 'n3';
import { describe, expect, it } from 'vitest';
import { euGdpr } from './eu-gdpr.ts';
import { DPV, EU_GDPR, RDF_TYPE } from './namespaces.ts';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const kit = fileURLToPath(new URL('../../', import.meta.url));
const text = readFileSync(new URL('../dpv/dpv-2.3-terms.ttl', import.meta.url), 'utf8');
const prefixes: Record<string, string> = {};
const snapshot = new Store(
  new Parser().parse(text, null, (prefix, iri) => {
    prefixes[prefix] = iri.value;
  }),
);
const known = new Set(
  snapshot.getSubjects(`${SKOS}prefLabel`, null, null).map((subject) => subject.value),
);
const constants: Record<string, string> = { DPV, EU_GDPR };
const dpvPrefixes = Object.keys(prefixes).filter((name) =>
  prefixes[name]?.startsWith(DPV.slice(0, -1)),
);

/** DPV terms written as IRI, as prefixed name or with a constant; names that are completed elsewhere are not seen. */
function dpvTermsIn(source: string): string[] {
  const name = '([A-Za-z][\\w-]*)(?![\\w*$-]|-\\*)';
  const written = [
    [new RegExp(`(https://w3id\\.org/dpv(?:/[\\w/-]+)?#)${name}`, 'g'), (base: string) => base],
    [
      new RegExp(`(?<![\\w.-])(${dpvPrefixes.join('|')}):${name}`, 'g'),
      (prefix: string) => prefixes[prefix],
    ],
    [
      new RegExp(`\\{(${Object.keys(constants).join('|')})\\}${name}`, 'g'),
      (constant: string) => constants[constant],
    ],
  ] as const;
  return written.flatMap(([pattern, base]) =>
    [...source.matchAll(pattern)].map(([, start = '', term = '']) => `${base(start)}${term}`),
  );
}

// tests may misspell on purpose
const sources = globSync(
  [
    'vocab/{terms.ttl,terms/*.ttl,shapes/**/*.ttl,contexts/*.json,examples/**/*.{json,jsonld,ttl},src/**/*.ts}',
    '{packages,apps}/*/src/**/*.{ts,tsx,ttl,json}',
  ],
  { cwd: kit, exclude: ['**/node_modules/**', '**/*.test.{ts,tsx}'] },
);

describe('the snapshot of DPV 2.3', () => {
  it('has a type and one English label for each term', () => {
    for (const iri of known) {
      const labels = snapshot.getObjects(iri, `${SKOS}prefLabel`, null);
      expect(
        labels.map((label) => label.termType === 'Literal' && label.language),
        iri,
      ).toEqual(['en']);
      expect(snapshot.getObjects(iri, RDF_TYPE, null), iri).toHaveLength(1);
    }
  });

  it('has the parents and types of its terms too', () => {
    const named = [
      ...snapshot.getObjects(null, `${SKOS}broader`, null),
      ...snapshot.getObjects(null, RDF_TYPE, null),
    ]
      .map((parent) => parent.value)
      .filter((iri) => iri.startsWith(DPV.slice(0, -1)));
    expect(named.filter((iri) => !known.has(iri))).toEqual([]);
  });

  it.each([
    ['A6-1-a', '7-3 13 14 15 16 17 18 20 22 77'],
    ['A6-1-b', '13 14 15 16 17 18 20 22 77'],
    ['A6-1-c', '13 15 16 18 77'],
    ['A6-1-d', '13 14 15 16 17 18 22 77'],
    ['A6-1-e', '13 14 15 16 18 21 22 77'],
    ['A6-1-f', '13 14 15 16 17 18 21 22 77'],
  ])('gives %s and its narrower terms the rights %s', (basis, articles) => {
    const expected = articles.split(' ').map((article) => `${EU_GDPR}A${article}`);
    const bases = [...known].filter(
      (iri) => iri === EU_GDPR + basis || iri.startsWith(`${EU_GDPR}${basis}-`),
    );
    for (const iri of bases) {
      const rights = snapshot.getObjects(iri, `${DPV}hasRight`, null).map((right) => right.value);
      expect(new Set(rights), iri).toEqual(new Set(expected));
    }
  });

  it('has every term that is a constant', () => {
    expect(Object.values(euGdpr).filter((iri) => !known.has(iri))).toEqual([]);
  });

  it('has every DPV term in the source of the kit', () => {
    const unknown = sources.flatMap((file) =>
      dpvTermsIn(readFileSync(`${kit}${file}`, 'utf8'))
        .filter((iri) => !known.has(iri))
        .map((iri) => `${file}: ${iri}`),
    );
    expect(sources.length).toBeGreaterThan(100);
    expect(unknown).toEqual([]);
  });

  it.each([
    `purpose: '${DPV}ServiceProvison'`,
    `"${EU_GDPR}A6-1-g"`,
    'skos:closeMatch pd:Incom ;',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    'const basis = `${EU_GDPR}A6-1-ee`;',
  ])('misses a misspelt term: %s', (source) => {
    const terms = dpvTermsIn(source);
    expect(terms).toHaveLength(1);
    expect(terms.filter((iri) => known.has(iri))).toEqual([]);
  });

  it.each([
    'one `eu-gdpr:A6-1-*` IRI',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    'return `${EU_GDPR}A9-2-${letter}`;',
  ])('lets a name that is not complete pass: %s', (source) => {
    expect(dpvTermsIn(source)).toEqual([]);
  });
});
