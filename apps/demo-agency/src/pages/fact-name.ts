import { g } from '@grondslag/agency';
import type { Words } from '../words/nl.ts';

/** What a kind of fact is called on the pages. */
export function factName(words: Words, claimType: string): string {
  switch (claimType) {
    case g.IncomeCredential:
      return words.income;
    case g.ResidenceCredential:
      return words.residence;
    case g.HouseholdCredential:
      return words.household;
    default:
      return words.other;
  }
}

/** What the fact at an address in a vault is called: its kind and the last part of the address. */
export function factNameAt(words: Words, resource: string): string {
  const [kind = '', name = ''] = new URL(resource).pathname.split('/').slice(-2);
  const names: Readonly<Record<string, string>> = {
    income: words.income,
    home: words.residence,
    household: words.household,
  };
  const found = Object.hasOwn(names, kind) ? (names[kind] ?? words.other) : words.other;
  return /^\d{4}$/.test(name) ? `${found} ${name}` : found;
}
