import { SANDBOX_LIST } from '../processes/serve-sources.ts';
import { income, livingAlone, type Person } from '../seed/people.ts';

/** What citizens of the sandbox do; the name of each is that of its vault, and stable. */
export const characters = {
  'never-answers': { name: 'Nooit antwoord', does: 'leaves every question open' },
  denies: { name: 'Altijd nee', does: 'says no to every question, with a reason' },
  partial: { name: 'Een deel', does: 'says yes to the first need of a question and to no other' },
  objects: { name: 'Maakt bezwaar', does: 'objects to lawful access within a second or two' },
  withdraws: {
    name: 'Trekt in',
    does: 'says yes, and withdraws in the middle of the first read',
  },
  'source-revoked': {
    name: 'Bron trok in',
    does: 'says yes; the source has withdrawn the newest income',
  },
  'mandate-ended': {
    name: 'Machtiging voorbij',
    does: 'is named in a mandate that ended yesterday',
  },
  'delayed-notice': {
    name: 'Hoort het later',
    does: 'is named in a mandate of which the citizen is told in a month',
  },
} as const satisfies Record<string, { name: string; does: string }>;
export type Character = keyof typeof characters;

/** The one without an account: nothing is at this address. */
export const NO_VAULT = 'no-vault';

/** Facts read six at a time: with more, some are still to come when the first are verified. */
const MORE_THAN_AT_ONCE = 8;

/** The vaults of the sandbox. */
export function sandboxPeople(thisYear: number): readonly Person[] {
  return Object.entries(characters).map(([slug, { name }]) => ({
    slug,
    name: `${name} (proefpersoon)`,
    facts: [...incomesOf(slug, thisYear), ...livingAlone()],
  }));
}

function incomesOf(slug: string, thisYear: number): Person['facts'] {
  if (slug === 'withdraws') {
    return Array.from({ length: MORE_THAN_AT_ONCE }, (_, index) => ({
      ...income(thisYear - 1 - index, '21500.00'),
      statusList: SANDBOX_LIST,
    }));
  }
  const newest = income(
    thisYear - 1,
    '18250.00',
    slug === 'source-revoked' ? 'revoked' : undefined,
  );
  return [income(thisYear - 2, '17900.00'), newest];
}
