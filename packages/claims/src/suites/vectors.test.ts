import { describe, expect, it } from 'vitest';
import { verifyProof } from '../proof/verify-proof.ts';
import { keyInName, readVector, vectorContexts } from '../test-support/vectors.ts';

const vectors = [
  'eddsa-rdfc-2022',
  'eddsa-jcs-2022',
  'ecdsa-rdfc-2019-p256',
  'ecdsa-rdfc-2019-p384',
  'ecdsa-sd-2023-derived',
  'ecdsa-sd-2023-derived-prc',
  'bitstring-status-list-ecdsa',
  'bitstring-status-list-eddsa',
  'vc-data-model-ecdsa',
];

const verify = (document: object) =>
  verifyProof(document, keyInName, undefined, { contexts: vectorContexts });

describe.each(vectors)('the published vector %s', (name) => {
  it('verifies', async () => {
    const vector = readVector(name);
    expect(await verify(vector)).toMatchObject({
      verified: true,
      cryptosuite: vector.proof['cryptosuite'],
    });
  });

  it('does not verify with another issuer', async () => {
    const changed = { ...readVector(name), issuer: 'https://other.example/' };
    expect(await verify(changed)).toEqual({
      verified: false,
      reason: 'invalid_proof',
    });
  });

  it('does not verify under a proof made at another time', async () => {
    const vector = readVector(name);
    const proof = { ...vector.proof, created: '2023-02-24T23:36:39Z' };
    expect(await verify({ ...vector, proof })).toMatchObject({
      reason: 'invalid_proof',
    });
  });
});
