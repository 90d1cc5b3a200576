import { g } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveCredential } from '../issue/derive-credential.ts';
import { addProof, issueCredential } from '../issue/issue-credential.ts';
import { generateEcdsaSigningKey, type SigningKey } from '../proof/signing-key.ts';
import {
  CITIZEN,
  income,
  type Json,
  NOW,
  type SampleSource,
  SIGNED_AT,
  startSampleSource,
} from '../test-support/samples.ts';
import { type ClaimVerifier, createClaimVerifier } from './create-claim-verifier.ts';

let source: SampleSource;
let notary: SampleSource;
let p256: SigningKey;
let verifier: ClaimVerifier;

beforeAll(async () => {
  source = await startSampleSource([g.IncomeCredential]);
  notary = await startSampleSource([g.IncomeCredential]);
  ({ key: p256 } = await generateEcdsaSigningKey(`${source.participant.id}#p256`, 'P-256'));
  const keys = { ...source.participant.keys, [p256.id]: p256.publicKeyMultibase };
  verifier = createClaimVerifier({
    sources: [{ ...source.participant, keys }, notary.participant],
    fetch,
    now: () => NOW,
  });
});
afterAll(() => Promise.all([source.stop(), notary.stop()]));

const verify = (credential: unknown) =>
  verifier.verify('http://vault.example/1', JSON.stringify(credential), CITIZEN);
const statement = (more: Json = {}) => source.credential('IncomeCredential', { income }, more);

describe('a claim with several proofs', () => {
  it.each(['first', 'last'])('is of its issuer, whose proof comes %s', async (place) => {
    const own = { suite: 'eddsa-rdfc-2022', key: source.key, now: SIGNED_AT } as const;
    const later = new Date(SIGNED_AT.getTime() + 60_000);
    const other = { suite: 'eddsa-rdfc-2022', key: notary.key, now: later } as const;
    const [one, two] = place === 'first' ? [own, other] : [other, own];
    const signed = await addProof(await issueCredential(statement(), one), two);
    expect(await verify(signed)).toMatchObject({
      verified: true,
      claim: { source: { id: source.participant.id } },
    });
  });

  it('is refused when only another source signed, however often', async () => {
    const other = { suite: 'eddsa-rdfc-2022', key: notary.key, now: SIGNED_AT } as const;
    const signed = await addProof(await issueCredential(statement(), other), other);
    expect(await verify(signed)).toMatchObject({
      verified: false,
      leftOut: { reason: 'invalid_proof' },
    });
  });
});

describe('a claim that was derived', () => {
  it('is verified to the end, its status too', async () => {
    const options = { suite: 'ecdsa-sd-2023', key: p256, now: SIGNED_AT } as const;
    const years = [income, { ...income, year: '2024', amount: '20000.00' }];
    const base = await issueCredential(
      source.credential('IncomeCredential', { income: years }),
      options,
    );
    const derived = await deriveCredential(base, ['/credentialSubject/income/0']);
    expect(await verify(derived)).toMatchObject({
      verified: true,
      claim: { fact: { year: 2025, amount: '21430.50' } },
    });
  });
});
