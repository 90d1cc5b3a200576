import { accountOf, createCitizen, openAgency } from '@grondslag/dev-stack';
import { g } from '@grondslag/vocab';
import type { Browser, Page } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { askForHelp } from '../screens/ask-for-help.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { menu, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

/** Fenna works more hours than the register says, and did not move. */
describe('a citizen reports an error in a fact', () => {
  const addresses = inject('addresses');
  const fenna = inject('accounts').find(({ name }) => name === 'Fenna Visser');
  assert(fenna);
  let browser: Browser;
  let citizen: Watched;
  let desk: Watched;

  beforeAll(async () => {
    browser = await openBrowser();
    const contexts = [await newPerson(browser), await newPerson(browser)];
    [citizen, desk] = (await Promise.all(contexts.map(openPage))) as [Watched, Watched];
  });
  afterAll(() => browser.close());

  const card = (name: RegExp) =>
    citizen.page.getByRole('article').filter({ has: citizen.page.getByRole('heading', { name }) });

  async function answer(slug: string, button: string, reasons = '') {
    const { page } = desk;
    await page.goto(new URL(`${slug}/meldingen`, addresses.sources).href);
    await page.getByRole('textbox', { name: 'Reden' }).first().fill(reasons);
    await page.getByRole('button', { name: button }).first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  async function report(page: Page, fact: RegExp, field: RegExp, shouldBe: string) {
    await menu(page, 'Mijn gegevens');
    await card(fact)
      .getByRole('link', { name: /Meld een fout/ })
      .click();
    await seen(page, 'Een fout melden');
    await page.getByRole('button', { name: 'Verstuur mijn melding' }).click();
    await page.getByText('Kies eerst wat er niet klopt, of schrijf het op.').waitFor();
    await page.getByRole('checkbox', { name: field }).check();
    await page.getByRole('textbox', { name: /Wat moet er staan/ }).fill(shouldBe);
    await seen(page, 'Een fout melden');
    await page.getByRole('button', { name: 'Verstuur mijn melding' }).click();
    await seen(page, 'Uw melding van een fout');
  }

  it('sees any kind of fact in words, one without a shape by its own names, and her own file as hers', async () => {
    const { page } = citizen;
    await logInAtVault(page, addresses.consentApp, fenna);
    await menu(page, 'Mijn gegevens');
    await card(/^Werk bij Scheepswerf Waterdam$/)
      .getByText('32 uur per week')
      .waitFor();
    const unknown = card(/^Library card$/);
    await unknown.getByText('B-1203').waitFor();
    await unknown.getByText('Soort onbekend').waitFor();
    const own = card(/^loonstrook-maart\.txt$/);
    await own.getByText('U zelf').waitFor();
    await own.getByText('Niet gecontroleerd', { exact: true }).waitFor();
    await seen(page, 'Mijn gegevens');
  });

  it('says what is wrong, and when the answer comes', async () => {
    const { page } = citizen;
    await report(page, /^Werk bij/, /^uren: 32/i, '36');
    await page.getByText(/heeft uw melding\. U krijgt antwoord, uiterlijk op/).waitFor();
    await menu(page, 'Mijn gegevens');
    await card(/^Werk bij/)
      .getByText(/U meldde een fout/)
      .waitFor();
  });

  it('sees that the source looks into it, and then the new fact and the answer', async () => {
    const { page } = citizen;
    await answer('werkregister', 'Nakijken');
    await menu(page, 'Bezwaren en meldingen');
    await page.reload();
    await page.getByText(/kijkt het na/).waitFor();
    await answer('werkregister', 'Verbeteren zoals gemeld');
    await page.reload();
    await page.getByRole('link', { name: /Bekijk de melding over uw werk/ }).click();
    await page.getByText(/heeft het verbeterd\./).waitFor();
    await seen(page, 'Uw melding van een fout');
    await page.getByRole('link', { name: 'Bekijk mijn gegevens' }).click();
    const work = card(/^Werk bij/);
    await work.getByText('36 uur per week').waitFor();
    expect(await work.getByText('Gecontroleerd', { exact: true }).count()).toBe(1);
  });

  it('sees why another report is rejected', async () => {
    const { page } = citizen;
    await report(page, /^Adres$/, /^huisnummer: 3/i, '4');
    await answer('adresregister', 'Afwijzen', 'U staat ingeschreven op nummer 3.');
    await page.reload();
    await page.getByText(/verbetert het niet\. De reden/).waitFor();
    await page.getByText('U staat ingeschreven op nummer 3.').waitFor();
    await page
      .getByRole('heading', { name: /klagen|Klacht/i })
      .first()
      .waitFor();
    await seen(page, 'Uw melding van een fout');
    await menu(page, 'Bezwaren en meldingen');
    await seen(page, 'Bezwaren en meldingen');
  });

  it('reports what is out of date, and gets a new one', async () => {
    const { page } = citizen;
    await report(page, /^Met wie u woont$/, /kinderen: 0/i, '1');
    await answer('gezinsregister', 'Verbeteren zoals gemeld');
    await page.reload();
    await page.getByRole('link', { name: 'Bekijk mijn gegevens' }).click();
    await card(/^Met wie u woont$/)
      .getByText('Gecontroleerd', { exact: true })
      .waitFor();
  });

  it('sees what an organisation reported, and what came of it', async () => {
    const { page } = citizen;
    const self = await createCitizen(addresses, fenna);
    const agency = openAgency(addresses, accountOf(inject('accounts'), 'waterdam'));
    const resource = new URL('facts/household/household', self.storage).href;
    const asked = await self.seeRequest(await askForHelp(agency, self.webId));
    const grant = await self.approve(asked, [resource], new Date(Date.now() + 3_600_000));
    const { id: credential, issuer } = z
      .looseObject({ id: z.url(), issuer: z.url() })
      .parse(await (await self.fetch(resource)).json());
    const fact = { resource, credential, claimType: g.HouseholdCredential };
    await agency.reportError(
      grant.id,
      { ...fact, source: { id: issuer } },
      { fields: ['children'], doubt: 'citizen-says-otherwise' },
    );
    await Promise.all([agency.close(), self.logOut()]);
    await menu(page, 'Bezwaren en meldingen');
    await page.getByText(/^Gemeld door /).waitFor();
    await seen(page, 'Bezwaren en meldingen');
    await page
      .getByRole('link', { name: /Bekijk de melding over/ })
      .first()
      .click();
    await page.getByText('U zei iets anders.').waitFor();
    await seen(page, /^Een melding van /);
    await answer('gezinsregister', 'Afwijzen', 'De gemeente heeft het nagekeken.');
    await page.reload();
    await page.getByText('De gemeente heeft het nagekeken.').waitFor();
  });

  it('reports what is of a kind that nobody knows, to who wrote it', async () => {
    const { page } = citizen;
    await report(page, /^Library card$/, /card number: B-1203/i, 'B-1204');
    await page.getByText(/Diplomaregister .* heeft uw melding/).waitFor();
  });

  it('reports what its source withdrew or suspended, and what is about somebody else', async () => {
    const { page } = citizen;
    const year = new Date().getFullYear();
    await menu(page, 'Mijn gegevens');
    const others = page.getByRole('article').filter({ hasText: 'gaat niet over u' });
    for (const [fact, mark, why] of [
      [card(new RegExp(`^Inkomen over ${year - 3}$`)), 'Ingetrokken', /heeft dit ingetrokken/],
      [
        card(new RegExp(`^Inkomen over ${year - 2}$`)),
        'Tijdelijk stopgezet',
        /tijdelijk stopgezet/,
      ],
      [others, 'Niet gecontroleerd', /gaat niet over u/],
    ] as const) {
      await menu(page, 'Mijn gegevens');
      await fact.getByText(mark, { exact: true }).waitFor();
      await fact.getByRole('link', { name: /Meld een fout/ }).click();
      await page.getByText(why).waitFor();
      await seen(page, 'Een fout melden');
      await page.getByRole('textbox').last().fill('Dit klopt niet.');
      await page.getByRole('button', { name: 'Verstuur mijn melding' }).click();
      await page.getByText(/heeft uw melding\. U krijgt antwoord/).waitFor();
    }
    await menu(page, 'Mijn gegevens');
    expect(await page.getByText('Visafslag').count()).toBe(0);
  });

  it('hears whom to ask when nobody knows who wrote it', async () => {
    const { page } = citizen;
    await menu(page, 'Mijn gegevens');
    const diploma = card(/^Onbekend gegeven$/).filter({ hasText: 'Afzender onbekend' });
    await diploma.getByText('Afzender onbekend').waitFor();
    await diploma.getByText('Vraag dit gegeven bij: Diplomaregister (voorbeeld).').waitFor();
    expect(await diploma.getByRole('link').count()).toBe(0);
    await page.goto(
      new URL('mijn-gegevens/fenna%2Ffacts%2Fstudy%2Fdiploma/melden', addresses.consentApp).href,
    );
    await page.getByText('Wij kennen de afzender niet.').waitFor();
    await seen(page, 'Een fout melden');
  });
});
