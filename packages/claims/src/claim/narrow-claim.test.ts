import { afterAll, assert, beforeAll, describe, expect, it } from 'vitest';
import {
  CITIZEN,
  income,
  NOW,
  type SampleSource,
  startSampleSource,
} from '../test-support/samples.ts';
import { createClaimVerifier } from './create-claim-verifier.ts';
import { narrowClaim } from './narrow-claim.ts';
import type { VerifiedClaim } from './verified-claim.ts';

let source: SampleSource;
let claim: VerifiedClaim;

beforeAll(async () => {
  source = await startSampleSource();
  await source.publish([]);
  const verifier = createClaimVerifier({ sources: [source.participant], fetch, now: () => NOW });
  const signed = await source.sign(source.credential('IncomeCredential', { income }));
  const verified = await verifier.verify('http://localhost/1', JSON.stringify(signed), CITIZEN);
  assert(verified.verified);
  claim = verified.claim;
});
afterAll(() => source.stop());

describe(narrowClaim, () => {
  it('keeps the fields named, who said it and about whom', () => {
    const narrowed = narrowClaim(claim, ['amount']);
    expect(narrowed.fact).toEqual({ type: 'income', amount: income.amount });
    expect(narrowed.canonical).toContain(income.amount);
    expect(narrowed.canonical).toContain(CITIZEN);
    expect(narrowed.canonical).not.toContain(`"${income.year}"`);
    expect(narrowed.canonical).not.toContain('terms#year');
    expect(narrowed.source).toBe(claim.source);
  });

  it('changes nothing when every field is named', () => {
    expect(narrowClaim(claim, ['year', 'amount', 'currency'])).toEqual(claim);
  });

  it('knows no field that a kind of fact does not have', () => {
    expect(narrowClaim(claim, ['street']).fact).toEqual({ type: 'income' });
  });
});
