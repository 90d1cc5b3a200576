import type { Agency } from '@grondslag/agency';
import { accountOf, openAgency } from '@grondslag/dev-stack';
import { g } from '@grondslag/vocab';
import { getAccessGrant, getFile } from '@inrupt/solid-client-access-grants';
import type { Browser } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { logInFor } from '../support/log-in-for.ts';
import { menu, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

const WHOLE = 'SELECT ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }';

const SERVICE = 'https://w3id.org/dpv#ServiceProvision';
const RESEARCH = 'https://w3id.org/dpv#ResearchAndDevelopment';

/** Anna shares how many adults live with her, and not how many children; of two purposes she allows one. */
describe('a citizen leaves out one field of a fact', () => {
  const addresses = inject('addresses');
  const account = inject('accounts').find(({ role }) => role === 'agency');
  const anna = inject('accounts').find(({ name }) => name === 'Anna de Wit');
  assert(account && anna);
  const counsellor = logInFor(account);
  const household = new URL('../facts/household/household', anna.webId).href;
  const residence = new URL('../facts/home/residence', anna.webId).href;
  let sdk: Agency;
  let coach: Agency;
  let request: string;
  let grant: string;
  let browser: Browser;
  let agency: Watched;
  let citizen: Watched;

  beforeAll(async () => {
    sdk = openAgency(addresses, account);
    coach = openAgency(addresses, accountOf(inject('accounts'), 'energiecoach'));
    browser = await openBrowser();
    const contexts = [await newPerson(browser), await newPerson(browser)];
    [agency, citizen] = (await Promise.all(contexts.map(openPage))) as [Watched, Watched];
  });
  afterAll(async () => {
    await browser.close();
    await sdk.close();
    await coach.close();
  });

  const next = () => citizen.page.getByRole('button', { name: 'Volgende' }).click();
  const box = (name: string | RegExp) => citizen.page.getByRole('checkbox', { name });
  const lastYear = new Date().getFullYear() - 1;

  it('the agency asks for some fields, and says so in the question', async () => {
    const { page } = agency;
    await page.goto(addresses.demoAgency);
    await page.getByRole('radio', { name: 'Anna de Wit' }).check();
    await page.getByRole('button', { name: 'Vraag de gegevens' }).click();
    await seen(page, 'Wachten op de burger');
  });

  it('she sees which are asked, which stay with her, and which the agency cannot do without', async () => {
    const { page } = citizen;
    await logInAtVault(page, addresses.consentApp, anna);
    await menu(page, 'Vragen');
    await page
      .getByRole('main')
      .getByRole('link', { name: /Schuldhulp Waterdam/ })
      .first()
      .click();
    await next();
    await next();
    const home = page.getByRole('listitem').filter({ has: box('Delen: Adres') });
    await home.getByText('Zij vragen hiervan: plaats.').waitFor();
    await home.getByText(/Dit blijft bij u: straat, huisnummer, postcode/).waitFor();
    expect(await box(/^Ook delen/).count()).toBe(0);
    await box('Delen: Adres').check();
    await box(`Delen: Inkomen over ${lastYear}`).check();
    await page
      .getByText('Dit hebben zij hiervan nodig: jaar, bedrag en welke munt.')
      .first()
      .waitFor();
    expect(await box(/^Ook delen/).count()).toBe(0);
    await seen(page, 'Welke gegevens deelt u?');
  });

  it('she leaves out one, by keyboard, and cannot leave out all of a fact that is ticked', async () => {
    const { page } = citizen;
    await box('Delen: Met wie u woont').check();
    const children = box('Ook delen: hoeveel kinderen');
    expect(await children.isChecked()).toBe(true);
    await children.focus();
    await page.keyboard.press('Space');
    await box('Ook delen: hoeveel volwassenen').uncheck();
    await next();
    await page.getByText(/koos u geen enkel deel/).waitFor();
    await box('Ook delen: hoeveel volwassenen').check();
    await seen(page, 'Welke gegevens deelt u?');
  });

  it('the summary, the receipt and the overview say which', async () => {
    const { page } = citizen;
    await next();
    await page.getByRole('radio', { name: /^1 week/ }).check();
    await next();
    await next();
    const part = 'met wie u woont, alleen: hoeveel volwassenen';
    await page.getByText(part).waitFor();
    await page.getByText('uw adres, alleen: plaats').waitFor();
    await page.getByText('met wie u woont: hoeveel kinderen en sinds wanneer').waitFor();
    await seen(page, 'Klopt dit?');
    await page.getByRole('button', { name: 'Ja, maar alleen dit deel' }).click();
    await page.getByText(part).waitFor();
    await seen(page, 'Uw keuze is verstuurd');
    await menu(page, 'Wie kan wat zien');
    const card = page.getByRole('article').filter({ hasText: part }).first();
    await card.waitFor();
    await seen(page, 'Wie kan wat zien');
    await card.getByRole('button', { name: /^Stop met delen/ }).click();
    await page.getByText(part).waitFor();
    await seen(page, 'Wilt u stoppen met delen?');
    const id = new URL(page.url()).pathname.split('/').at(-2);
    grant = new URL(`vc/${id}`, addresses.authority).href;
    await page.getByRole('button', { name: 'Nee, ga terug' }).click();
  });

  it('the agency gets that part, with a proof that holds', async () => {
    const { page } = agency;
    await seen(page, 'De burger zegt ja');
    await page.getByRole('button', { name: 'Lees de gegevens' }).click();
    await seen(page, 'Komt in aanmerking?');
    await page.getByText('1 volwassene', { exact: true }).waitFor();
    expect(await page.getByText('Het bewijs van dit deel klopt.').count()).toBe(2);
    expect(await page.getByText(/kind(eren)?$/).count()).toBe(0);
  });

  it('and cannot get more: not with the SDK asked for everything', async () => {
    const read = await sdk.readClaims(grant, { query: WHOLE });
    assert(read.status === 'read' && read.answer.form === 'select', JSON.stringify(read));
    const fact = (resource: string) => read.claims.find((claim) => claim.resource === resource);
    expect(fact(household)).toMatchObject({
      derived: true,
      fact: { type: 'household', adults: 1 },
    });
    expect(fact(household)?.fact).not.toHaveProperty('children');
    expect(fact(residence)?.fact).toEqual({ type: 'residence', city: 'Waterdam' });
    const properties = read.answer.rows.map((row) => row['p']?.value);
    expect(properties).toContain(g.adults);
    for (const name of [g.children, g.since, g.street]) expect(properties).not.toContain(name);
  });

  it.each(['application/ld+json', 'text/turtle', 'application/n-quads', '*/*'])(
    'and not with a plain fetch of %s',
    async (accept) => {
      const vc = await getAccessGrant(grant, { fetch: counsellor.fetch });
      const fetch: typeof globalThis.fetch = (input, init) => {
        const headers = new Headers(init?.headers);
        if (!headers.has('content-type')) headers.set('accept', accept);
        return counsellor.fetch(input, { ...init, headers });
      };
      const text = await (await getFile(household, vc, { fetch })).text();
      expect(text).toContain('"adults"');
      expect(text).not.toMatch(/children|since|2023-09-15/);
    },
  );

  it('of two purposes she allows one, and nothing is chosen beforehand', async () => {
    const { page } = citizen;
    const asked = await coach.requestAccess({
      citizen: anna.webId,
      purpose: [SERVICE, RESEARCH],
      purposeInWords: { nl: 'Wij geven u raad over uw energie, en leren van onze adviezen.' },
      needs: [
        {
          claimType: g.HouseholdCredential,
          fields: ['adults'],
          reason: { nl: 'Meer mensen gebruiken meer.' },
          required: true,
        },
      ],
      otherRoute: { text: { nl: 'Bel ons.' } },
      expiresAt: new Date(Date.now() + 86_400_000),
    });
    assert(asked.status === 'requested', JSON.stringify(asked));
    request = asked.request.id;
    await menu(page, 'Vragen');
    await page
      .getByRole('main')
      .getByRole('link', { name: /Energiecoach/ })
      .click();
    await next();
    const purposes = page.getByRole('group', { name: 'Waarvoor mogen zij uw gegevens gebruiken?' });
    await purposes.waitFor();
    for (const one of await purposes.getByRole('checkbox').all()) {
      expect(await one.isChecked()).toBe(false);
    }
    await next();
    await page.getByText(/U koos nog geen doel/).waitFor();
    await seen(page, 'Waarvoor is het?');
    await box('Een dienst leveren').check();
    await next();
    await box('Delen: Met wie u woont').check();
    await next();
    await page.getByRole('radio', { name: /^Zo lang als gevraagd/ }).check();
    await next();
    await next();
    const notFor = page.getByText('Onderzoek en verbetering');
    await notFor.waitFor();
    await page.getByText(/Zij mogen alleen lezen, niets veranderen/).waitFor();
    await seen(page, 'Klopt dit?');
    await page.getByRole('button', { name: 'Ja, maar alleen dit deel' }).click();
    await seen(page, 'Uw keuze is verstuurd');
  });

  it('the grant carries that one, and use for the other is refused', async () => {
    const decided = await coach.waitForDecision(request, { timeoutSeconds: 10 });
    assert(decided.status === 'granted', JSON.stringify(decided));
    expect(decided.grant.credentialSubject.providedConsent).toMatchObject({
      forPurpose: [SERVICE],
      mode: ['http://www.w3.org/ns/auth/acl#Read'],
    });
    const read = (purpose?: string) =>
      coach.readClaims(decided.grant.id, { query: WHOLE, ...(purpose && { purpose }) });
    expect(await read(RESEARCH)).toMatchObject({
      ...{ status: 'no-access', reason: 'refused' },
      detail: expect.stringContaining('did not allow use for this purpose'),
    });
    expect(await read(SERVICE)).toMatchObject({ status: 'read' });
    expect(await read()).toMatchObject({ status: 'read' });
  });

  it('no page complained', () => {
    expect(agency.complaints).toEqual([]);
    expect(citizen.complaints).toEqual([]);
  });
});
