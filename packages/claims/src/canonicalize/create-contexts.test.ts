import { createHash } from 'node:crypto';
import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import { signCredential } from '../proof/sign-credential.ts';
import { generateSigningKey } from '../proof/signing-key.ts';
import { verifyProof } from '../proof/verify-proof.ts';
import { NOW } from '../test-support/samples.ts';
import { canonicalize } from './canonicalize.ts';
import type { AddedContext, Contexts } from './contexts.ts';
import { createContexts } from './create-contexts.ts';

const SPORT = 'https://club.example/contexts/sport/v1';
const { key } = await generateSigningKey('https://club.example/#key');
const publicKey = () => key.publicKeyMultibase;

function file(document: unknown, url = SPORT): AddedContext {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return { url, document: text, sha256: createHash('sha256').update(text).digest('hex') };
}
const listWith = (iri: string) =>
  createContexts({ add: [file({ '@context': { club: { '@id': iri, '@type': '@id' } } })] });

const one = await listWith('https://club.example/terms#club');
const other = await listWith('https://other.example/terms#club');

const member = {
  '@context': [CREDENTIALS_V2, SPORT],
  id: 'urn:uuid:4d3f5b5e-0d6c-4f0e-9a55-6c1f4b9f5c11',
  type: 'VerifiableCredential',
  issuer: 'https://club.example/',
  credentialSubject: { id: 'https://vault.example/anna#me', club: 'https://club.example/' },
};

const sign = (document: typeof member, contexts: Contexts) =>
  signCredential(document, key, NOW, contexts);
const verify = (document: object, contexts?: Contexts) =>
  verifyProof(document, publicKey, () => NOW, contexts && { contexts });

describe('a list of contexts with one more', () => {
  it('verifies what names it, the first time and when it is compiled', async () => {
    const signed = await sign(member, one);
    for (const _ of [1, 2]) {
      const result = await verify(signed, one);
      expect(result.verified && result.canonical).toContain('<https://club.example/terms#club>');
    }
  });

  it('says nothing to who did not add it', async () => {
    const signed = await sign(member, one);
    await verify(signed, one);
    expect(await verify(signed)).toEqual({ verified: false, reason: 'unknown_context' });
    await expect(canonicalize(member)).rejects.toMatchObject({ code: 'unknown_context' });
  });

  it('has nothing to do with another list, which has another document under that URL', async () => {
    const [signed, elsewhere] = [await sign(member, one), await sign(member, other)];
    for (const _ of [1, 2]) {
      expect(await verify(signed, one)).toMatchObject({ verified: true });
      expect(await verify(elsewhere, other)).toMatchObject({ verified: true });
      expect(await verify(signed, other)).toMatchObject({ reason: 'invalid_proof' });
      expect(await verify(elsewhere, one)).toMatchObject({ reason: 'invalid_proof' });
    }
  });

  it('checks documents by its own terms', async () => {
    const written = {
      ...member,
      credentialSubject: { 'https://club.example/terms#club': 'https://club.example/' },
    };
    await expect(canonicalize(written, one)).rejects.toMatchObject({ code: 'invalid_document' });
    await expect(canonicalize(written, other)).resolves.toContain('terms#club');
  });

  it('is not changed by what it was made of', async () => {
    const add = [file({ '@context': {} })];
    const list = await createContexts({ add });
    add.push(file({ '@context': {} }, 'https://club.example/later'));
    expect(list.has('https://club.example/later')).toBe(false);
    expect(Object.isFrozen(list.get(SPORT))).toBe(true);
    expect(Object.isFrozen((list.get(SPORT) as { '@context': object })['@context'])).toBe(true);
  });
});

describe(createContexts, () => {
  it.each<[string, readonly AddedContext[]]>([
    ['another digest', [{ ...file({ '@context': {} }), sha256: '0'.repeat(64) }]],
    [
      'a digest of the same JSON written otherwise',
      [{ ...file('{"@context":{}}'), document: '{ "@context": {} }' }],
    ],
    ['a URL of the kit', [file({ '@context': {} }, CLAIMS_V1)]],
    ['a URL twice', [file({ '@context': {} }), file({ '@context': {} })]],
    ['a relative URL', [file({ '@context': {} }, 'sport/v1')]],
    ['no JSON', [file('{')]],
    ['no context', [file({})]],
    ['a context that is a list', [file({ '@context': [{}] })]],
    ['half a character', [file('{"@context":{"a":"\ud800"}}')]],
    ['a context at another address', [file({ '@context': 'https://club.example/contexts/v2' })]],
    ['an import', [file({ '@context': { '@import': CREDENTIALS_V2 } })]],
    [
      'a scoped context at another address',
      [file({ '@context': { a: { '@id': 'urn:a', '@context': [{}, CREDENTIALS_V2] } } })],
    ],
  ])('refuses %s', async (_, add) => {
    await expect(createContexts({ add })).rejects.toMatchObject({ code: 'invalid_context' });
  });
});
