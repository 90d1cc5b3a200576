import type { Addresses } from '../addresses.ts';
import { type Account, accountOf, mandateOf, type StackState } from '../stack-state.ts';
import { createCitizen } from '../story/citizen.ts';
import { openAgency } from '../story/open-agency.ts';

/** The way to the supplement without a vault. */
export const supplementRoute = {
  text: {
    nl: 'Vraag de aanvulling aan met het formulier, of bel ons.',
    en: 'Apply for the supplement with the form, or call us.',
  },
  phone: '0900 1111',
};

/** The pensioners’ fund uses its mandate for two citizens; one objects. */
export async function seedAccesses(
  addresses: Addresses,
  { accounts, mandates }: Pick<StackState, 'accounts' | 'mandates'>,
): Promise<void> {
  const agency = openAgency(addresses, accountOf(accounts, 'ouderenfonds'));
  const els = await createCitizen(addresses, accountOf(accounts, 'els'));
  try {
    const give = async ({ webId }: Pick<Account, 'webId'>) => {
      const outcome = await agency.requestLawfulAccess({
        mandate: mandateOf(mandates, 'income-supplement'),
        citizen: webId,
        otherRoute: supplementRoute,
      });
      if (outcome.status === 'allowed') return outcome.access.id;
      throw new Error(`The fund got no access: ${JSON.stringify(outcome)}`);
    };
    await give(accountOf(accounts, 'gerrit'));
    await els.object(await give(els), 'Ik wil niet dat een computer naar mijn geld kijkt.');
  } finally {
    await els.logOut();
    await agency.close();
  }
}
