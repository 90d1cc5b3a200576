import { GRONDSLAG } from '@grondslag/vocab';
import { factKinds } from '@grondslag/vocab/fact-kinds';
import { describe, expect, it } from 'vitest';
import { dutch, english } from '../test-support/words.ts';
import { fieldsOf } from './fact-view.ts';
import { factLines, factTitle, fieldValueInWords, kindOf } from './shown-fact.ts';

const income = { type: 'income', year: 2025, amount: '19875.50', currency: 'EUR' } as const;
const work = {
  type: 'other',
  claimType: `${GRONDSLAG}EmploymentCredential`,
  values: {
    [`${GRONDSLAG}startedOn`]: '2019-04-01',
    [`${GRONDSLAG}isPermanent`]: 'true',
    [`${GRONDSLAG}hoursPerWeek`]: '32',
    [`${GRONDSLAG}jobTitle`]: 'Lasser',
    [`${GRONDSLAG}employer`]: 'Scheepswerf Waterdam',
  },
} as const;

describe('a fact, shown as its shape says', () => {
  it('says an income with its year and amount', () => {
    expect(factTitle(income, dutch)).toBe('Inkomen over 2025');
    expect(factLines(income, dutch)).toEqual([['Bedrag', '€\u00a019.875,50']]);
    expect(factLines(income, english)).toEqual([['Amount', '€19,875.50']]);
  });

  it('says a kind the app has no code for, in the order of its shape', () => {
    expect(factTitle(work, dutch)).toBe('Werk bij Scheepswerf Waterdam');
    expect(factLines(work, dutch)).toEqual([
      ['Functie', 'Lasser'],
      ['Uren', '32 uur per week'],
      ['Vast contract', 'ja'],
      ['U werkt hier sinds', '1 april 2019'],
    ]);
    expect(fieldsOf(work)[0]).toBe('employer');
    expect(kindOf(work)?.[1].theme).toBe('work');
  });

  it('puts on one line what belongs together', () => {
    const residence = {
      type: 'residence',
      ...{ street: 'Dijkstraat', houseNumber: '12', postalCode: '9999 AB', city: 'Waterdam' },
      since: '2016-03-01',
    } as const;
    expect(factLines(residence, dutch)).toEqual([
      ['Straat en nummer', 'Dijkstraat 12'],
      ['Postcode en plaats', '9999 AB Waterdam'],
      ['U woont hier sinds', '1 maart 2016'],
    ]);
  });

  it('says a date the same wherever the citizen is, and a number', () => {
    const household = { type: 'household', adults: 1, children: 2, since: '2023-09-15' } as const;
    expect(factLines(household, dutch)).toEqual([
      ['Hoeveel volwassenen', '1'],
      ['Hoeveel kinderen', '2'],
      ['Sinds wanneer', '15 september 2023'],
    ]);
  });

  it('keeps words of a source on one line, and fills no place in them', () => {
    const diploma = {
      type: 'diploma',
      ...{ title: 'Zorg\n<b>{level}</b>', level: 'mbo', institution: 'School' },
      awardedOn: '2012-07-06',
    } as const;
    expect(factTitle(diploma, dutch)).toBe('Diploma Zorg <b>{level}</b>');
  });

  it('says one field alone', () => {
    expect(fieldValueInWords(income, 'amount', dutch)).toBe('€\u00a019.875,50');
    expect(fieldValueInWords(income, 'pension', dutch)).toBeUndefined();
  });

  it('has a name that is read aloud well: no phrase starts or ends with a space', () => {
    const texts: string[] = [];
    JSON.stringify(factKinds, (_, value) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    expect(texts.filter((text) => text.trim() !== text)).toEqual([]);
  });
});
