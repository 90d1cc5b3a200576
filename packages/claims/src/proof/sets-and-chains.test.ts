import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalize } from '../canonicalize/canonicalize.ts';
import { addProof, issueCredential } from '../issue/issue-credential.ts';
import { CITIZEN, household, type Json, SIGNED_AT } from '../test-support/samples.ts';
import { keyInName, readVector, vectorContexts } from '../test-support/vectors.ts';
import { generateEcdsaSigningKey, generateSigningKey, type SigningKey } from './signing-key.ts';
import { verifyProof } from './verify-proof.ts';

const credential = {
  '@context': [CREDENTIALS_V2, CLAIMS_V1],
  id: 'https://source.example/credentials/1',
  type: ['VerifiableCredential', 'HouseholdCredential'],
  issuer: 'https://source.example/',
  validFrom: '2026-01-05T09:00:00Z',
  credentialSubject: { id: CITIZEN, household },
};
const invalid = { verified: false, reason: 'invalid_proof' };

let first: SigningKey;
let second: SigningKey;
let p384: SigningKey;
let stranger: SigningKey;

beforeAll(async () => {
  ({ key: first } = await generateSigningKey('https://source.example/#first'));
  ({ key: second } = await generateSigningKey('https://notary.example/#second'));
  ({ key: p384 } = await generateEcdsaSigningKey('https://source.example/#p384', 'P-384'));
  ({ key: stranger } = await generateSigningKey('https://stranger.example/#key'));
});

const verifyVector = (document: object) =>
  verifyProof(document, keyInName, undefined, { contexts: vectorContexts });
const known = (id: string) =>
  [first, second, p384].find((key) => key.id === id)?.publicKeyMultibase;
const now = SIGNED_AT;
const one = (proofId = 'urn:uuid:1') =>
  issueCredential(credential, { suite: 'eddsa-rdfc-2022', key: first, now, proofId });
const set = async (key: SigningKey) =>
  addProof(await one(), { suite: 'eddsa-rdfc-2022', key, now, proofId: 'urn:uuid:2' });
const chain = async (key = second) =>
  addProof(await one(), { suite: 'eddsa-rdfc-2022', key, now, after: ['urn:uuid:1'] });

describe('a set of proofs', () => {
  it('verifies as published, and says who signed', async () => {
    expect(await verifyVector(readVector('proof-set'))).toMatchObject({
      verified: true,
      proofs: [
        { verificationMethod: expect.stringContaining('z6Mktg') },
        { verificationMethod: expect.stringContaining('z6MkhW') },
      ],
    });
  });

  it('verifies in several suites, over the same canonical text', async () => {
    const rdf = await addProof(await one(), { suite: 'ecdsa-rdfc-2019', key: p384, now });
    const all = await addProof(rdf, { suite: 'eddsa-jcs-2022', key: second, now });
    const result = await verifyProof(all, known);
    expect(result).toMatchObject({
      verified: true,
      canonical: await canonicalize(credential),
      proofs: [
        { cryptosuite: 'eddsa-rdfc-2022' },
        { cryptosuite: 'ecdsa-rdfc-2019' },
        { cryptosuite: 'eddsa-jcs-2022' },
      ],
    });
  });

  it('verifies beside a proof of a stranger, and does not count that', async () => {
    expect(await verifyProof(await set(stranger), known)).toMatchObject({
      verified: true,
      verificationMethod: first.id,
      proofs: [{ verificationMethod: first.id }],
    });
  });

  it('verifies beside a proof of a suite or a type from elsewhere', async () => {
    const signed = await one();
    for (const other of [
      { ...signed.proof, id: 'urn:uuid:2', cryptosuite: 'mldsa44-rdfc-2024' },
      { type: 'Ed25519Signature2020', verificationMethod: first.id, proofValue: 'z1' },
    ]) {
      const result = await verifyProof({ ...signed, proof: [other, signed.proof] }, known);
      expect(result).toMatchObject({ verified: true, proofs: [{ verificationMethod: first.id }] });
    }
  });

  it('of suites that nobody here knows is refused, in words of its own', async () => {
    const signed = await one();
    const proof = { ...signed.proof, cryptosuite: 'mldsa44-rdfc-2024' };
    for (const proofs of [proof, [proof], [proof, { ...proof, id: 'urn:uuid:2' }]]) {
      expect(await verifyProof({ ...signed, proof: proofs }, known)).toEqual({
        verified: false,
        reason: 'unsupported_suite',
      });
    }
    for (const cryptosuite of ['__proto__', 'constructor', '', 'EDDSA-RDFC-2022']) {
      const odd = { ...signed, proof: { ...proof, cryptosuite } };
      expect((await verifyProof(odd, known)).verified).toBe(false);
    }
  });

  it('is refused when one proof under a known key does not hold', async () => {
    const signed = await set(second);
    const [good, bad] = signed.proof;
    const changed = { ...bad, created: '2026-01-05T09:00:01Z' };
    expect(await verifyProof({ ...signed, proof: [good, changed] }, known)).toEqual(invalid);
  });

  it('is refused with swapped signatures', async () => {
    const signed = await set(second);
    const [a, b] = signed.proof;
    const proof = [
      { ...a, proofValue: b?.proofValue },
      { ...b, proofValue: a?.proofValue },
    ];
    expect(await verifyProof({ ...signed, proof }, known)).toEqual(invalid);
  });

  it('is refused with a signature for another purpose under a known key', async () => {
    const signed = await set(second);
    const [a, b] = signed.proof;
    const proof = [a, { ...b, proofPurpose: 'authentication' }];
    expect(await verifyProof({ ...signed, proof }, known)).toEqual(invalid);
  });

  it('is refused when nobody knows any of the keys', async () => {
    expect(await verifyProof(await set(second), () => undefined)).toEqual({
      verified: false,
      reason: 'unknown_key',
    });
  });

  it('of a thousand proofs is refused, and not one key is asked for', async () => {
    const signed = await one();
    const proof = Array.from({ length: 1_000 }, () => signed.proof);
    let asked = 0;
    const result = await verifyProof({ ...signed, proof }, (id) => {
      asked++;
      return known(id);
    });
    expect(result).toEqual(invalid);
    expect(asked).toBe(0);
  });
});

