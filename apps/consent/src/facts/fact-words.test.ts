import { describe, expect, it } from 'vitest';
import { dutch } from '../test-support/words.ts';
import type { FactView } from './fact-view.ts';
import { factPhrase, messageLines } from './fact-words.ts';

const income = { type: 'income', year: 2025, amount: '19875.50', currency: 'EUR' } as const;
const resource = 'https://vault.example/anna/facts/income/2025';
const view: FactView = {
  resource,
  theme: 'income',
  fact: income,
  check: { verified: true, at: new Date(0) },
};

describe('a fact in words', () => {
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
