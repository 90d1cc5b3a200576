import { g } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import type { Explanation } from './explanation.ts';
import { explanationFromFields, explanationToFields } from './explanation-fields.ts';

const explanation: Explanation = {
  needs: [
    {
      resource: 'https://vault.example/anna/facts/income/',
      claimType: g.IncomeCredential,
      reason: { nl: 'Uw inkomen bepaalt uw recht.', en: 'Your income decides.' },
      required: true,
    },
  ],
  purposeInWords: { nl: 'Schuldhulp' },
  otherRoute: { text: { nl: 'Aan de balie' }, phone: '0900 0000' },
};

describe('the words of an agency in custom fields', () => {
  it('come back as they were written', () => {
    expect(explanationFromFields(explanationToFields(explanation))).toEqual(explanation);
  });

  it('are texts, the only kind of value every access-grant library reads', () => {
    for (const value of Object.values(explanationToFields(explanation))) {
      expect(value).toBeTypeOf('string');
    }
  });

  it.each([
    ['is missing', { [g.needs]: undefined }],
    ['is no JSON', { [g.otherRoute]: '{' }],
    ['has an unknown member', { [g.otherRoute]: '{"text":{"nl":"x"},"html":"<b>"}' }],
    ['links to a program', { [g.otherRoute]: '{"text":{"nl":"x"},"url":"javascript:alert(1)"}' }],
    ['is too long', { [g.purposeInWords]: JSON.stringify({ nl: 'x'.repeat(601) }) }],
  ])('are not believed in part: nothing when one %s', (_name, change) => {
    const fields = { ...explanationToFields(explanation), ...change };
    expect(explanationFromFields(fields)).toBeUndefined();
  });
});
