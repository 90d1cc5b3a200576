import { globSync, readFileSync } from 'node:fs';
import { Parser, Store } from 'n3';
import { describe, expect, it } from 'vitest';
import { g } from './iris.ts';
import { GRONDSLAG, RDF_TYPE } from './namespaces.ts';

const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const folder = new URL('../', import.meta.url);
const files = globSync('{terms.ttl,terms/*.ttl}', { cwd: folder });
const terms = new Store(
  files.flatMap((file) => new Parser().parse(readFileSync(new URL(file, folder), 'utf8'))),
);
const defined = terms
  .getSubjects(`${RDFS}isDefinedBy`, GRONDSLAG, null)
  .map((subject) => subject.value);

describe('terms.ttl and terms/', () => {
  it('defines exactly the terms that are constants', () => {
    expect(new Set(defined)).toEqual(new Set(Object.values(g)));
    expect(defined).toHaveLength(Object.values(g).length);
  });

  it('says nothing about other terms, but the vocabulary itself', () => {
    const subjects = terms.getSubjects(null, null, null).map((subject) => subject.value);
    expect(new Set(subjects)).toEqual(new Set([...defined, GRONDSLAG]));
  });

  it('names class-like terms with a capital, properties without', () => {
    const kinds = defined.map(
      (iri) => terms.getObjects(iri, RDF_TYPE, null)[0]?.value.split('#')[1],
    );
    expect(kinds).toEqual(defined.map((iri) => (/#[A-Z]/.test(iri) ? 'Class' : 'Property')));
  });

  it('matches classes with classes and properties with properties', () => {
    const links = ['exactMatch', 'closeMatch', 'broadMatch']
      .map((name) => `http://www.w3.org/2004/02/skos/core#${name}`)
      .concat(`${RDFS}subClassOf`, `${RDFS}subPropertyOf`)
      .flatMap((property) => terms.getQuads(null, property, null, null));
    const isClass = (iri: string) => /[#/][A-Z][^#/]*$/.test(iri);
    const unlike = links.filter(
      ({ subject, object }) => isClass(subject.value) !== isClass(object.value),
    );
    expect(unlike.map(({ subject }) => subject.value)).toEqual([]);
    for (const name of ['https://w3id.org/dpv', 'http://www.w3.org/ns/odrl/2/']) {
      expect(links.some(({ object }) => object.value.startsWith(name))).toBe(true);
    }
  });

  it.each(Object.values(g))('labels and explains %s in Dutch and English', (iri) => {
    for (const property of ['label', 'comment']) {
      const texts = terms.getObjects(iri, `${RDFS}${property}`, null);
      const languages = texts.map((text) => (text.termType === 'Literal' ? text.language : ''));
      expect(languages).toHaveLength(2);
      expect(new Set(languages)).toEqual(new Set(['en', 'nl']));
      expect(texts.every((text) => text.value.trim().length > 2)).toBe(true);
    }
  });
});
