import { claimTypes } from '@grondslag/protocol';
import { expect, it } from 'vitest';
import { exampleLawfulAccess } from '../test-support/example-lawful-access.ts';
import { dutch, english } from '../test-support/words.ts';
import { fieldsInWords, kindInWords } from './data-words.ts';
import { daysInWords } from './days-in-words.ts';

const [income, household] = exampleLawfulAccess().access.dataNeeds;

it('has a word for every kind of fact of the kit, and says so of any other', () => {
  const other = kindInWords('https://elsewhere.example/Kind', dutch);
  expect(claimTypes.map((type) => kindInWords(type, dutch))).not.toContain(other);
  expect(other).toBe('iets anders over u');
});

it('names the parts of a fact, also those it has no word for', () => {
  expect(income && fieldsInWords(income, dutch)).toBe('jaar en bedrag');
  expect(household && fieldsInWords(household, english)).toBe('how many adults and gross pension');
});

it('says how long data are kept in whole years, else in days', () => {
  expect([365, 730, 30, 1].map((days) => daysInWords(days, dutch))).toEqual([
    '1 jaar',
    '2 jaar',
    '30 dagen',
    '1 dag',
  ]);
});
