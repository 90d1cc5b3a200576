import { setTimeout as sleep } from 'node:timers/promises';
import { accountOf, logIn, openAgency } from '@grondslag/dev-stack';
import { article6Iri } from '@grondslag/legal-basis';
import { g } from '@grondslag/vocab';
import { getAccessGrantAll, query } from '@inrupt/solid-client-access-grants';
import type { Browser } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { menu, region, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

const SECONDS = 12;
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

  describe('she is told after', () => {
    let browser: Browser;
    let citizen: Watched;
    beforeAll(async () => {
      browser = await openBrowser();
      citizen = await openPage(await newPerson(browser));
    });
    afterAll(() => browser.close());
    const emergency = () => region(citizen.page, 'Er was gevaar');
    const openIt = () =>
      citizen.page
        .getByRole('link', { name: /Ouderenfonds/ })
        .first()
        .click();

    it('with the danger, who opened it, and that somebody else looks at it', async () => {
      const { page } = citizen;
      await logInAtVault(page, addresses.consentApp, chadia);
      await page.getByRole('link', { name: 'Bekijk wat er nieuw is' }).click();
      await seen(page, 'Berichten over de wet');
      await openIt();
      await emergency().getByText('Zij belde ons en viel weg.').waitFor();
      await emergency().getByText('B. Wacht, Teamleider').waitFor();
      await emergency()
        .getByText(/Iemand anders kijkt dit na, uiterlijk op/)
        .waitFor();
      await seen(page, /mag lezen$/);
    });

    it('and that nobody looked in time, with where to complain', async () => {
      const { page } = citizen;
      // Three days do not pass in a test: the answer of the authority, as it is then.
      await page.route('**/v1/lawful-accesses?*', async (route) => {
        const response = await route.fetch();
        const page = (await response.json()) as { items: object[] };
        const items = page.items.map((one) => ({ ...one, reviewState: 'overdue' }));
        await route.fulfill({ response, json: { ...page, items } });
      });
      await page.reload();
      await emergency()
        .getByText(/^Iemand anders moest dit nakijken, .* Dat is nog niet gebeurd\.$/)
        .waitFor();
      await emergency().getByRole('link', { name: 'Lees hoe u klaagt' }).waitFor();
      await seen(page, /mag lezen$/);
      await page.unrouteAll();
    });

    it('and what somebody found who did not open it: it was not justified', async () => {
      const { page } = citizen;
      const found = {
        outcome: 'not-justified' as const,
        reasons: { nl: 'Haar dochter stond naast haar en kende het adres.' },
        by: { name: 'a wacht', role: 'Functionaris gegevensbescherming' },
      };
      const [due] = await agency.listEmergencies('due');
      assert(due);
      const { id } = due.access;
      await expect(agency.reviewEmergency(id, found)).rejects.toMatchObject({
        problem: 'reviewer_opened_it',
      });
      const by = { ...found.by, name: 'C. Gegeven' };
      const reviewed = await agency.reviewEmergency(id, { ...found, by });
      expect(reviewed).toMatchObject({ state: 'ended', reviewState: 'done' });
      await page.reload();
      await emergency()
        .getByText(/^Het was niet terecht\./)
        .waitFor();
      await emergency().getByText(found.reasons.nl).waitFor();
      await emergency().getByText('C. Gegeven, Functionaris gegevensbescherming').waitFor();
      await emergency().getByRole('link', { name: 'Lees hoe u klaagt' }).waitFor();
      await seen(page, /mag lezen$/);
      await menu(page, 'Wie kan wat zien');
      await page.getByText(/opende in nood: .* Dat was niet terecht/).waitFor();
      await seen(page, 'Wie kan wat zien');
      await page.getByRole('link', { name: 'Bekijk de berichten over de wet' }).click();
      await page.getByText(/las\. Het was niet terecht\.$/).waitFor();
      await seen(page, 'Berichten over de wet');
    });

    it('in English too, and no page complained', async () => {
      const { page } = citizen;
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText(/It was not justified\.$/).waitFor();
      expect(citizen.complaints).toEqual([]);
    });
  });
});
