import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as reference from '@digitalbazaar/vc';
import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessGrant } from '../test-support/access-credential.ts';
import { createReferenceLoader } from '../test-support/reference-loader.ts';
import { CITIZEN, diploma, income, NOW, SIGNED_AT } from '../test-support/samples.ts';
import { signCredential } from './sign-credential.ts';
import { type Ed25519PrivateJwk, generateSigningKey, type SigningKey } from './signing-key.ts';
import { verifyProof } from './verify-proof.ts';

const issuer = 'https://source.example/';
const fact = (type: string, facts: object) => ({
  '@context': [CREDENTIALS_V2, CLAIMS_V1],
  id: 'https://source.example/credentials/1',
  type: ['VerifiableCredential', type],
  issuer,
  validFrom: '2026-01-05T09:00:00Z',
  validUntil: '2027-01-05T09:00:00Z',
  credentialSubject: { id: CITIZEN, ...facts },
});
const samples: [string, { issuer: string }][] = [
  ['a diploma (VC 2.0)', fact('DiplomaCredential', { diploma })],
  [
    'incomes of two years (VC 2.0)',
    fact('IncomeCredential', { income: [income, { ...income, year: '2024' }] }),
  ],
  [
    'words beyond ASCII',
    fact('DiplomaCredential', { diploma: { ...diploma, title: 'Café "é"\n\t\\ 🎓' } }),
  ],
  ['an access grant (VC 1.1)', { ...accessGrant, issuer }],
];

let key: SigningKey;
let jwk: Ed25519PrivateJwk;

beforeAll(async () => {
  ({ key, privateKeyJwk: jwk } = await generateSigningKey(`${issuer}#key-1`));
});

const documentLoader = createReferenceLoader(issuer, () => key);

describe.each(samples)('%s', (_, credential) => {
  it('signed by us verifies with the reference implementation', async () => {
    const signed = await signCredential(credential, key, SIGNED_AT);
    const result = await reference.verifyCredential({
      credential: signed,
      suite: new DataIntegrityProof({ cryptosuite, legacyContext: true }),
      documentLoader,
      checkStatus: async () => ({ verified: true }),
      now: NOW,
    });
    expect(result.error).toBeUndefined();
    expect(result.verified).toBe(true);
  });

  it('signed by the reference implementation verifies with us, to the same signature', async () => {
    const pair = await Ed25519Multikey.fromJwk({
      jwk: { ...jwk, id: key.id, controller: issuer },
      secretKey: true,
    });
    pair.id = key.id;
    const date = '2026-01-05T09:00:00Z';
    const signed = await reference.issue({
      credential: structuredClone(credential),
      suite: new DataIntegrityProof({
        cryptosuite,
        signer: pair.signer(),
        date,
        legacyContext: true,
      }),
      documentLoader,
      now: NOW,
    });
    expect(await verifyProof(signed, () => key.publicKeyMultibase)).toMatchObject({
      verified: true,
    });
    const ours = await signCredential(credential, key, new Date(date));
    expect(signed['proof']).toEqual(ours.proof);
  });
});
