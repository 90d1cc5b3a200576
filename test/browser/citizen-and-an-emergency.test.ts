import { setTimeout as sleep } from 'node:timers/promises';
import { accountOf, logIn, openAgency } from '@grondslag/dev-stack';
import { article6Iri } from '@grondslag/legal-basis';
import { g } from '@grondslag/vocab';
import { getAccessGrantAll, query } from '@inrupt/solid-client-access-grants';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { expectFits, newPerson, openBrowser, openPage } from '../support/open-browser.ts';

const SECONDS = 3;
const need = {
  claimType: g.ResidenceCredential,
  fields: ['street', 'houseNumber', 'city'],
  necessity: { nl: 'Anders komt de hulp niet aan.' },
};

/** Article 6(1)(d): a fund reads an address because a life is in danger; Chadia hears of it after. */
describe('a citizen hears of an emergency', () => {
  const addresses = inject('addresses');
  const account = accountOf(inject('accounts'), 'ouderenfonds');
  const agency = openAgency(addresses, account);
  const chadia = inject('accounts').find(({ name }) => name === 'Chadia Amrani');
  assert(chadia);
  const activity = `https://ouderenfonds.example/verwerkingen/${crypto.randomUUID()}`;
  const open = (officials: { name: string; role: string }[], reviewAfterwards: boolean) =>
    agency.requestLawfulAccess({
      activity,
      citizen: chadia.webId,
      breakGlass: {
        danger: 'Zij belde ons en viel weg.',
        whyNoOtherBasis: 'Niemand kan haar iets vragen.',
        ...{ officials, reviewAfterwards, minutes: SECONDS / 60 },
      },
      otherRoute: { text: { nl: 'Bel 112.' } },
    });
  const [first, second] = [
    { name: 'A. Wacht', role: 'Dienstdoende' },
    { name: 'B. Wacht', role: 'Teamleider' },
  ] as const;

  beforeAll(async () => {
    const registered = await agency.registerActivity({
      ...{ id: activity, version: 1, controller: account.webId, name: { nl: 'Nood' } },
      purpose: 'https://w3id.org/dpv#ServiceProvision',
      purposeInWords: { nl: 'Wij sturen hulp naar wie in gevaar is.' },
      ...{ basis: article6Iri('d'), lawRefs: [], dataNeeds: [need], retentionDays: 7 },
      ...{ recipients: [], validFrom: new Date(Date.now() - 86_400_000).toISOString() },
    });
    assert(registered.status === 'registered', JSON.stringify(registered));
  });
  afterAll(() => agency.close());

  it('one official alone opens nothing', async () => {
    expect(await open([first], false)).toMatchObject({
      status: 'refused',
      rule: 'break_glass_needs_two',
    });
  });

  it('two open the address for seconds, and the libraries of consent see nothing of it', async () => {
    const opened = await open([first, second], true);
    assert(opened.status === 'allowed', JSON.stringify(opened));
    const streets = {
      query: `PREFIX g: <${new URL('#', g.street).href}> SELECT ?street ?code WHERE {
        GRAPH ?fact { ?home g:street ?street } OPTIONAL { GRAPH ?fact { ?home g:postalCode ?code } } }`,
    };
    const read = await agency.readClaims(opened.access.id, streets);
    assert(read.status === 'read' && read.answer.form === 'select', JSON.stringify(read));
    // the street is named, the postal code is not
    expect(read.answer.rows).toMatchObject([{ street: { value: 'Havenkade' } }]);
    expect(read.answer.rows[0]).not.toHaveProperty('code');

    const session = await logIn(addresses.vault, account);
    try {
      const options = { fetch: session.fetch };
      const [resource] = opened.access.resources;
      assert(resource);
      const found = await getAccessGrantAll(
        { resource },
        { ...options, accessEndpoint: new URL(addresses.authority) },
      );
      const queryEndpoint = new URL('query', addresses.authority);
      const { items } = await query({ resource: new URL(resource) }, { ...options, queryEndpoint });
      const ids = [...found, ...items].map((one) => JSON.stringify(one));
      const uuid = opened.access.id.split('/').at(-1) ?? '';
      expect(ids.filter((one) => one.includes('LawfulAccess') || one.includes(uuid))).toEqual([]);
    } finally {
      await session.logout();
    }

    await sleep((SECONDS + 1) * 1_000);
    expect(await agency.readClaims(opened.access.id, streets)).toMatchObject({
      status: 'no-access',
    });
  });

  it('she is told after, with the danger, who opened it, and that it is looked at again', async () => {
    const browser = await openBrowser();
    try {
      const { page } = await openPage(await newPerson(browser));
      await logInAtVault(page, addresses.consentApp, chadia);
      await page.getByRole('link', { name: 'Bekijk wat er nieuw is' }).click();
      await page.getByRole('heading', { level: 1, name: 'Berichten over de wet' }).waitFor();
      await expectAccessible(page);
      await page
        .getByRole('link', { name: /Ouderenfonds/ })
        .first()
        .click();
      const emergency = page.getByRole('region', { name: 'Er was gevaar' });
      await emergency.getByText('Zij belde ons en viel weg.').waitFor();
      await emergency.getByText('B. Wacht, Teamleider').waitFor();
      await emergency.getByText(/Iemand anders kijkt dit na, uiterlijk op/).waitFor();
      await expectAccessible(page);
      await expectFits(page);
    } finally {
      await browser.close();
    }
  });
});
