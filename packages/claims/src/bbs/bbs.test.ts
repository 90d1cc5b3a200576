import * as reference from '@digitalbazaar/bbs-2023-cryptosuite';
import * as Bls12381Multikey from '@digitalbazaar/bls12-381-multikey';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as vc from '@digitalbazaar/vc';
import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyProof } from '../proof/verify-proof.ts';
import { type BbsDerived, readBbsDerived, writeBbsDerived } from '../suites/bbs/proof-values.ts';
import { createReferenceLoader } from '../test-support/reference-loader.ts';
import { CITIZEN, income, type Json, NOW } from '../test-support/samples.ts';
import { keyInName, readVector, vectorContexts } from '../test-support/vectors.ts';
import {
  type BbsKey,
  type BbsPrivateJwk,
  bbs2023,
  deriveBbsCredential,
  exportBbsKey,
  generateBbsKey,
  importBbsKey,
  issueBbsCredential,
} from './index.ts';

const issuer = 'https://source.example/';
const credential = {
  '@context': [CREDENTIALS_V2, CLAIMS_V1],
  id: 'https://source.example/credentials/1',
  type: ['VerifiableCredential', 'IncomeCredential'],
  issuer,
  validFrom: '2026-01-05T09:00:00Z',
  credentialSubject: {
    id: CITIZEN,
    income: [income, { ...income, year: '2024', amount: '20000.00' }],
  },
};
const year2025 = ['/credentialSubject/income/0'];
const suites = [bbs2023];
const invalid = { verified: false, reason: 'invalid_proof' };

let key: BbsKey;
let base: Json & { proof: object };
let derived: Json & { proof: Json };

beforeAll(async () => {
  key = await generateBbsKey(`${issuer}#key-1`);
  base = await issueBbsCredential(credential, {
    key,
    status: { list: 'https://source.example/status/1', index: 7, purpose: 'revocation' },
  });
  derived = (await deriveBbsCredential(base, year2025)) as never;
});

const keyOf = (id: string) => (id === key.id ? key.publicKeyMultibase : undefined);
const verify = (document: unknown) => verifyProof(document, keyOf, () => NOW, { suites });

function tampered(change: (proof: BbsDerived) => Partial<BbsDerived>): unknown {
  const value = readBbsDerived(String(derived.proof['proofValue'])) as BbsDerived;
  const proofValue = writeBbsDerived({ ...value, ...change(value) });
  return { ...derived, proof: { ...derived.proof, proofValue } };
}

describe('bbs-2023', () => {
  it('verifies as published', async () => {
    const vector = readVector('bbs-2023-derived');
    const result = await verifyProof(vector, keyInName, () => NOW, {
      suites,
      contexts: vectorContexts,
    });
    expect(result).toMatchObject({ verified: true, cryptosuite: 'bbs-2023' });
  });

  it('shows what was asked and what is mandatory, and nothing else', async () => {
    expect(await verify(derived)).toMatchObject({ verified: true });
    expect(derived).toMatchObject({
      credentialStatus: { statusListIndex: '7' },
      credentialSubject: { id: CITIZEN, income: [income] },
    });
    expect(JSON.stringify(derived)).not.toContain('20000.00');
  });

  it('is not known without the entry that has it', async () => {
    expect(await verifyProof(derived, keyOf)).toEqual({
      verified: false,
      reason: 'unsupported_suite',
    });
  });

  it('looks another way each time it is shown', async () => {
    const again = (await deriveBbsCredential(base, year2025)) as Json & { proof: Json };
    expect(again.proof['proofValue']).not.toBe(derived.proof['proofValue']);
    expect(again.proof).not.toHaveProperty('created');
  });

  it.each<[string, (proof: BbsDerived) => Partial<BbsDerived>]>([
    ['another presentation header', () => ({ presentationHeader: Uint8Array.of(1) })],
    [
      'statements at other places',
      ({ selectiveIndexes: all }) => ({ selectiveIndexes: all.map((at) => at + 1) }),
    ],
    [
      'places in another order',
      ({ selectiveIndexes: all }) => ({ selectiveIndexes: all.toReversed() }),
    ],
    [
      'a mandatory statement said to be another',
      ({ mandatoryIndexes: all }) => ({ mandatoryIndexes: all.slice(1) }),
    ],
    [
      'a proof with a bit changed',
      ({ proof }) => ({ proof: proof.map((byte, at) => (at === 200 ? byte ^ 1 : byte)) }),
    ],
    ['a proof of zeros', ({ proof }) => ({ proof: new Uint8Array(proof.length) })],
    ['a proof of a thousand statements', () => ({ proof: new Uint8Array(272 + 32 * 1_000) })],
    ['no labels', () => ({ labels: new Map() })],
  ])('does not verify with %s', async (_, change) => {
    expect(await verify(tampered(change))).toEqual(invalid);
  });

  it('does not verify with another amount, or under a key of another kind', async () => {
    const subject = { id: CITIZEN, income: [{ ...income, amount: '99999.99' }] };
    expect(await verify({ ...derived, credentialSubject: subject })).toEqual(invalid);
    const ed25519 = () => 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
    expect(await verifyProof(derived, ed25519, () => NOW, { suites })).toEqual(invalid);
  });
});

describe('a key of bbs-2023', () => {
  it('is read from what was written of it, which the reference implementation reads too', async () => {
    const jwk = exportBbsKey(key);
    expect(await importBbsKey(key.id, jwk)).toEqual(key);
    const pair = await Bls12381Multikey.fromJwk({ jwk, secretKey: true });
    expect(pair.secretKey).toEqual(key.secretKey);
  });

  it.each<[string, (jwk: BbsPrivateJwk) => object]>([
    ['another public key', ({ x }) => ({ x: `A${x.slice(1)}` })],
    ['no private key', () => ({ d: undefined })],
    ['a private key of zeros', () => ({ d: 'A'.repeat(43) })],
    ['another curve', () => ({ crv: 'Ed25519' })],
  ])('is refused with %s', async (_, change) => {
    const jwk = exportBbsKey(key);
    await expect(importBbsKey(key.id, { ...jwk, ...change(jwk) })).rejects.toMatchObject({
      code: 'invalid_key',
    });
  });
});

describe('the reference implementation', () => {
  it('verifies what we derive', async () => {
    const cryptosuite = reference.createVerifyCryptosuite();
    const result = await vc.verifyCredential({
      credential: derived as object,
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader,
      checkStatus: async () => ({ verified: true }),
      now: NOW,
    });
    expect(result.error).toBeUndefined();
    expect(result.verified).toBe(true);
  });

  it('signs and derives what we verify', async () => {
    const pair = await Bls12381Multikey.fromRaw({
      algorithm: 'BBS-BLS12-381-SHA-256',
      secretKey: key.secretKey,
      publicKey: key.publicKey,
    });
    pair.id = key.id;
    const signed = await vc.issue({
      credential: structuredClone(credential),
      suite: new DataIntegrityProof({
        cryptosuite: reference.createSignCryptosuite({ mandatoryPointers: ['/issuer'] }),
        signer: pair.signer(),
      }),
      documentLoader,
      now: NOW,
    });
    const theirs = await vc.derive({
      verifiableCredential: signed,
      suite: new DataIntegrityProof({
        cryptosuite: reference.createDiscloseCryptosuite({ selectivePointers: year2025 }),
      }),
      documentLoader,
    });
    expect(await verify(theirs)).toMatchObject({ verified: true });
    expect(await verify(await deriveBbsCredential(signed, year2025))).toMatchObject({
      verified: true,
    });
  });
});

const documentLoader = createReferenceLoader(issuer, () => key);
