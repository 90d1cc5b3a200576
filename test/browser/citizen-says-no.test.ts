import type { Browser } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

/** A no is as easy as a yes, by keyboard alone, and the agency's page never ends in a wall. */
describe('a citizen says no, with the keyboard only', () => {
  const { consentApp, demoAgency } = inject('addresses');
  const bram = inject('accounts').find(({ name }) => name === 'Bram Jansen');
  assert(bram);
  let browser: Browser;
  let agency: Watched;
  let citizen: Watched;

  beforeAll(async () => {
    browser = await openBrowser();
    agency = await openPage(await newPerson(browser));
    citizen = await openPage(await newPerson(browser));
  });
  afterAll(() => browser.close());

  /** Moves the focus with Tab until it is on the control of this name. */
  async function tabTo(name: RegExp): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      await citizen.page.keyboard.press('Tab');
      const focused = await citizen.page.evaluate(() => {
        const element = document.activeElement;
        const label =
          element && 'labels' in element ? (element as HTMLInputElement).labels?.[0] : undefined;
        return (
          element?.getAttribute('aria-label') ??
          (label ?? element)?.textContent ??
          ''
        ).trim();
      });
      if (name.test(focused)) return;
    }
    throw new Error(`The keyboard does not reach ${name}`);
  }
  async function press(name: RegExp, key = 'Enter'): Promise<void> {
    await tabTo(name);
    await citizen.page.keyboard.press(key);
  }

  it('the agency asks, in English', async () => {
    const { page } = agency;
    await page.goto(`${demoAgency}?lang=en`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('radio', { name: bram.name }).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Ask for the facts' }).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Ask' }).waitFor();
  });

  it('the citizen walks through the question, and may choose for a yes without sending it', async () => {
    await logInAtVault(citizen.page, consentApp, bram);
    await press(/^Bekijk de vraag/);
    await seen(citizen.page, /vraagt iets van u/);
    const focusIsOnTitle = () =>
      citizen.page.evaluate(() => document.activeElement?.tagName === 'H1');
    expect(await focusIsOnTitle()).toBe(true);
    await press(/^Volgende/);
    await seen(citizen.page, 'Waarvoor is het?');
    await press(/^Volgende/);
    await citizen.page.getByRole('checkbox').first().waitFor();
    await seen(citizen.page, 'Welke gegevens deelt u?');
    await citizen.page.getByText('Verlopen', { exact: true }).waitFor();

    await press(/^Volgende/);
    await citizen.page.getByText(/U koos nog niets/).waitFor();
    await expectAccessible(citizen.page);

    await press(/^Delen: Inkomen over \d{4}/, 'Space');
    await press(/^Volgende/);
    await seen(citizen.page, 'Tot wanneer mogen zij dit zien?');
    await press(/^Zo lang als gevraagd/, 'Space');
    await press(/^Volgende/);
    await seen(citizen.page, 'En als u nee zegt?');
    await press(/^Volgende/);
    await seen(citizen.page, 'Klopt dit?');
  });

  it('says no after all, with a reason', async () => {
    await press(/^Nee, ik deel niets/);
    await seen(citizen.page, 'Nee, ik deel niets');
    await tabTo(/^Wilt u zeggen waarom/);
    await citizen.page.keyboard.type('Ik kom liever langs.');
    await press(/^Verstuur mijn nee/);
    await seen(citizen.page, 'U zei nee');
    await press(/^Naar uw vragen/);
    await seen(citizen.page, 'Vragen');
  });

  it('reads the other screens in English', async () => {
    await press(/^English$/);
    await citizen.page.locator('html[lang="en"]').waitFor({ state: 'attached' });
    for (const name of ['My data', 'Questions', 'Who can see what', 'What was looked at', 'Help']) {
      await press(new RegExp(`^${name}$`));
      await seen(citizen.page, name);
    }
  });

  it('the agency shows the other route', async () => {
    await agency.page.getByText('Ik kom liever langs.').waitFor();
    await expectAccessible(agency.page);
    expect(await agency.page.getByRole('link').filter({ hasText: /vault/i }).count()).toBe(1);
  });

  it('also for somebody without a vault', async () => {
    const { page } = agency;
    await page.goto(demoAgency);
    await page.getByRole('radio', { name: /Dirk Smit/ }).check();
    await page.getByRole('button', { name: 'Vraag de gegevens' }).click();
    await page.getByRole('heading', { level: 1, name: 'Geen datakluis gevonden' }).waitFor();
    await page.getByRole('heading', { name: 'Het kan ook zonder datakluis' }).waitFor();
    await expectAccessible(page);
  });

  it('no page complained', () => {
    expect(agency.complaints).toEqual([]);
    expect(citizen.complaints).toEqual([]);
  });
});
