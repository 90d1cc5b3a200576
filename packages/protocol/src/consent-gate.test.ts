import { g } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import { consentGateFromFields, consentGateToFields } from './consent-gate.ts';

const gate = {
  refusalCostsNothing: true,
  noLawCoversIt: true,
  inOwnInterest: true,
  onePurpose: true,
  easyToWithdraw: true,
  adviceAttached: false,
  confirmedBy: { name: 'A. de Vries', role: 'Teamleider' },
};

describe('a consent gate', () => {
  it('comes back from the fields of a consent as it was', () => {
    expect(consentGateFromFields(consentGateToFields(gate))).toEqual(gate);
  });

  it.each([
    ['nothing', {}],
    ['no text', { [g.consentGate]: true }],
    ['no JSON', { [g.consentGate]: '{' }],
    ['a point too few', { [g.consentGate]: JSON.stringify({ ...gate, onePurpose: undefined }) }],
    ['nobody', { [g.consentGate]: JSON.stringify({ ...gate, confirmedBy: {} }) }],
  ])('is not there when there is %s', (_what, fields) => {
    expect(consentGateFromFields(fields)).toBeUndefined();
  });
});
