import { CLAIMS_V1, CREDENTIALS_V2, contexts, STATUS_ENTRY_CONTEXT } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import { canonicalizeInBothOrders } from '../canonicalize/canonicalize.ts';
import { Contexts } from '../canonicalize/contexts.ts';
import { writeCanonical } from '../canonicalize/write-canonical.ts';
import { baseCredentials } from '../fuzz/base-credentials.ts';
import { platformCrypto } from '../proof/platform-crypto.ts';
import { CITIZEN, diploma, income, type Json } from '../test-support/samples.ts';
import { expand, expandAndCompile } from './expand.ts';

const base = {
  '@context': [CREDENTIALS_V2, CLAIMS_V1],
  id: 'https://source.example/credentials/1',
  type: ['VerifiableCredential', 'DiplomaCredential'],
  issuer: 'https://source.example/',
  credentialSubject: { id: CITIZEN, diploma },
};

async function write(document: object): Promise<string | undefined> {
  const expansion = await expandAndCompile(document);
  return expansion && writeCanonical(expansion, platformCrypto.hashNow);
}

describe(expandAndCompile, () => {
  it.each(baseCredentials.map((credential, at) => [at, credential]))(
    'writes good credential %i as jsonld and rdf-canonize do',
    async (_, credential) => {
      expect(await write(credential)).toBe(
        (await canonicalizeInBothOrders(credential)).byCodePoint,
      );
    },
  );

  it.each<[string, Json]>([
    ['a number and a boolean', { credentialSubject: { household: { adults: 2, name: true } } }],
    ['the same value twice', { name: ['a', 'a'] }],
    ['the same statement in two forms', { credentialSubject: { adults: [1, '1'] } }],
    ['an empty list', { name: [] }],
    ['an empty node', { credentialSubject: {} }],
    ['a reference', { credentialSubject: { id: CITIZEN } }],
    ['a datatype', { name: { '@value': '1', '@type': 'urn:d' } }],
    [
      'a datatype that goes without saying',
      { name: { '@value': 'a', '@type': 'http://www.w3.org/2001/XMLSchema#string' } },
    ],
    ['a language in capitals', { name: { '@value': 'a', '@language': 'NL-be' } }],
    [
      'two blank nodes that differ in a value',
      { credentialSubject: { income: [income, { ...income, year: '2024' }] } },
    ],
    ['characters that are escaped', { name: '"\\\n\r\t\b\f\0\x7f' }],
  ])('writes %s as they do', async (_, change) => {
    const document = { ...base, ...change };
    expect(await write(document)).toBe((await canonicalizeInBothOrders(document)).byCodePoint);
  });

  it.each<[string, Json]>([
    ['a member nobody defined', { nickname: 'x' }],
    ['a member that is an IRI', { 'urn:p': 'x' }],
    ['a relative IRI', { issuer: 'source' }],
    ['an IRI with a no-break space, relative for jsonld', { issuer: 'urn:a\u00a0b' }],
    ['an IRI that would end early', { issuer: 'urn:a> <urn:x> <urn:y> .\n<urn:z' }],
    ['a compact IRI', { issuer: 'cred:x', '@context': [CREDENTIALS_V2, { cred: 'urn:c:' }] }],
    ['a type nobody defined', { type: ['VerifiableCredential', 'Unknown'] }],
    ['null', { name: null }],
    ['a list in a list', { name: [['a']] }],
    ['a fraction', { name: 1.5 }],
    ['a number that is not exact', { name: 2 ** 53 }],
    [
      'a double, which jsonld writes anew',
      { name: { '@value': '1', '@type': 'http://www.w3.org/2001/XMLSchema#double' } },
    ],
    ['a direction', { name: { '@value': 'a', '@direction': 'rtl' } }],
    ['a language that is none', { name: { '@value': 'a', '@language': 'x-' } }],
    ['a labelled blank node', { credentialSubject: { id: '_:c14n0' } }],
    ['two ids', { '@id': 'urn:other' }],
    ['two members for types', { '@type': 'VerifiableCredential' }],
    ['a context of its own', { credentialSubject: { '@context': CLAIMS_V1 } }],
    ['a context that is not pinned', { '@context': ['https://evil.example/v1'] }],
    ['an inline context', { '@context': [CREDENTIALS_V2, { name: 'urn:n' }] }],
    ['a context that takes a protected term', { '@context': [CREDENTIALS_V2, { id: 'urn:id' }] }],
    ['null as context', { '@context': null }],
    ['a hundred contexts', { '@context': Array.from({ length: 100 }, () => CREDENTIALS_V2) }],
    ['@included', { '@included': [{ id: 'urn:a', name: 'x' }] }],
    ['@graph', { '@graph': [{ id: 'urn:a', name: 'x' }] }],
    ['@reverse', { '@reverse': { name: { id: 'urn:a' } } }],
    ['@nest', { '@nest': { name: 'x' } }],
    ['@list', { name: { '@list': ['x'] } }],
    ['@set', { name: { '@set': ['x'] } }],
    ['@index', { credentialSubject: { '@index': 'x' } }],
    [
      'JSON as value',
      { credentialSchema: { id: 'urn:s', type: 'JsonSchemaCredential', jsonSchema: {} } },
    ],
    ['a graph of its own', { proof: { type: 'DataIntegrityProof' } }],
    ['__proto__', JSON.parse('{"__proto__":{"name":"x"}}')],
    ['constructor', { constructor: 'x' }],
  ])('leaves %s to the general path', async (_, change) => {
    const document = Object.defineProperties({ ...base }, Object.getOwnPropertyDescriptors(change));
    expect(await write(document)).toBeUndefined();
  });

  it('leaves a document that says nothing, or nests deeply, to the general path', async () => {
    expect(await write({ '@context': CREDENTIALS_V2, id: 'urn:a' })).toBeUndefined();
    let deep: Json = { name: 'x' };
    for (let level = 0; level < 10_000; level++) deep = { evidence: deep };
    expect(await write({ ...base, ...deep })).toBeUndefined();
  });

  it('expands at once what it has compiled, and nothing before', async () => {
    const document = { '@context': [CLAIMS_V1, CREDENTIALS_V2, CLAIMS_V1], title: 'x' };
    expect(expand(document)).toBeUndefined();
    await expandAndCompile(document);
    expect(expand(document)?.lines).toHaveLength(0);
    expect(expand(document)?.open).toHaveLength(1);
  });

  it('compiles a context once, however many documents meet it together', async () => {
    class CountingContexts extends Contexts {
      asked = 0;
      override get(url: string): object | undefined {
        this.asked++;
        return super.get(url);
      }
    }
    const [one, many] = [new CountingContexts(contexts), new CountingContexts(contexts)];
    await expandAndCompile(base, one);
    const all = Array.from({ length: 50 }, () => expandAndCompile(base, many));
    for (const expansion of await Promise.all(all)) expect(expansion).toBeDefined();
    expect(many.asked).toBe(one.asked);
  });

  it('goes on when the document before it cannot be compiled', async () => {
    const list = new Contexts(contexts);
    const broken = { ...base, '@context': [CREDENTIALS_V2, 'https://evil.example/v1'] };
    const all = [broken, base, broken, base].map((one) => expandAndCompile(one, list));
    const found = await Promise.all(all);
    expect(found.map((expansion) => expansion !== undefined)).toEqual([false, true, false, true]);
  });

  it('knows the one inline context there is, whatever the order of its members', async () => {
    const [type] = Object.keys(STATUS_ENTRY_CONTEXT);
    const reversed = Object.fromEntries(
      Object.entries(STATUS_ENTRY_CONTEXT).map(([name, definition]) => [
        name,
        Object.fromEntries(Object.entries(definition).reverse()),
      ]),
    );
    const document = { '@context': [CLAIMS_V1, reversed], '@type': type, title: 'x' };
    expect(await write(document)).toContain('BitstringStatusListEntry');
  });

  it('goes on after more contexts than it keeps', async () => {
    const urls = [...contexts.keys()].filter((url) => url.includes('w3.org'));
    for (let length = 1; length <= 8; length++) {
      const context = Array.from({ length }, (_, at) => urls[(at * length) % urls.length]);
      await expandAndCompile({ '@context': context, id: 'urn:a', type: 'VerifiableCredential' });
    }
    expect(await write(base)).toBe((await canonicalizeInBothOrders(base)).byCodePoint);
  });
});
