import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { heading, menu, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

/** The story as two people live it: a debt counsellor at the agency's page, Chadia in the consent app. */
describe('a citizen decides in part, sees the read and stops it', () => {
  const { consentApp, demoAgency } = inject('addresses');
  const chadia = inject('accounts').find(({ name }) => name === 'Chadia Amrani');
  assert(chadia);
  let browser: Browser;
  let contexts: BrowserContext[];
  let agency: Watched;
  let citizen: Watched;

  beforeAll(async () => {
    browser = await openBrowser();
    contexts = [await newPerson(browser), await newPerson(browser)];
    [agency, citizen] = (await Promise.all(contexts.map(openPage))) as [Watched, Watched];
  });
  afterAll(() => browser.close());

  const next = () => citizen.page.getByRole('button', { name: 'Volgende' }).click();

  it('the agency asks', async () => {
    const { page } = agency;
    await page.goto(demoAgency);
    await seen(page, 'Schuldhulp aanvragen');
    await page.getByRole('radio', { name: 'Chadia Amrani' }).check();
    await page.getByRole('button', { name: 'Vraag de gegevens' }).click();
    await seen(page, 'Wachten op de burger');
  });

  it('the citizen logs in and sees her facts, each with its source; the one of a stranger is marked', async () => {
    const { page } = citizen;
    await logInAtVault(page, consentApp, chadia);
    await page.getByText('U heeft 1 nieuwe vraag.').waitFor();
    await seen(page, 'Welkom');
    await menu(citizen.page, 'Mijn gegevens');
    const study = page.getByRole('region', { name: 'Studie' });
    await study.getByText('Afzender onbekend').waitFor();
    const income = page.getByRole('region', { name: 'Inkomen' });
    await income.getByText('€ 44.800,00').waitFor();
    expect(await income.getByText('Gecontroleerd', { exact: true }).count()).toBe(3);
    expect(await income.getByText('Inkomensregister (voorbeeld)', { exact: true }).count()).toBe(3);
    await seen(page, 'Mijn gegevens');
  });

  it('stays logged in when the page is loaded again', async () => {
    await citizen.page.reload();
    await heading(citizen.page, 'Mijn gegevens');
    expect(new URL(citizen.page.url()).pathname).toBe('/mijn-gegevens');
    const stored = await citizen.page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(stored).not.toMatch(/token|eyJ/i);
  });

  it('she reads the question step by step, with her own values, and says yes to a part', async () => {
    const { page } = citizen;
    await menu(citizen.page, 'Vragen');
    await seen(page, 'Vragen');
    await page.getByRole('main').getByRole('link').first().click();
    await seen(page, /vraagt iets van u/);
    await next();
    await seen(page, 'Waarvoor is het?');
    await next();
    const boxes = page.getByRole('checkbox');
    await page.getByRole('checkbox', { name: 'Delen: Met wie u woont' }).waitFor();
    for (const box of await boxes.all()) expect(await box.isChecked()).toBe(false);
    await page.getByText('Havenkade 88').waitFor();
    await seen(page, 'Welke gegevens deelt u?');
    const thisYear = new Date().getFullYear();
    await page.getByRole('checkbox', { name: `Delen: Inkomen over ${thisYear - 1}` }).check();
    await page.getByRole('checkbox', { name: `Delen: Inkomen over ${thisYear - 2}` }).check();
    await next();
    await seen(page, 'Tot wanneer mogen zij dit zien?');
    await page.getByRole('radio', { name: /^1 week/ }).check();
    await next();
    await seen(page, 'En als u nee zegt?');
    await next();
    await seen(page, 'Klopt dit?');
    await page.getByRole('button', { name: 'Ja, maar alleen dit deel' }).click();
    await seen(page, 'Uw keuze is verstuurd');
    await menu(citizen.page, 'Wie kan wat zien');
    await page.getByRole('region', { name: 'Schuldhulp Waterdam (voorbeeld)' }).waitFor();
    await seen(page, 'Wie kan wat zien');
  });

  it('she sees apart who puts facts in her vault, and stops one', async () => {
    const { page } = citizen;
    const placing = page.getByRole('region', { name: 'Wie zet gegevens in uw kluis' });
    expect(await placing.getByRole('listitem').count()).toBe(5);
    const household = placing.getByRole('listitem').filter({ hasText: 'Gezinsregister' });
    expect(await household.textContent()).toContain('mag de lijst over uw huishouden bijwerken.');
    await household.getByRole('link').click();
    await seen(page, 'Wilt u dit stoppen?');
    await page.getByRole('button', { name: 'Ja, stop dit' }).click();
    await page.getByText('kan Gezinsregister (voorbeeld) niets meer').first().waitFor();
    await seen(page, 'Wie kan wat zien');
    expect(await placing.getByRole('listitem').count()).toBe(4);
  });

  it('the agency page shows the answer with its provenance, and what it was not given', async () => {
    const { page } = agency;
    await seen(page, 'De burger zegt ja');
    await page.getByRole('button', { name: 'Lees de gegevens' }).click();
    await seen(page, 'Komt in aanmerking?');
    await page.getByText('€ 12.100,75').first().waitFor();
    await page.getByText('€ 44.800,00').waitFor();
    expect(await page.getByText('Inkomensregister (voorbeeld)').count()).toBeGreaterThan(0);
    expect(await page.getByText('Havenkade').count()).toBe(0);
  });

  it('she sees that read', async () => {
    await menu(citizen.page, 'Wat is bekeken');
    await citizen.page
      .getByText(`las uw inkomen over ${new Date().getFullYear() - 1}`)
      .first()
      .waitFor();
    await citizen.page
      .getByText('Inkomensregister (voorbeeld) werkte dit bij: uw inkomen over')
      .first()
      .waitFor();
    await seen(citizen.page, 'Wat is bekeken');
  });

  it('she stops it, and the next read is refused, with the other route', async () => {
    const { page } = citizen;
    await menu(citizen.page, 'Wie kan wat zien');
    await page.getByRole('button', { name: /^Stop met delen/ }).click();
    await seen(page, 'Wilt u stoppen met delen?');
    await page.getByRole('button', { name: 'Ja, stop met delen' }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: /Waterdam.*Dat is gestopt\./ })
      .waitFor();
    await seen(page, 'Wie kan wat zien');

    await agency.page.getByRole('button', { name: 'Lees opnieuw' }).click();
    await seen(agency.page, 'De toestemming is gestopt');
    await agency.page.getByRole('heading', { name: 'Het kan ook zonder datakluis' }).waitFor();
    expect(await agency.page.getByText('€ 12.100,75').count()).toBe(0);
  });

  it('no page complained', () => {
    expect(agency.complaints).toEqual([]);
    expect(citizen.complaints).toEqual([]);
  });
});
