import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLAIMS_V1, contexts, LEGAL_BASIS_V1, WORK_V1 } from './contexts.ts';
import { g } from './iris.ts';

/**
 * A context decides what a signature covers. Changing one would change, or break, every credential that uses
 * it, so the bytes are pinned; `contexts/README.md` says where each came from.
 */
const digests: Record<string, string> = {
  'claims-v1.json': 'af58691ab6a236aab120dcd0a84f582658b5d93372eccb4c84589045e13719d3',
  'credentials-v1.json': '00d7dd6d3ad8b920e3e550dd3a3d9090bffcac84cdbf943da6924b3e0a5c8bb8',
  'credentials-v2.json': '8a9f494a89ecc51db093e90e84713e07e84d6d9204364a9b3c7868b21751236f',
  'data-integrity-v1.json': 'b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554',
  'data-integrity-v2.json': '0f77743daf5b4e8fc067fc5ba5b21044283053aa717fc6b0219843bed3b00363',
  'inrupt-credentials-v1.json': '59b98c422c50f567063dd1a09eea07492e1870c7a1f0903dd0e99dd3c359dca0',
  'inrupt-credentials-v2.json': 'ef6ff7b0b2c6b6e7fdc94091cc21cfdd6c6cd6c4ef3a74a78ba281f029b19636',
  'legal-basis-v1.json': '9a40c3dfa5e3d9672e1f3f358206a1c743d6cc19d5f3cffcdab46b6cd0c2ed06',
  'revocation-list-2020-v1.json':
    '9faedf9db8515e0568febb603ae3745e5a83b370fb99d5a1d30526302ec32f65',
  'work-v1.json': 'c066b887a31ebb9854e2eedc3e629d9165980d79fca7d47bbf4f314198c54755',
};
const folder = new URL('../contexts/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('contexts', () => {
  it('are the files that are pinned, all of them', () => {
    expect(files.sort()).toEqual(Object.keys(digests));
    expect(contexts.size).toBe(files.length);
  });

  it.each(Object.entries(digests))('%s has not changed', (file, digest) => {
    const bytes = readFileSync(new URL(file, folder));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest);
  });

  it.each([...contexts])('%s needs no other document', (_, document) => {
    const strings = JSON.stringify(document, (key, value) => {
      // In a context, a string where a context may stand would be a URL to fetch.
      if (key === '@context' || key === '@import') {
        const parts = Array.isArray(value) ? value : [value];
        expect(parts.every((part) => typeof part === 'object')).toBe(true);
      }
      return value;
    });
    expect(strings).toContain('@context');
  });

  it.each([CLAIMS_V1, WORK_V1])('%s maps only to terms of this vocabulary', (url) => {
    const context = (contexts.get(url) as { '@context': Record<string, unknown> })['@context'];
    const known = new Set<string>(Object.values(g));
    for (const [term, definition] of Object.entries(context)) {
      if (term.startsWith('@')) continue;
      const iri =
        typeof definition === 'string' ? definition : (definition as { '@id': string })['@id'];
      expect(known.has(iri), iri).toBe(true);
      expect(iri.endsWith(`#${term}`)).toBe(true);
    }
  });

  it('of legal bases maps to terms of this vocabulary and to four others', () => {
    const known = new Set<string>(Object.values(g));
    const iris: string[] = [];
    JSON.stringify(contexts.get(LEGAL_BASIS_V1), (key, value) => {
      if (typeof value === 'string' && value.startsWith('http') && key !== '@type')
        iris.push(value);
      return value;
    });
    const others =
      /^(https:\/\/w3id\.org\/dpv|https:\/\/schema\.org\/|http:\/\/purl\.org\/dc\/terms\/|http:\/\/www\.w3\.org\/ns\/prov#)/;
    expect(iris.length).toBeGreaterThan(100);
    expect(iris.filter((iri) => !known.has(iri) && !others.test(iri))).toEqual([]);
  });

  // Two terms for one IRI would be two ways to write what was signed, and a reader of JSON looks for one of them.
  it('of legal bases has one term for an IRI and a type of value', () => {
    const { '@context': context } = contexts.get(LEGAL_BASIS_V1) as {
      '@context': Record<string, string | number | Record<string, unknown>>;
    };
    const meanings = Object.entries(context)
      .filter(([term]) => !term.startsWith('@'))
      .map(([, definition]) =>
        typeof definition === 'object'
          ? [definition['@id'], definition['@type'], definition['@container']].join(' ')
          : `${definition}  `,
      );
    expect(meanings.length).toBeGreaterThan(80);
    expect(meanings.filter((one, index) => meanings.indexOf(one) !== index)).toEqual([]);
  });
});
