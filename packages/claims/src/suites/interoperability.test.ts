import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import * as reference from '@digitalbazaar/vc';
import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import { issueCredential } from '../issue/issue-credential.ts';
import { generateEcdsaSigningKey, generateSigningKey } from '../proof/signing-key.ts';
import { verifyProof } from '../proof/verify-proof.ts';
import { createReferenceLoader } from '../test-support/reference-loader.ts';
import { CITIZEN, income, NOW, SIGNED_AT } from '../test-support/samples.ts';

const issuer = 'https://source.example/';
const keyId = `${issuer}#key-1`;
const credential = {
  '@context': [CREDENTIALS_V2, CLAIMS_V1],
  id: 'https://source.example/credentials/1',
  type: ['VerifiableCredential', 'IncomeCredential'],
  issuer,
  validFrom: '2026-01-05T09:00:00Z',
  validUntil: '2027-01-05T09:00:00Z',
  credentialSubject: { id: CITIZEN, income: [income, { ...income, year: '2024' }] },
};

const ecdsa = { multikey: EcdsaMultikey, signs: () => ecdsaRdfc, verifies: () => ecdsaRdfc };
const suites = [
  {
    suite: 'ecdsa-rdfc-2019',
    curve: 'P-256',
    generate: () => generateEcdsaSigningKey(keyId, 'P-256'),
    ...ecdsa,
  },
  {
    suite: 'ecdsa-rdfc-2019',
    curve: 'P-384',
    generate: () => generateEcdsaSigningKey(keyId, 'P-384'),
    ...ecdsa,
  },
  {
    suite: 'eddsa-jcs-2022',
    curve: 'Ed25519',
    generate: () => generateSigningKey(keyId),
    multikey: Ed25519Multikey,
    signs: eddsaJcs.createSignCryptosuite,
    verifies: eddsaJcs.createVerifyCryptosuite,
  },
] as const;

describe.each(suites)('$suite with $curve', ({ suite, multikey, signs, verifies, generate }) => {
  it('signed by us verifies with the reference implementation', async () => {
    const { key } = await generate();
    const signed = await issueCredential(credential, { suite, key, now: SIGNED_AT });
    const result = await reference.verifyCredential({
      credential: signed,
      suite: new DataIntegrityProof({ cryptosuite: verifies() }),
      documentLoader: createReferenceLoader(issuer, () => key),
      now: NOW,
    });
    expect(result.error).toBeUndefined();
    expect(result.verified).toBe(true);
  });

  it('signed by the reference implementation verifies with us', async () => {
    const { key, privateKeyJwk } = await generate();
    const jwk = { ...privateKeyJwk, id: key.id, controller: issuer };
    const pair = await multikey.fromJwk({ jwk, secretKey: true });
    pair.id = key.id;
    const signed = await reference.issue({
      credential: structuredClone(credential),
      suite: new DataIntegrityProof({ cryptosuite: signs(), signer: pair.signer() }),
      documentLoader: createReferenceLoader(issuer, () => key),
      now: NOW,
    });
    const find = () => key.publicKeyMultibase;
    expect(await verifyProof(signed, find)).toMatchObject({ verified: true, cryptosuite: suite });
    const changed = { ...signed, validUntil: '2099-01-01T00:00:00Z' };
    expect(await verifyProof(changed, find)).toMatchObject({ reason: 'invalid_proof' });
  });
});
