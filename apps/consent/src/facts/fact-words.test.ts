import { describe, expect, it } from 'vitest';
import { dutch, english } from '../test-support/words.ts';
import type { FactView } from './fact-view.ts';
import { factLines, factPhrase, factTitle, messageLines } from './fact-words.ts';

const income = { type: 'income', year: 2025, amount: '19875.50', currency: 'EUR' } as const;
const resource = 'https://vault.example/anna/facts/income/2025';
const view: FactView = {
  resource,
  theme: 'income',
  fact: income,
  check: { verified: true, at: new Date(0) },
};

describe('a fact in words', () => {
  it('says an income with its year and amount', () => {
    expect(factTitle(income, dutch)).toBe('Inkomen over 2025');
    expect(factLines(income, dutch)).toEqual([['Bedrag', '€\u00a019.875,50']]);
    expect(factLines(income, english)).toEqual([['Amount', '€19,875.50']]);
  });

  it('says a date the same wherever the citizen is', () => {
    const lines = factLines(
      { type: 'household', adults: 1, children: 2, since: '2023-09-15' },
      dutch,
    );
    expect(lines).toEqual([
      ['Volwassenen', '1'],
      ['Kinderen', '2'],
      ['Sinds', '15 september 2023'],
    ]);
  });

  it('keeps words of a source on one line', () => {
    const diploma = {
      type: 'diploma',
      title: 'Zorg\n<b>x</b>',
      level: 'mbo',
      institution: 'School',
      awardedOn: '2012-07-06',
    } as const;
    expect(factTitle(diploma, dutch)).toBe('Diploma Zorg <b>x</b>');
  });

  it('stands in a sentence, by its theme when it is not known', () => {
    expect(factPhrase(resource, view, dutch)).toBe('uw inkomen over 2025');
    expect(factPhrase(resource, undefined, dutch)).toBe('een gegeven over uw inkomen');
    expect(factPhrase('https://vault.example/anna/facts/income/', undefined, dutch)).toBe(
      'de lijst van uw inkomens',
    );
    expect(factPhrase('https://vault.example/anna/x', undefined, dutch)).toBe(
      'iets anders in uw datakluis',
    );
  });

  it('says what its source adds, in the words of the source on one line, or that there is something', () => {
    const messages = [
      { purpose: 'message', value: 1, message: 'Wordt\nherzien' },
      { purpose: 'refresh', value: 1 },
      { purpose: 'message', value: 1 },
    ] as const;
    expect(messageLines(messages, dutch)).toEqual([
      'Wordt herzien',
      'Er is een nieuwere versie.',
      'Er is iets mee. Vraag de afzender wat.',
    ]);
  });
});
