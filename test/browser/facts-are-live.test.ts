import {
  accountOf,
  type Citizen,
  createCitizen,
  createSource,
  openAgency,
  removeFact,
  type Source,
} from '@grondslag/dev-stack';
import type { Browser, WebSocket } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { askForHelp } from '../screens/ask-for-help.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { menu, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

/** What others do shows on the page that Fenna has open, because the vault and the authority say so. */
describe('what a citizen sees is live', () => {
  const addresses = inject('addresses');
  const fenna = accountOf(inject('accounts'), 'fenna');
  const counsellor = openAgency(addresses, accountOf(inject('accounts'), 'waterdam'));
  const sockets: WebSocket[] = [];
  /** What the app asked the vault to tell of. */
  const topics: string[] = [];
  let browser: Browser;
  let app: Watched;
  let citizen: Citizen;
  let source: Source;
  let original: string;

  beforeAll(async () => {
    browser = await openBrowser();
    app = await openPage(await newPerson(browser));
    app.page.on('websocket', (socket) => sockets.push(socket));
    app.page.on('request', (request) => {
      if (request.method() !== 'POST' || !request.url().includes('/.notifications/')) return;
      topics.push(request.postDataJSON().topic);
    });
    citizen = await createCitizen(addresses, fenna);
    source = await createSource(addresses, accountOf(inject('accounts'), 'inkomensregister'));
    original = new URL(`facts/income/${new Date().getFullYear() - 1}`, citizen.storage).href;
  });
  afterAll(async () => {
    await removeFact(citizen, `${original}-again`);
    await browser.close();
    await counsellor.close();
    await citizen.logOut();
    await source.logOut();
  });

  const incomes = () =>
    app.page
      .getByRole('article')
      .filter({ has: app.page.getByRole('heading', { name: /^Inkomen/ }) });

  /** Waits until the app follows this fact. */
  const toFollow = (fact: string) =>
    expect
      .poll(() => topics.includes(fact) && sockets.length === topics.length, { timeout: 10_000 })
      .toBe(true);

  it('shows a fact that a source places, and when the same fact changes', async () => {
    const { page } = app;
    await logInAtVault(page, addresses.consentApp, fenna);
    await menu(page, 'Mijn gegevens');
    await incomes().first().waitFor();
    await toFollow(original);
    expect(new URL(sockets[0]?.url() ?? '').host).toBe(new URL(addresses.vault).host);
    const before = await incomes().count();
    const signed = await (await citizen.fetch(original)).text();
    await source.place(citizen.webId, `${original}-again`, signed);
    await incomes().nth(before).waitFor();
    await page.getByRole('status').getByText('Uw gegevens zijn bijgewerkt.').waitFor();
    expect(await page.getByText('De handtekening klopt niet.').count()).toBe(0);

    await toFollow(`${original}-again`);
    const changed = signed.replace(/"amount": "\d/, '"amount": "9');
    assert(changed !== signed);
    await source.place(citizen.webId, `${original}-again`, changed);
    await page.getByText('De handtekening klopt niet.').waitFor();
    await seen(page, 'Mijn gegevens');
  });

  it('says within two seconds that a question came in', async () => {
    const { page } = app;
    const id = await askForHelp(counsellor, citizen.webId);
    const said = page.getByRole('status').getByText('Er is een nieuwe vraag voor u.');
    await said.waitFor({ timeout: 2_000 });
    await counsellor.cancelRequest(id);
    expect(app.complaints).toEqual([]);
  });
});
