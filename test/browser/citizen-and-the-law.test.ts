import { openAgency } from '@grondslag/dev-stack';
import type { Browser } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { heading, menu, region, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

/** A fund reads under a law; Anna hears of it, sees why, objects with one sentence and gets an answer. */
describe('a citizen hears what the law lets others read, and objects', () => {
  const addresses = inject('addresses');
  const personOf = (name: string) => {
    const found = inject('accounts').find((account) => account.name === name);
    assert(found, name);
    return found;
  };
  const anna = personOf('Anna de Wit');
  const fund = personOf('Ouderenfonds (voorbeeld)');
  const agency = openAgency(addresses, fund);
  const by = { name: 'P. Bestuurder', role: 'Voorzitter van het bestuur' };
  let browser: Browser;
  let citizen: Watched;

  beforeAll(async () => {
    const supplement = (await agency.listMandates()).find(
      ({ mandate }) => mandate.name.nl === 'Aanvulling voor wie haar misloopt',
    );
    const given = await agency.requestLawfulAccess({
      mandate: supplement?.mandate.id ?? '',
      citizen: anna.webId,
      otherRoute: { text: { nl: 'Bel ons, dan sturen wij een formulier.' } },
    });
    assert(given.status === 'allowed', JSON.stringify(given));
    const read = await agency.readClaims(given.access.id, {
      query: 'SELECT ?s WHERE { ?s ?p ?o } LIMIT 1',
    });
    expect(read.status).toBe('read');
    browser = await openBrowser();
    citizen = await openPage(await newPerson(browser));
  });
  afterAll(async () => {
    await browser.close();
    await agency.close();
  });

  it('the start page tells what is new, once', async () => {
    const { page } = citizen;
    await logInAtVault(page, addresses.consentApp, anna);
    const news = region(page, 'Dit is nieuw');
    await news.getByText('Ouderenfonds (voorbeeld) mag').waitFor();
    await news.getByText('U kunt bezwaar maken. Eén zin is genoeg.', { exact: true }).waitFor();
    await seen(citizen.page, 'Welkom');
    await page.getByRole('link', { name: 'Bekijk wat er nieuw is' }).click();
    await page.getByText('U hoeft niets te doen.').first().waitFor();
    await page.getByText('U kunt bezwaar maken.').first().waitFor();
    await seen(citizen.page, 'Berichten over de wet');
    await menu(citizen.page, 'Start');
    await page.getByRole('heading', { level: 2, name: /Zo staat het nu|Doe dit eerst/ }).waitFor();
  });

  it('the list of the law is apart from what she allowed, without a switch', async () => {
    const { page } = citizen;
    await menu(citizen.page, 'Wie kan wat zien');
    const law = region(page, 'Op grond van de wet');
    await law.getByText('De wet regelt dat Ouderenfonds (voorbeeld)').first().waitFor();
    await law.getByRole('link', { name: 'Participatiewet, artikel 47a' }).first().waitFor();
    await region(page, 'Met uw toestemming').waitFor();
    expect(await law.getByRole('button').count()).toBe(0);
    expect(await law.textContent()).not.toMatch(/toestemming|stop/i);
    await seen(citizen.page, 'Wie kan wat zien');
  });

  it('its page says what is read, who decided, which rights there are and why it is allowed', async () => {
    const { page } = citizen;
    await page
      .getByRole('link', { name: /^Bekijk wat zij lezen.*Ouderenfonds/ })
      .first()
      .click();
    await heading(citizen.page, 'Wat Ouderenfonds (voorbeeld) op grond van de wet mag lezen');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await region(page, 'Wat zij mogen lezen').getByText('jaar en bedrag').waitFor();
    const why = region(page, 'Waarom dit mag');
    await why.getByText('P. Bestuurder, Voorzitter van het bestuur').waitFor();
    await why.getByText('Waarom mocht dit?').click();
    await why.getByText('Regel: public_task').waitFor();
    const can = region(page, 'Dit kunt u');
    for (const right of ['Bezwaar maken', 'Een fout laten verbeteren', 'Klagen']) {
      await can.getByRole('heading', { name: right }).waitFor();
    }
    const cannot = region(page, 'Dit kan hier niet');
    await cannot.getByRole('heading', { name: 'Stoppen' }).waitFor();
    expect(await cannot.getByRole('link').count()).toBe(0);
    expect(await page.getByRole('main').getByRole('listitem').getByRole('heading').count()).toBe(
      12,
    );
    await region(page, 'Alle informatie op een rij').getByText('180 dagen').waitFor();
    const asking = page.getByRole('link', { name: 'Stel een vraag' });
    expect(await asking.first().getAttribute('href')).toMatch(/^\/uw-rechten\/access-law-/);
    await asking.last().click();
    expect(new URL(page.url()).hash).toBe('#vragen');
    const ask = region(page, 'Iets vragen of melden');
    await ask.getByRole('link', { name: 'fg@ouderenfonds.example' }).waitFor();
    await seen(citizen.page, /op grond van de wet mag lezen/);
  });

  it('the weighing is one page: three scores, nine steps, who weighed', async () => {
    const { page } = citizen;
    await page.getByRole('link', { name: 'Bekijk de afweging vooraf' }).click();
    await heading(citizen.page, 'De afweging van Ouderenfonds (voorbeeld)');
    expect(await page.getByText(/^\d van 5$/).count()).toBe(3);
    expect(await region(page, 'Negen stappen').getByRole('listitem').count()).toBe(9);
    await region(page, 'Onderzoeken die erbij horen').getByRole('listitem').first().waitFor();
    await seen(citizen.page, /afweging/);
    await page.getByRole('link', { name: /^Terug naar wat/ }).click();
    await heading(citizen.page, /op grond van de wet mag lezen/);
  });

  it('she objects by keyboard; only an empty form is an error', async () => {
    const { page } = citizen;
    await page.getByRole('link', { name: 'Maak bezwaar' }).first().focus();
    await page.keyboard.press('Enter');
    await seen(citizen.page, 'Bezwaar maken');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const error = page.getByText('Schrijf in één zin waarom u dit niet wilt.');
    await error.waitFor();
    expect(await error.evaluate((one) => one === document.activeElement)).toBe(true);
    await seen(citizen.page, 'Bezwaar maken');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Nee.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await heading(citizen.page, 'Uw bezwaar tegen Ouderenfonds (voorbeeld)');
    await page.getByRole('main').getByText('Uw bezwaar is verstuurd.').waitFor();
    await page.getByText('Het lezen staat stil tot het antwoord er is.').waitFor();
    await seen(citizen.page, /^Uw bezwaar/);
  });

  it('the reading stands still, and the list says so', async () => {
    const { page } = citizen;
    await menu(citizen.page, 'Wie kan wat zien');
    await region(page, 'Op grond van de wet')
      .getByText('Staat stil, omdat u bezwaar maakte')
      .first()
      .waitFor();
    await seen(citizen.page, 'Wie kan wat zien');
  });

  it('the answer is new, with its reasons and where to complain', async () => {
    const { page } = citizen;
    const [objected] = (await agency.listObjections()).filter(
      ({ objection, state }) => objection.citizen === anna.webId && state === 'received',
    );
    assert(objected);
    const reasons = { nl: 'Zonder deze gegevens loopt u de aanvulling mis.' };
    await agency.answerObjection(objected.objection.id, { outcome: 'rejected', reasons, by });
    await menu(citizen.page, 'Start');
    await region(page, 'Dit is nieuw').waitFor();
    await menu(citizen.page, 'Bezwaren en meldingen');
    await page.getByText('U kreeg geen gelijk.').first().waitFor();
    await seen(citizen.page, 'Bezwaren en meldingen');
    await page.getByRole('link', { name: 'Bekijk dit bezwaar tegen Ouderenfonds' }).first().click();
    await region(page, 'Het antwoord').getByText(reasons.nl).waitFor();
    await region(page, 'Klagen')
      .getByRole('link', { name: /Autoriteit Persoonsgegevens/ })
      .waitFor();
    await seen(citizen.page, /^Uw bezwaar/);
  });

  it('the log says which reading was under a law, with the way to why', async () => {
    const { page } = citizen;
    await menu(citizen.page, 'Wat is bekeken');
    await page.getByText('Op grond van de wet.').first().waitFor();
    await seen(citizen.page, 'Wat is bekeken');
    await page.getByRole('link', { name: 'Waarom mocht dit?' }).first().click();
    await heading(citizen.page, /op grond van de wet mag lezen/);
  });

  it('says it all in English too', async () => {
    const { page } = citizen;
    await page.getByRole('button', { name: 'English' }).click();
    await region(page, 'Your rights').waitFor();
    await seen(citizen.page, /may read under the law/);
  });

  it('no page complained', () => {
    expect(citizen.complaints).toEqual([]);
  });
});
