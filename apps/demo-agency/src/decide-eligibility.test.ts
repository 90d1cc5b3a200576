import { describe, expect, it } from 'vitest';
import { decideEligibility } from './decide-eligibility.ts';

const provenance = {
  source: { nl: 'x' },
  credential: 'urn:x',
  checkedAt: new Date(0),
  isPart: false,
};
const incomes = (amount: number, currency = 'EUR') => [
  { ...provenance, year: 2025, amount, currency },
  { ...provenance, year: 2024, amount: 1, currency: 'EUR' },
];
const household = { ...provenance, adults: 1, children: 2 };
const city = { ...provenance, city: 'Waterdam' };

describe(decideEligibility, () => {
  it.each([
    ['a low income in our city', { incomes: incomes(22_000), city }, 'yes'],
    ['more for a larger household', { incomes: incomes(34_000), city, household }, 'yes'],
    ['too much for the household', { incomes: incomes(34_000.01), city, household }, 'no'],
    ['another city', { incomes: incomes(1), city: { ...city, city: 'Oostpolder' } }, 'no'],
    ['no word about the city', { incomes: incomes(22_000) }, 'city-unknown'],
    ['no word about the household', { incomes: incomes(22_001), city }, 'household-unknown'],
    [
      'too much for the part of the household that is known',
      { incomes: incomes(22_001), city, household: { ...provenance, adults: 1 } },
      'household-unknown',
    ],
    ['no income', { incomes: [], city }, 'income-unknown'],
  ] as const)('decides on the latest income: %s', (_, facts, outcome) => {
    expect(decideEligibility(facts).outcome).toBe(outcome);
  });
});
