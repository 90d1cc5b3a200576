import type { Facts } from './read-facts.ts';

/** The rule of this sample, invented: the limit in euros a year for one person, and for each person more. */
export const LIMIT_FIRST_PERSON = 22_000;
export const LIMIT_NEXT_PERSON = 6_000;
export const OUR_CITY = 'Waterdam';

/** What the rule says. */
export type Eligibility =
  | {
      readonly outcome: 'yes' | 'no' | 'city-unknown' | 'household-unknown';
      /** Euros a year for `persons`. */
      readonly limit: number;
      readonly persons: number;
    }
  | { readonly outcome: 'income-unknown' };

/** Applies the rule to what was verified; what is not known never counts against someone. */
export function decideEligibility({ incomes, city, household }: Facts): Eligibility {
  const latest = incomes.find(
    ({ amount, currency }) => Number.isFinite(amount) && currency === 'EUR',
  );
  if (!latest) return { outcome: 'income-unknown' };
  const persons = (household?.adults ?? 1) + (household?.children ?? 0);
  const isHouseholdKnown = household?.adults !== undefined && household.children !== undefined;
  const limit = LIMIT_FIRST_PERSON + LIMIT_NEXT_PERSON * (persons - 1);
  if (city && city.city !== OUR_CITY) return { outcome: 'no', limit, persons };
  if (latest.amount > limit) {
    return { outcome: isHouseholdKnown ? 'no' : 'household-unknown', limit, persons };
  }
  return { outcome: city ? 'yes' : 'city-unknown', limit, persons };
}
