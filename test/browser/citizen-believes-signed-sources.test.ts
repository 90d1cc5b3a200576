import type { Browser } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { menu, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

const unknown = /welke afzenders te vertrouwen zijn/;

/** The app believes the sources that its authority signed for, and nobody when that cannot be checked. */
describe('which sources the app of a citizen believes', () => {
  const addresses = inject('addresses');
  const anna = inject('accounts').find(({ name }) => name === 'Anna de Wit');
  assert(anna);
  const list = new URL('v1/trust-list', addresses.authority).href;
  let browser: Browser;
  let citizen: Watched;
  let signed: string;

  beforeAll(async () => {
    browser = await openBrowser();
    citizen = await openPage(await newPerson(browser));
    signed = await (await fetch(list)).text();
  });
  afterAll(() => browser.close());

  async function readAgain(answer: string | undefined) {
    const { page } = citizen;
    await page.unroute(list);
    if (answer !== undefined) {
      const headers = { 'access-control-allow-origin': '*' };
      await page.route(list, (route) => route.fulfill({ body: answer, headers }));
    }
    await page.reload();
    await seen(page, 'Mijn gegevens');
  }

  it('believes those on the signed list', async () => {
    const { page } = citizen;
    await logInAtVault(page, addresses.consentApp, anna);
    await menu(page, 'Mijn gegevens');
    await page
      .getByText(/Inkomensregister/)
      .first()
      .waitFor();
    expect(await page.getByText(unknown).count()).toBe(0);
  });

  it('goes on with the list it has when another is not signed by the pinned key, over a reload too', async () => {
    const { page } = citizen;
    const [header, payload] = signed.split('.');
    await readAgain(`${header}.${payload}.${'A'.repeat(86)}`);
    await page
      .getByText(/Inkomensregister/)
      .first()
      .waitFor();
    expect(await page.getByText(unknown).count()).toBe(0);
    expect(citizen.complaints.join()).toContain('signature that holds');
  });

  it('believes nobody without a list that holds', async () => {
    const stranger = await openPage(await newPerson(browser));
    const [header, payload] = signed.split('.');
    const headers = { 'access-control-allow-origin': '*' };
    const body = `${header}.${payload}.${'A'.repeat(86)}`;
    await stranger.page.route(list, (route) => route.fulfill({ body, headers }));
    await logInAtVault(stranger.page, addresses.consentApp, anna);
    await menu(stranger.page, 'Mijn gegevens');
    await stranger.page.getByText(unknown).first().waitFor();
  });
});
