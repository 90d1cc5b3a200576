import type { LeftOut, LeftOutReason, VerifiedClaim } from '@grondslag/claims';
import { g } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import { viewOfClaim, viewOfLeftOut } from './fact-view.ts';

const citizen = 'https://vault.example/anna/profile/card#me';
const claim: VerifiedClaim = {
  resource: 'https://vault.example/anna/facts/income/2025',
  graph: 'urn:sha256:00',
  canonical: '',
  credential: 'urn:uuid:1',
  claimType: g.IncomeCredential,
  source: { id: 'https://tax.example/', name: { nl: 'Dienst' }, claimTypes: [g.IncomeCredential] },
  subject: citizen,
  fact: { type: 'income', year: 2025, amount: '19875.50', currency: 'EUR' },
  validFrom: new Date(0),
  holdsAt: new Date(1),
  statusCheckedAt: new Date(1),
};

describe('a verified claim, shown to the citizen', () => {
  it('is hers under another name too, and says so', () => {
    expect(viewOfClaim(claim, citizen)).not.toHaveProperty('isLinked');
    const linked = viewOfClaim({ ...claim, subject: 'did:example:pseudonym' }, citizen);
    expect(linked).toMatchObject({ isLinked: true, fact: claim.fact, check: { verified: true } });
  });

  it('can be divided when its source signed it so and it is of a kind that has a shape', () => {
    expect(viewOfClaim(claim, citizen)).not.toHaveProperty('isDivisible');
    expect(viewOfClaim({ ...claim, divisible: true }, citizen).isDivisible).toBe(true);
    const fact = { type: 'other', claimType: 'https://x.example/#C', values: {} } as const;
    expect(viewOfClaim({ ...claim, fact, divisible: true }, citizen)).not.toHaveProperty(
      'isDivisible',
    );
  });

  it('takes along what its source says beside', () => {
    const statusMessages = [{ purpose: 'message', value: 1, message: 'Wordt herzien' }] as const;
    expect(viewOfClaim(claim, citizen)).not.toHaveProperty('messages');
    expect(viewOfClaim({ ...claim, statusMessages }, citizen).messages).toEqual(statusMessages);
  });
});

describe('something that is not used, shown to the citizen', () => {
  const { resource, source, credential, claimType, fact } = claim;
  const left = (reason: LeftOutReason, members: Partial<LeftOut> = {}): LeftOut => ({
    ...{ resource, reason, source, credential, claimType, fact },
    ...members,
  });

  it.each<LeftOutReason>([
    'expired',
    'not_yet_valid',
    'suspended',
    'revoked',
    'unknown_claim',
    'status_missing',
    'status_unknown',
    'wrong_subject',
  ])('can be reported to who signed it: %s', (reason) => {
    const origin = { source: source.id, credential, claimType };
    expect(viewOfLeftOut(left(reason))).toMatchObject({ origin, check: { reason } });
  });

  it('cannot be reported to who may not say it, or to nobody', () => {
    expect(viewOfLeftOut(left('issuer_not_trusted_for_claim'))).not.toHaveProperty('origin');
    for (const reason of ['invalid_proof', 'unknown_issuer', 'trust_unknown'] as const) {
      expect(viewOfLeftOut({ resource, reason })).not.toHaveProperty('origin');
    }
  });
});
