import { g } from '@grondslag/vocab';
import { expect, it } from 'vitest';
import { explicitConsentFromFields, explicitConsentToFields } from './explicit-consent.ts';

it('writes kinds of facts as one text and reads them back, and writes nothing when there are none', () => {
  const kinds = [g.HouseholdCredential, g.IncomeCredential];
  expect(explicitConsentFromFields(explicitConsentToFields(kinds))).toEqual(kinds);
  expect(explicitConsentToFields([])).toEqual({});
});

it.each([undefined, true, '', '{', '"all"', '[1]', '["not an IRI"]'])(
  'takes %j for no explicit consent',
  (text) => {
    expect(explicitConsentFromFields({ [g.explicitConsent]: text })).toEqual([]);
  },
);
