import { describe, expect, it } from 'vitest';
import { isPlainProof } from './is-plain-proof.ts';
import { proofSchema } from './proof-schema.ts';

const plain = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2026-01-05T09:00:00Z',
  verificationMethod: 'https://a.example/#key',
  proofPurpose: 'assertionMethod',
  proofValue: 'z2',
};

describe(isPlainProof, () => {
  it.each([
    {},
    { created: '2024-02-29T23:59:59.123456789+14:00' },
    { verificationMethod: 'did:web:a.example:b#key-1' },
    { verificationMethod: "http://localhost:7101/a/../b?q='(1)'&$=*;,!@%C3%A9#k_~" },
    { proofValue: '' },
  ])('knows a proof that the schema takes as it is: %j', (change) => {
    const proof = { ...plain, ...change };
    expect(isPlainProof(proof)).toBe(true);
    expect(proofSchema.parse(proof)).toEqual(proof);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['text', 'proof'],
    ['a list', [plain]],
    ['a further member', { ...plain, nonce: 'x' }],
    ['__proto__', Object.assign(JSON.parse('{"__proto__":{}}'), plain)],
    ['another type', { ...plain, type: 'Ed25519Signature2020' }],
    ['another suite', { ...plain, cryptosuite: 'eddsa-jcs-2022' }],
    ['another purpose', { ...plain, proofPurpose: 'authentication' }],
    ['a day there is not', { ...plain, created: '2026-02-30T09:00:00Z' }],
    ['a zone there is not', { ...plain, created: '2026-01-05T09:00:00+24:00' }],
    ['a time without zone', { ...plain, created: '2026-01-05T09:00:00' }],
    ['a line after the time', { ...plain, created: '2026-01-05T09:00:00Z\n' }],
    ['a method that is no URL', { ...plain, verificationMethod: 'https://a:b:c/' }],
    ['a method with spaces around it', { ...plain, verificationMethod: ' https://a.example/' }],
    ['a method with a quote', { ...plain, verificationMethod: 'https://a.example/"' }],
    ['a value that is no text', { ...plain, proofValue: 1 }],
    ...Object.keys(plain).map((member): [string, unknown] => [
      `no ${member}`,
      Object.fromEntries(Object.entries(plain).filter(([name]) => name !== member)),
    ]),
  ])('leaves %s to the schema', (_, claimed) => {
    expect(isPlainProof(claimed)).toBe(false);
  });
});
