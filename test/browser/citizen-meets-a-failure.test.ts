import { accountOf, openAgency } from '@grondslag/dev-stack';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { askForHelp, lastPart } from '../screens/ask-for-help.ts';
import { go } from '../screens/screens.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { heading, menu, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser } from '../support/open-browser.ts';

/** What Saskia sees, keeps and can still do when something does not answer or changes while she reads. */
describe('a citizen meets a failure', () => {
  const addresses = inject('addresses');
  const saskia = accountOf(inject('accounts'), 'saskia');
  const counsellor = openAgency(addresses, accountOf(inject('accounts'), 'waterdam'));
  const origin = (address: string) => `${new URL(address).origin}/**`;
  const authority = origin(addresses.authority);
  const vault = origin(addresses.vault);
  let browser: Browser;
  let person: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    person = await newPerson(browser);
    page = await person.newPage();
    await logInAtVault(page, addresses.consentApp, saskia);
  });
  afterEach(async () => {
    await person.setOffline(false);
    await page.unrouteAll();
  });
  afterAll(async () => {
    await browser.close();
    await counsellor.close();
  });

  /** A reload shows the page before the sign-in is restored: waits until it shows what it has. */
  async function restored(on: Page, name: string) {
    await heading(on, name);
    await expect.poll(() => on.locator('main [aria-busy]').count(), { timeout: 20_000 }).toBe(0);
  }
  const press = (name: string | RegExp, on = page) => on.getByRole('button', { name }).click();
  /** A new question, opened. */
  async function openQuestion(on = page): Promise<string> {
    const id = await askForHelp(counsellor, saskia.webId);
    await go(on, `/vragen/${lastPart(id)}`, /vraagt iets van u/);
    return id;
  }
  /** The vault still knows who this is, and asks only whether the app may. */
  async function logInAgain(on: Page) {
    await press('Inloggen', on);
    await on.getByRole('radio', { name: saskia.webId }).waitFor();
    await press('Authorize', on);
  }
  /** Up to the last step before sending. */
  async function choose(on = page) {
    await press('Volgende', on);
    await press('Volgende', on);
    await on
      .getByRole('checkbox', { name: /^Delen: Inkomen over/ })
      .first()
      .check();
    await press('Volgende', on);
    await on.getByRole('radio').first().check();
    await press('Volgende', on);
    await heading(on, 'En als u nee zegt?');
    await press('Volgende', on);
    await heading(on, 'Klopt dit?');
  }

  it('a half-finished decision is there again after a reload, without what the facts say', async () => {
    const id = await openQuestion();
    await choose();
    await page.reload();
    await page.getByText('U was al begonnen met deze vraag.').waitFor();
    await seen(page, 'Klopt dit?');
    await page.getByText('Inkomen over').first().waitFor();
    const stored = await page.evaluate(() =>
      JSON.stringify({ ...sessionStorage, ...localStorage }),
    );
    expect(stored).toContain('facts/income/');
    expect(stored).not.toMatch(/15120|16030|Kuipers|token|eyJ/i);

    await press('Opnieuw beginnen');
    await heading(page, /vraagt iets van u/);
    await press('Volgende');
    await press('Volgende');
    await page.getByRole('checkbox').first().waitFor();
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await counsellor.cancelRequest(id);
  });

  it('a question that is taken back while it is read says so at once, and nothing is sent', async () => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
    });
    const id = await openQuestion();
    await choose();
    await counsellor.cancelRequest(id);
    await seen(page, 'Deze vraag is ingetrokken');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.getByText('Wij hebben niets verstuurd').waitFor();
    expect(await page.getByRole('button', { name: /^Ja/ }).count()).toBe(0);
    expect(sent.filter((path) => path.endsWith('/issue'))).toEqual([]);
  });

  it('a decision in one tab is seen in the other, which cannot send it again', async () => {
    const id = await openQuestion();
    await choose();
    const second = await person.newPage();
    await second.goto(`${addresses.consentApp}vragen/${lastPart(id)}`);
    await heading(second, /vraagt iets van u/);
    await choose(second);
    await press(/^Ja/);
    await heading(page, 'Uw keuze is verstuurd');
    await heading(second, 'U heeft deze vraag al beantwoord');
    expect(await second.getByRole('button', { name: /^Ja/ }).count()).toBe(0);
    await second.close();
  });

  it('without a network: reading goes on, sending says that nothing was sent', async () => {
    await menu(page, 'Vragen');
    await heading(page, 'Vragen');
    const id = await openQuestion();
    await choose();
    await person.setOffline(true);
    const banner = page.getByRole('status').filter({ hasText: 'U heeft geen verbinding sinds' });
    await banner.waitFor();
    await press(/^Ja/);
    await page.getByText('Er is niets verstuurd. Wat u koos, staat er nog.').waitFor();
    await seen(page, 'Klopt dit?');
    await menu(page, 'Vragen');
    await page
      .getByText(/^Dit is van \d\d:\d\d uur/)
      .first()
      .waitFor();
    await page
      .getByRole('heading', { name: /^Vraag van Schuldhulp/ })
      .first()
      .waitFor();
    await seen(page, 'Vragen');
    await person.setOffline(false);
    await banner.waitFor({ state: 'detached' });
    await page
      .getByText(/^Dit is van/)
      .first()
      .waitFor({ state: 'detached' });
    await counsellor.cancelRequest(id);
  });

  it('without a network, a page that was never opened says why it is not there, and comes with it', async () => {
    await person.setOffline(true);
    const title = 'Deze pagina kan niet laden, want u heeft geen verbinding.';
    await go(page, '/instellingen', title);
    await seen(page, title);
    await press('Probeer opnieuw');
    await heading(page, title);
    await person.setOffline(false);
    await heading(page, 'Instellingen');
  });

  it('the authority is silent: says which part, and my data are still there', async () => {
    await page.route(authority, (route) => route.abort());
    await page.goto(`${addresses.consentApp}vragen`);
    await page.getByText('De dienst die uw keuzes bijhoudt, geeft geen antwoord.').waitFor();
    await seen(page, 'Vragen');
    await menu(page, 'Mijn gegevens');
    await page.getByText('€ 15.120,00').waitFor();
  });

  it('the vault is silent: says so, and a no is still possible', async () => {
    await page.goto(addresses.consentApp);
    await restored(page, 'Welkom');
    await page.route(vault, (route) => route.abort());
    await go(page, '/mijn-gegevens', 'Mijn gegevens');
    await page.getByText('Uw datakluis geeft geen antwoord.').waitFor();
    await seen(page, 'Mijn gegevens');
    await openQuestion();
    await press('Nee, ik deel niets');
    await press('Verstuur mijn nee');
    await seen(page, 'U zei nee');
  });

  it('a sign-in that ends while deciding: logs in again, at the same step, with the choices', async () => {
    const late = await newPerson(browser);
    const tab = await late.newPage();
    await logInAtVault(tab, addresses.consentApp, saskia);
    const id = await openQuestion(tab);
    await choose(tab);
    await tab.route('**/.oidc/token', (route) =>
      route.fulfill({ status: 400, headers: { 'access-control-allow-origin': '*' } }),
    );
    // The token lasts an hour.
    await tab.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 61 * 60_000;
    });
    await tab.getByText('Log voor de veiligheid opnieuw in.').waitFor();
    await tab.unrouteAll();
    await logInAgain(tab);
    await tab.getByText('U was al begonnen met deze vraag.').waitFor();
    await heading(tab, 'Klopt dit?');
    await late.close();
    await counsellor.cancelRequest(id);
  });

  it('a sign-in that the vault will not renew when the app opens has ended, and says so', async () => {
    const late = await newPerson(browser);
    const tab = await late.newPage();
    await logInAtVault(tab, addresses.consentApp, saskia);
    await tab.route('**/.oidc/token', (route) =>
      route.fulfill({
        ...{ status: 400, headers: { 'access-control-allow-origin': '*' } },
        json: { error: 'invalid_grant' },
      }),
    );
    await go(tab, '/bewijzen', 'Bewijzen');
    await tab.reload();
    await tab.getByRole('alert').getByText('Log voor de veiligheid opnieuw in.').waitFor();
    await seen(tab, 'Uw gegevens, uw keuze');
    await tab.unrouteAll();
    // Nothing is left to try again with.
    await tab.reload();
    await tab.getByRole('button', { name: 'Inloggen' }).waitFor();
    expect(await tab.getByRole('alert').count()).toBe(0);
    await go(tab, '/bewijzen', 'Uw gegevens, uw keuze');
    await logInAgain(tab);
    await heading(tab, 'Bewijzen');
    await late.close();
  });

  it('who signs out does so in every tab, and leaves nothing there', async () => {
    const second = await person.newPage();
    await second.goto(addresses.consentApp);
    await restored(second, 'Welkom');
    await press('Uitloggen');
    await heading(second, 'Uw gegevens, uw keuze');
    for (const tab of [page, second]) {
      expect(await tab.evaluate(() => sessionStorage.length)).toBe(0);
    }
  });

  it('a vault that is silent when the app opens does not end the sign-in', async () => {
    await page.goto(addresses.consentApp);
    await logInAgain(page);
    await restored(page, 'Welkom');
    await page.route(vault, (route) => route.abort());
    await page.reload();
    await page.getByText('Wij kunnen uw datakluis nu niet bereiken.').waitFor();
    await page.unrouteAll();
    await page.reload();
    await heading(page, 'Welkom');
  });

  it('a reload shows the page while the sign-in is being restored, and asks for nothing before', async () => {
    const restored = Promise.withResolvers<void>();
    const asked: string[] = [];
    await page.route('**/.oidc/token', async (route) => {
      await restored.promise;
      await route.continue();
    });
    page.on('request', (request) => {
      if (request.headers()['authorization']) asked.push(request.url());
    });
    await page.goto(`${addresses.consentApp}wie-kan-wat-zien`);
    await seen(page, 'Wie kan wat zien');
    await page.getByText('We halen op wie nu iets van u kan zien').waitFor();
    expect(asked).toEqual([]);
    restored.resolve();
    await heading(page, 'Wie kan wat zien');
    await page.getByRole('heading', { name: 'Gestopt of afgelopen' }).waitFor();
    expect(asked).not.toEqual([]);
  });

  it('a sign-in that the vault no longer restores ends with the reason, and the page goes', async () => {
    await page.route('**/.oidc/token', (route) =>
      route.fulfill({ status: 400, headers: { 'access-control-allow-origin': '*' } }),
    );
    await page.reload();
    await page.getByText('Log voor de veiligheid opnieuw in.').waitFor();
    await seen(page, 'Uw gegevens, uw keuze');
    expect(await page.getByRole('navigation').count()).toBe(0);
  });

  it('the vault is silent at the sign-in', async () => {
    await page.goto(addresses.consentApp);
    await heading(page, 'Uw gegevens, uw keuze');
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.route(vault, (route) => route.abort());
    await press('Inloggen');
    await page.getByText('Wij kunnen uw datakluis nu niet bereiken.').waitFor();
    await seen(page, 'Uw gegevens, uw keuze');
  });
});
