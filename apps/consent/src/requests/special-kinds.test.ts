import { findings, type ProcessingActivity, type Rule } from '@grondslag/legal-basis';
import { g } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import { exampleRequest, income } from '../test-support/example-request.ts';
import { dutch, english } from '../test-support/words.ts';
import { asksExplicitly, chosenKinds, findSpecialKinds, specialInWords } from './special-kinds.ts';

const now = new Date('2026-11-20T12:00:00Z');
const need = { fields: ['year'], necessity: { nl: 'Nodig.' } };
const version = (dataNeeds: object[], validFrom = '2026-01-01T00:00:00Z') =>
  ({ dataNeeds, validFrom }) as unknown as ProcessingActivity;
const health = { ...need, claimType: g.IncomeCredential, specialCategories: ['health'] };
const found = { claimType: g.IncomeCredential, categories: ['health'] } as const;

describe('special kinds of a question', () => {
  it('are those its activity registers, as it is now', () => {
    const later = version([health], '2027-01-01T00:00:00Z');
    const ordinary = { ...need, claimType: g.ResidenceCredential };
    const versions = [later, version([health, ordinary])];
    expect(findSpecialKinds(exampleRequest(), versions, now)).toEqual([found]);
    const unnamed = { ...need, claimType: g.IncomeCredential, sensitivities: ['special-category'] };
    expect(findSpecialKinds(exampleRequest(), [version([unnamed])], now)).toEqual([
      { claimType: g.IncomeCredential, categories: [] },
    ]);
  });

  it('are all that is asked where the register names none: the operator knew more', () => {
    const kinds = findSpecialKinds(exampleRequest(), [], now).map(({ claimType }) => claimType);
    expect(new Set(kinds)).toEqual(new Set([g.IncomeCredential, g.ResidenceCredential]));
  });

  it('count where a ticked fact is one', () => {
    expect(chosenKinds({ facts: [`${income}2025`] }, [found])).toEqual([found]);
    expect(chosenKinds({ facts: [] }, [found])).toEqual([]);
  });

  it('are named by their category, else by the kind of fact', () => {
    expect(specialInWords(found, dutch)).toBe('uw gezondheid');
    expect(specialInWords({ ...found, categories: ['health', 'belief'] }, english)).toBe(
      'your health and your religion or belief',
    );
    expect(specialInWords({ ...found, categories: [] }, dutch)).toBe('uw inkomen');
  });
});

it('asks explicitly where the authority decided so, last', () => {
  const record = (rule: Rule) => ({
    ...{ at: now.toISOString(), occasion: 'request', outcome: 'ask', warnings: [] },
    ...{ rule, ...findings[rule] },
  });
  const records = (...rules: Rule[]) => rules.map(record) as Parameters<typeof asksExplicitly>[0];
  expect(asksExplicitly(records('explicit_consent_asked'))).toBe(true);
  expect(asksExplicitly(records('explicit_consent_asked', 'consent_asked'))).toBe(false);
  expect(asksExplicitly([])).toBe(false);
});