describe('a chain of proofs', () => {
  it('verifies as published', async () => {
    const vector = readVector('proof-chain');
    const methods = (vector.proof as unknown as Json[]).map((proof) => proof['verificationMethod']);
    const result = await verifyVector(vector);
    expect(result).toMatchObject({ verified: true, verificationMethod: methods[0] });
    expect(result.verified && result.proofs?.map((proof) => proof.verificationMethod)).toEqual(
      methods,
    );
  });

  it('verifies when the order of its proofs is another', async () => {
    const signed = await chain();
    const proof = signed.proof.toReversed();
    expect(await verifyProof({ ...signed, proof }, known)).toMatchObject({
      verified: true,
      verificationMethod: first.id,
      canonical: await canonicalize(credential),
    });
  });

  it('verifies in JSON, where the earlier proofs are signed as they stand', async () => {
    const signed = await addProof(await one(), {
      suite: 'eddsa-jcs-2022',
      key: second,
      now,
      after: ['urn:uuid:1'],
    });
    expect(await verifyProof(signed, known)).toMatchObject({ verified: true });
    const [a, b] = signed.proof;
    const changed = { ...signed, proof: [{ ...a, nonce: 'x' }, b] };
    expect(await verifyProof(changed, (id) => (id === second.id ? known(id) : undefined))).toEqual(
      invalid,
    );
  });

  it('is refused without the proof it builds on', async () => {
    const signed = await chain();
    expect(await verifyProof({ ...signed, proof: signed.proof[1] }, known)).toEqual(invalid);
    expect(await verifyProof({ ...signed, proof: [signed.proof[1]] }, known)).toEqual(invalid);
  });

  it('is refused when the proof it builds on is by a stranger', async () => {
    const signed = await chain();
    const onlySecond = (id: string) => (id === second.id ? known(id) : undefined);
    expect(await verifyProof(signed, onlySecond)).toEqual(invalid);
  });

  it('is refused when the proof it builds on was replaced by another good one', async () => {
    const signed = await chain();
    const later = await issueCredential(credential, {
      suite: 'eddsa-rdfc-2022',
      key: first,
      now: new Date(now.getTime() + 60_000),
      proofId: 'urn:uuid:1',
    });
    const proof = [later.proof, signed.proof[1]];
    expect(await verifyProof({ ...signed, proof }, known)).toEqual(invalid);
  });

  it.each([
    ['itself', ['urn:uuid:1'], undefined],
    ['each other', ['urn:uuid:2'], ['urn:uuid:1']],
    ['one that is not there', ['urn:uuid:3'], undefined],
    ['no IRI', ['@none'], undefined],
  ])('is refused when proofs build on %s', async (_, a, b) => {
    const signed = await set(second);
    const [left, right] = signed.proof;
    const proof = [
      { ...left, previousProof: a },
      { ...right, ...(b && { previousProof: b }) },
    ];
    expect(await verifyProof({ ...signed, proof }, known)).toEqual(invalid);
  });

  it('is refused when two proofs have one id', async () => {
    const signed = await set(second);
    const [left, right] = signed.proof;
    const proof = [left, { ...right, id: left?.id }];
    expect(await verifyProof({ ...signed, proof }, known)).toEqual(invalid);
  });
});
