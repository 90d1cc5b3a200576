import { authorityPaths } from '@grondslag/protocol';
import { invitedHelperSchema, type NewHelper } from '@grondslag/protocol/v1';
import type { Addresses } from '../addresses.ts';
import { logIn } from '../seed/log-in.ts';
import { operator } from '../seed/people.ts';
import { type Account, accountOf, type StackState } from '../stack-state.ts';
import { createCitizen } from '../story/citizen.ts';
import { openAgency } from '../story/open-agency.ts';
import { askForIncome } from '../story/with-agency-sdk.ts';

const DAY_MS = 86_400_000;
const ADULT_YEARS = 18;

/**
 * A parent of two. For Sem she said yes to a question; then the operator corrects his birthday, by which he turned 18
 * yesterday, and he is asked whether he keeps it. Lotte is a year younger, and nothing was begun for her.
 */
export async function seedFamily(
  addresses: Addresses,
  { accounts }: Pick<StackState, 'accounts'>,
  now: Date,
): Promise<void> {
  const [karin, sem, lotte] = ['karin', 'sem', 'lotte'].map((one) => accountOf(accounts, one)) as [
    Account,
    Account,
    Account,
  ];
  const keeper = await logIn(addresses.vault, accountOf(accounts, operator.slug));
  const mother = await logIn(addresses.vault, karin);
  async function send(by: typeof keeper, method: 'POST' | 'PUT', path: string, body: object) {
    const response = await by.fetch(new URL(path, addresses.authority).href, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return response.json() as Promise<unknown>;
    throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  }
  const register = async (child: Account) => {
    const body = representative(karin, child, birthday(now, ADULT_YEARS - 1));
    const made = await send(keeper, 'POST', authorityPaths.helpers, body);
    return invitedHelperSchema.parse(made).helper.id;
  };
  try {
    await register(lotte);
    const help = await register(sem);
    const facts = [new URL(`../facts/income/${now.getFullYear() - 1}`, sem.webId).href];
    await send(mother, 'PUT', `${help}/confirmation`, { facts: [] });
    await sayYes(addresses, accounts, { by: karin, help, child: sem, facts });
    const bornOn = birthday(new Date(now.getTime() - DAY_MS), ADULT_YEARS);
    await send(keeper, 'PUT', `${help}/birthday`, { bornOn });
  } finally {
    await mother.logout();
    await keeper.logout();
  }
}

async function sayYes(
  addresses: Addresses,
  accounts: readonly Account[],
  {
    by,
    help,
    child,
    facts,
  }: {
    readonly by: Account;
    readonly help: string;
    readonly child: Account;
    readonly facts: readonly string[];
  },
): Promise<void> {
  const agency = openAgency(addresses, accountOf(accounts, 'waterdam'));
  const parent = await createCitizen(addresses, by, help);
  try {
    const until = Date.now() + 60 * DAY_MS;
    const asked = await askForIncome(agency, child.webId, until - DAY_MS);
    if (asked.status !== 'requested') throw new Error(`The question was ${asked.status}.`);
    const request = await parent.seeRequest(asked.request.id);
    await parent.approve(request, facts, new Date(until));
  } finally {
    await parent.logOut();
    await agency.close();
  }
}

function representative(parent: Account, child: Account, bornOn: string): NewHelper {
  return {
    kind: 'representative',
    ...{ citizen: child.webId, helper: parent.webId },
    ...{ name: firstName(parent), citizenName: firstName(child) },
    themes: ['income', 'home', 'household'],
    representation: {
      ground: 'parental-authority',
      reference: 'Gezagsregister (voorbeeld)',
      bornOn,
    },
  };
}

function firstName({ name }: Account): string {
  return name.split(' ')[0] ?? name;
}

/** Of somebody who is so many years old today. */
function birthday(today: Date, years: number): string {
  const day = new Date(today);
  day.setUTCFullYear(day.getUTCFullYear() - years);
  return day.toISOString().slice(0, 10);
}
