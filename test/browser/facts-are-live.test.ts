import {
  accountOf,
  type Citizen,
  createCitizen,
  createSource,
  openAgency,
  removeFact,
  type Source,
} from '@grondslag/dev-stack';
import { OWN_FILES } from '@grondslag/protocol';
import type { Browser, BrowserContext, Page, Request, WebSocket } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { askForHelp } from '../screens/ask-for-help.ts';
import { go } from '../screens/screens.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { heading, menu, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';
import { holdClock, passTime, setHidden } from '../support/pass-time.ts';

declare global {
  interface Window {
    sockets: globalThis.WebSocket[];
  }
}

/** What others do shows on the page that Fenna has open, because the vault and the authority say so. */
describe('what a citizen sees is live', () => {
  const addresses = inject('addresses');
  const fenna = accountOf(inject('accounts'), 'fenna');
  const counsellor = openAgency(addresses, accountOf(inject('accounts'), 'waterdam'));
  const sockets: WebSocket[] = [];
  /** What the app asked the vault to tell of. */
  const topics: string[] = [];
  let browser: Browser;
  let person: BrowserContext;
  /** Streams of events that were asked for, and which of them ended. */
  const streams: Request[] = [];
  const ended = new Set<Request>();
  let app: Watched;
  let citizen: Citizen;
  let source: Source;
  let original: string;

  beforeAll(async () => {
    browser = await openBrowser();
    person = await newPerson(browser);
    person.on('requestfinished', (request) => ended.add(request));
    person.on('requestfailed', (request) => ended.add(request));
    person.on('request', (request) => {
      if (request.headers()['accept'] === 'text/event-stream') streams.push(request);
    });
    app = await openPage(person);
    await holdClock(app.page);
    await app.page.addInitScript(() => {
      window.sockets = [];
      window.WebSocket = class extends WebSocket {
        constructor(url: string | URL) {
          super(url);
          window.sockets.push(this);
        }
      };
    });
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

  const patient = { timeout: 10_000 };
  const openSockets = () => sockets.filter((socket) => !socket.isClosed());
  const listening = () =>
    streams.filter((one) => !ended.has(one) && !one.frame().page().isClosed()).length;
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

  it('shows a file that the citizen puts in the vault from elsewhere, and not when it is gone', async () => {
    const { page } = app;
    const file = new URL(`${OWN_FILES}huurcontract.txt`, citizen.storage).href;
    await toFollow(new URL(OWN_FILES, citizen.storage).href);
    const body = { headers: { 'content-type': 'text/plain' }, body: 'Huur\n' };
    expect((await citizen.fetch(file, { method: 'PUT', ...body })).ok).toBe(true);
    await page.getByText('huurcontract.txt').first().waitFor();
    expect((await citizen.fetch(file, { method: 'DELETE' })).ok).toBe(true);
    await page.getByText('huurcontract.txt').first().waitFor({ state: 'detached' });
  });

  it('opens new channels before those of ten minutes ago end, and closes the old ones after', async () => {
    // that of the file that went ends first
    const followed = new Set(topics.filter((topic) => !topic.endsWith('/huurcontract.txt')));
    await expect.poll(() => openSockets().length, patient).toBe(followed.size);
    const before = openSockets();
    await passTime(app.page, 9 * 60_000);
    await expect.poll(() => before.every((socket) => socket.isClosed()), patient).toBe(true);
    await expect.poll(() => openSockets().length, patient).toBe(before.length);
    expect(await incomes().count()).toBeGreaterThan(0);
  });

  it('opens channels again that broke', async () => {
    const before = openSockets();
    await app.page.evaluate(() => {
      for (const socket of window.sockets) socket.close();
    });
    await expect.poll(() => before.every((socket) => socket.isClosed()), patient).toBe(true);
    await expect.poll(() => openSockets().length, patient).toBe(before.length);
  });

  it('renews the login before it ends, once for all that is asked', async () => {
    const renewals: string[] = [];
    app.page.on('request', (request) => {
      if (!request.url().endsWith('/.oidc/token')) return;
      renewals.push(new URLSearchParams(request.postData() ?? '').get('grant_type') ?? '');
    });
    // Of the hour nine minutes have passed.
    await passTime(app.page, 50.6 * 60_000);
    await menu(app.page, 'Vragen');
    await heading(app.page, 'Vragen');
    await expect.poll(() => renewals.length, patient).toBeGreaterThan(0);
    await expect.poll(listening, patient).toBe(1);
    expect(new Set(renewals)).toEqual(new Set(['refresh_token']));
    expect(await app.page.getByRole('button', { name: 'Inloggen' }).count()).toBe(0);
  });

  it('says within two seconds that a question came in', async () => {
    const { page } = app;
    const id = await askForHelp(counsellor, citizen.webId);
    const said = page.getByRole('status').getByText('Er is een nieuwe vraag voor u.');
    await said.waitFor({ timeout: 2_000 });
    await counsellor.cancelRequest(id);
    expect(app.complaints).toEqual([]);
  });

  it('shows what an organisation reads, without asking again and again', async () => {
    const { page } = app;
    const asked: string[] = [];
    page.on('request', (one) => asked.push(new URL(one.url()).pathname));
    const request = await citizen.seeRequest(await askForHelp(counsellor, citizen.webId));
    const until = new Date(Date.now() + 3_600_000);
    const grant = await citizen.approve(request, [original], until);
    await go(page, '/wat-is-bekeken', 'Wat is bekeken');
    await page
      .getByText('hier ziet u dan')
      .or(page.getByRole('heading', { level: 2 }))
      .first()
      .waitFor();
    asked.length = 0;
    const query = 'SELECT ?s WHERE { ?s ?p ?o } LIMIT 1';
    expect((await counsellor.readClaims(grant.id, { query })).status).toBe('read');
    await page
      .getByText(/las uw inkomen/)
      .first()
      .waitFor();
    expect(asked.filter((path) => path.endsWith('/v1/reads')).length).toBeLessThanOrEqual(3);
    await citizen.withdraw(grant.id);
  });

  describe('in two tabs', () => {
    let second: Page;
    const came = (page: Page) => page.getByRole('heading', { name: /^Vraag van Schuldhulp/ });
    const gone = (page: Page) => came(page).first().waitFor({ state: 'detached' });

    it('one listens, and both show what it hears', async () => {
      second = await person.newPage();
      await holdClock(second);
      await second.goto(`${addresses.consentApp}vragen`);
      await heading(second, 'Vragen');
      await go(app.page, '/vragen', 'Vragen');
      const id = await askForHelp(counsellor, citizen.webId);
      for (const page of [app.page, second]) await came(page).first().waitFor({ timeout: 4_000 });
      await counsellor.cancelRequest(id);
      for (const page of [app.page, second]) await gone(page);
      expect(listening()).toBe(1);
      expect(streams.at(-1)?.frame().page()).toBe(app.page);
    });

    it('hidden for a minute, the first lets the other listen, and is told all the same', async () => {
      await setHidden(app.page, true);
      await passTime(app.page, 61_000);
      await expect.poll(() => streams.at(-1)?.frame().page() === second, patient).toBe(true);
      await expect.poll(listening, patient).toBe(1);
      const id = await askForHelp(counsellor, citizen.webId);
      for (const page of [app.page, second]) await came(page).first().waitFor({ timeout: 4_000 });
      await counsellor.cancelRequest(id);
      await gone(app.page);
    });

    it('both hidden, nobody listens; who is shown again has caught up', async () => {
      await setHidden(second, true);
      await passTime(second, 61_000);
      await expect.poll(listening, patient).toBe(0);
      const id = await askForHelp(counsellor, citizen.webId);
      await setHidden(app.page, false);
      await came(app.page).first().waitFor({ timeout: 4_000 });
      await counsellor.cancelRequest(id);
      await gone(app.page);
      await setHidden(second, false);
    });

    it('when the one that listens is closed, the other takes over', async () => {
      await expect.poll(listening, patient).toBe(1);
      const first = streams.at(-1)?.frame().page();
      expect(first).toBe(app.page);
      await app.page.close();
      await expect.poll(() => streams.at(-1)?.frame().page() === second, patient).toBe(true);
      const id = await askForHelp(counsellor, citizen.webId);
      await came(second).first().waitFor({ timeout: 4_000 });
      await counsellor.cancelRequest(id);
      await gone(second);
    });

    it('a stream that breaks is asked for again, after the last that was heard', async () => {
      await person.setOffline(true);
      await passTime(second, 41_000);
      await expect.poll(listening, patient).toBe(0);
      const id = await askForHelp(counsellor, citizen.webId);
      await person.setOffline(false);
      await came(second).first().waitFor({ timeout: 10_000 });
      const resumed = () => streams.at(-1)?.headers()['last-event-id'] ?? '';
      await expect.poll(resumed, patient).toMatch(/^\d+$/);
      await counsellor.cancelRequest(id);
      await gone(second);
    });
  });
});
