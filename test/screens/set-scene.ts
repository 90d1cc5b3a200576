import {
  type Account,
  type Addresses,
  accountOf,
  createCitizen,
  mandateOf,
  openAgency,
} from '@grondslag/dev-stack';
import { assert } from 'vitest';
import { askForHelp, lastPart, otherRoute } from './ask-for-help.ts';
import { reportAnError } from './report-an-error.ts';

const HOUR_MS = 3_600_000;
/** What there is to see: the last parts of the ids of Saskia's questions, permissions, accesses and objections. */
export interface Scene {
  readonly addresses: Addresses;
  readonly citizen: Account;
  /** Waits for an answer. */
  readonly request: string;
  /** Given, and used once. */
  readonly grant: string;
  /** Under a law, in use. */
  readonly access: string;
  readonly objection: string;
  /** A fact of hers, as an address of the app names it. */
  readonly fact: string;
  /** Waits for its source. */
  readonly correction: string;
  /** Asks something more, which can be taken back. */
  ask(): Promise<{ readonly id: string; takeBack(): Promise<void> }>;
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
  const citizen = accountOf(accounts, 'saskia');
  const counsellor = openAgency(addresses, accountOf(accounts, 'waterdam'));
  const fund = openAgency(addresses, accountOf(accounts, 'ouderenfonds'));
  const saskia = await createCitizen(addresses, citizen);

  const ask = async () => saskia.seeRequest(await askForHelp(counsellor, citizen.webId));
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
    await saskia.deny(await ask(), 'Ik kom liever langs.');
    const income = new URL(`facts/income/${new Date().getFullYear() - 1}`, saskia.storage).href;
    const given = await saskia.approve(await ask(), [income], new Date(Date.now() + 20 * HOUR_MS));
    const before = new URL(String(new Date().getFullYear() - 2), income).href;
    const correction = await reportAnError(addresses, saskia, before);
    const everything = { query: 'SELECT ?s WHERE { ?s ?p ?o } LIMIT 1' };
    assert((await counsellor.readClaims(given.id, everything)).status === 'read');
    const { objection } = await saskia.object(await giveAccess(), 'Ik regel dit liever zelf.');
    await fund.answerObjection(objection.id, {
      outcome: 'rejected',
      reasons: { nl: 'Zonder deze gegevens loopt u de aanvulling mis.' },
      by: { name: 'J. de Boer', role: 'Hoofd uitvoering' },
    });
    const access = await giveAccess();
    assert((await fund.readClaims(access, everything)).status === 'read');
    return {
      addresses,
      citizen,
      request: lastPart((await ask()).id),
      grant: lastPart(given.id),
      access: lastPart(access),
      objection: lastPart(objection.id),
      fact: new URL(income).pathname.slice(1),
      correction: lastPart(correction),
      async ask() {
        const agency = openAgency(addresses, accountOf(accounts, 'waterdam'));
        const id = await askForHelp(agency, citizen.webId);
        return {
          id: lastPart(id),
          async takeBack() {
            await agency.cancelRequest(id);
            await agency.close();
          },
        };
      },
    };
  } finally {
    await Promise.all([counsellor.close(), fund.close(), saskia.logOut()]);
  }
}
