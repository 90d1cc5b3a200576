import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DPV, EU_GDPR, RDF_TYPE } from '@grondslag/vocab';
import { Parser, Store } from 'n3';
import { describe, expect, it } from 'vitest';
import { article6, article6Iri, article6Letters, article6Of } from '../law/article-6.ts';
import { article9Iri, article9Letters } from '../law/article-9.ts';
import { rightsFor } from './rights-for.ts';

const file = createRequire(import.meta.url).resolve('@grondslag/vocab/dpv/dpv-2.3-terms.ttl');
const dpv = new Store(new Parser().parse(readFileSync(file, 'utf8')));
const bases = article6Letters.flatMap((letter) => [
  article6Iri(letter),
  ...article6[letter].narrower.map((part) => `${article6Iri(letter)}-${part}`),
]);

/** DPV names an article; the kit says "13-14", "21(1)", "7(3)". */
function dpvTermsOf(article: string): string[] {
  return article
    .split('-')
    .map((part) => `${EU_GDPR}A${part.replace(/^7\(3\)$/, '7-3').replace(/\(.*/, '')}`);
}

describe('DPV 2.3', () => {
  it.each([...bases, ...article9Letters.map(article9Iri)])('knows %s as a legal basis', (iri) => {
    expect(dpv.countQuads(iri, RDF_TYPE, `${DPV}LegalBasis`, null)).toBe(1);
  });

  it('has no basis of Article 6(1) that the kit does not know', () => {
    const known = dpv.getSubjects(`${DPV}hasRight`, null, null).map(({ value }) => value);
    expect(new Set(known)).toEqual(new Set(bases));
  });

  // The mapping is a lower bound: what it leaves out may still be a right.
  it.each(bases)('gives no right with %s that the kit does not give', (iri) => {
    const letter = article6Of(iri);
    if (letter === undefined) throw new Error(`expected a basis of Article 6(1), got ${iri}`);
    const context = { providedByCitizen: true, automatedDecision: true, directMarketing: false };
    const ours = rightsFor(letter, { ...context, objection: 'none' })
      .filter(({ available }) => available !== 'no')
      .flatMap(({ article }) => dpvTermsOf(article));
    const theirs = dpv.getObjects(iri, `${DPV}hasRight`, null).map(({ value }) => value);
    expect(theirs.length).toBeGreaterThan(4);
    expect(theirs.filter((right) => !ours.includes(right))).toEqual([]);
  });
});
