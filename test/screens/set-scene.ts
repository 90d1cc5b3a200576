import {
  type Account,
  type Addresses,
  accountOf,
  createCitizen,
  mandateOf,
  openAgency,
  readConsentGate,
} from '@grondslag/dev-stack';
import { g } from '@grondslag/vocab';
import { assert } from 'vitest';

const HOUR_MS = 3_600_000;
const otherRoute = {
  text: { nl: 'Vraag het formulier aan de balie, of bel ons.' },
  phone: '0900 0000',
};

/** What there is to see: the last parts of the ids of Fenna's questions, permissions, accesses and objections. */
export interface Scene {
  readonly citizen: Account;
  /** Waits for an answer. */
  readonly request: string;
  /** Given, and used once. */
  readonly grant: string;
  /** Under a law, in use. */
  readonly access: string;
  readonly objection: string;
}

/** Gives a citizen of her own one of everything the app can show, as agencies and she would do it. */
export async function setScene({
  addresses,
  accounts,
  mandates,
}: {
  readonly addresses: Addresses;
  readonly accounts: readonly Account[];
  readonly mandates: Readonly<Record<string, string>>;
}): Promise<Scene> {
  const citizen = accountOf(accounts, 'fenna');
  const counsellor = openAgency(addresses, accountOf(accounts, 'waterdam'));
  const fund = openAgency(addresses, accountOf(accounts, 'ouderenfonds'));
  const fenna = await createCitizen(addresses, citizen);

  async function ask() {
    const asked = await counsellor.requestAccess({
      citizen: citizen.webId,
      purpose: 'https://w3id.org/dpv#ServiceProvision',
      purposeInWords: { nl: 'Wij kijken op uw verzoek of schuldhulp bij u past.' },
      needs: [
        {
          claimType: g.IncomeCredential,
          fields: ['year', 'amount', 'currency'],
          reason: { nl: 'Uw inkomen bepaalt of u schuldhulp kunt krijgen.' },
          required: true,
        },
        {
          claimType: g.HouseholdCredential,
          fields: ['adults', 'children'],
          reason: { nl: 'Met wie u woont, bepaalt wat u nodig heeft.' },
          required: false,
        },
      ],
      otherRoute,
      expiresAt: new Date(Date.now() + 24 * HOUR_MS),
      processingActivity: 'https://waterdam.example/verwerkingen/schuldhulp',
      consentGate: await readConsentGate(),
    });
    assert(asked.status === 'requested', JSON.stringify(asked));
    return fenna.seeRequest(asked.request.id);
  }
  async function giveAccess() {
    const given = await fund.requestLawfulAccess({
      mandate: mandateOf(mandates, 'income-supplement'),
      citizen: citizen.webId,
      otherRoute,
    });
    assert(given.status === 'allowed', JSON.stringify(given));
    return given.access.id;
  }

  try {
    await fenna.deny(await ask(), 'Ik kom liever langs.');
    const income = new URL(`facts/income/${new Date().getFullYear() - 1}`, fenna.storage).href;
    const given = await fenna.approve(await ask(), [income], new Date(Date.now() + 20 * HOUR_MS));
    const everything = { query: 'SELECT ?s WHERE { ?s ?p ?o } LIMIT 1' };
    assert((await counsellor.readClaims(given.id, everything)).status === 'read');
    const { objection } = await fenna.object(await giveAccess(), 'Ik regel dit liever zelf.');
    await fund.answerObjection(objection.id, {
      outcome: 'rejected',
      reasons: { nl: 'Zonder deze gegevens loopt u de aanvulling mis.' },
      by: { name: 'J. de Boer', role: 'Hoofd uitvoering' },
    });
    const access = await giveAccess();
    assert((await fund.readClaims(access, everything)).status === 'read');
    return {
      citizen,
      request: lastPart((await ask()).id),
      grant: lastPart(given.id),
      access: lastPart(access),
      objection: lastPart(objection.id),
    };
  } finally {
    await Promise.all([counsellor.close(), fund.close(), fenna.logOut()]);
  }
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
