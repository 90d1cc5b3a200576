import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { heading, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

const languages = {
  en: {
    name: 'English',
    signIn: 'Your data, your choice',
    settings: 'Settings',
    statement: 'Accessibility',
    facts: 'My data',
    requests: 'Questions',
    grants: 'Who can see what',
    log: 'What was looked at',
  },
  fr: {
    name: 'Français',
    signIn: 'Vos données, votre choix',
    settings: 'Réglages',
    statement: 'Accessibilité',
    facts: 'Mes données',
    requests: 'Demandes',
    grants: 'Qui peut voir quoi',
    log: 'Ce qui a été consulté',
  },
  de: {
    name: 'Deutsch',
    signIn: 'Ihre Daten, Ihre Wahl',
    settings: 'Einstellungen',
    statement: 'Barrierefreiheit',
    facts: 'Meine Daten',
    requests: 'Anfragen',
    grants: 'Wer darf was sehen',
    log: 'Was angesehen wurde',
  },
  nl: {
    name: 'Nederlands',
    signIn: 'Uw gegevens, uw keuze',
    settings: 'Instellingen',
    statement: 'Toegankelijkheid',
    facts: 'Mijn gegevens',
    requests: 'Vragen',
    grants: 'Wie kan wat zien',
    log: 'Wat is bekeken',
  },
} as const;
const words = Object.entries(languages);

/** A theme of somebody else: the example of NL Design System, as its package is published. */
const otherTheme = createRequire(
  new URL('../../apps/consent/package.json', import.meta.url),
).resolve('@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css');

describe('a citizen chooses a language and a theme', () => {
  const { consentApp } = inject('addresses');
  const bram = inject('accounts').find(({ name }) => name === 'Bram Jansen');
  assert(bram);
  let browser: Browser;
  let citizen: Watched;

  beforeAll(async () => {
    browser = await openBrowser();
    citizen = await openPage(await newPerson(browser));
    await citizen.page.goto(consentApp);
  });
  afterAll(() => browser.close());

  const choose = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click();
  const follow = (page: Page, name: string) =>
    page.getByRole('link', { name, exact: true }).click();
  const background = (page: Page) =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  it.each(words)(
    'before the sign-in, in %s',
    async (language, { name, signIn, settings, statement }) => {
      const { page } = citizen;
      await page.goto(consentApp);
      await choose(page, name);
      await seen(page, signIn);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      await follow(page, settings);
      await seen(page, settings);
      expect(await page.title()).toMatch(new RegExp(`^${settings} – `));
      await follow(page, statement);
      await seen(page, statement);
    },
  );

  it('keeps high contrast on this device, before anything is drawn', async () => {
    const { page } = citizen;
    const ordinary = await background(page);
    await follow(page, 'Instellingen');
    await page.getByRole('radio', { name: /^Veel contrast/ }).check();
    await seen(page, 'Instellingen');
    expect(await background(page)).not.toBe(ordinary);
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await background(page)).toBe('rgb(255, 255, 255)');
    await page.unroute('**/assets/*.js');
    await page.reload();
    await heading(page, 'Instellingen');
    expect(await page.getByRole('radio', { name: /^Veel contrast/ }).isChecked()).toBe(true);
  });

  it('makes this device forget', async () => {
    const { page } = citizen;
    await page.getByRole('button', { name: 'Laat dit apparaat dit vergeten' }).click();
    await page.getByText('Dit apparaat is het vergeten.').waitFor();
    await seen(page, 'Instellingen');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await background(page)).not.toBe('rgb(255, 255, 255)');
  });

  it('gets high contrast at once from a system that asks for it, and French from a browser that does', async () => {
    const person = await browser.newContext({ locale: 'fr-BE', contrast: 'more' });
    const page = await person.newPage();
    await page.goto(consentApp);
    await heading(page, 'Vos données, votre choix');
    expect(await background(page)).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ contrast: 'no-preference' });
    await expect.poll(() => background(page)).not.toBe('rgb(255, 255, 255)');
    await person.close();
  });

  it('sees the theme of another organisation when its file is put in the place of ours', async () => {
    const person = await newPerson(browser);
    const page = await person.newPage();
    const theirs = await readFile(otherTheme, 'utf8');
    await page.route('**/themes/grondslag.css', (route) =>
      route.fulfill({
        contentType: 'text/css',
        body: theirs.replace('.voorbeeld-theme', '.grondslag-theme'),
      }),
    );
    await page.goto(new URL('instellingen', consentApp).href);
    await seen(page, 'Instellingen');
    const button = page.getByRole('button', { name: 'Laat dit apparaat dit vergeten' });
    expect(await button.evaluate((one) => getComputedStyle(one).color)).toBe('rgb(81, 21, 239)');
    await page.goto(consentApp);
    await seen(page, 'Uw gegevens, uw keuze');
    await person.close();
  });

  describe('after the sign-in', () => {
    beforeAll(() => logInAtVault(citizen.page, consentApp, bram));

    it.each(words)('reads every list in %s', async (_, { name, facts, requests, grants, log }) => {
      const { page } = citizen;
      await choose(page, name);
      for (const title of [facts, requests, grants, log]) {
        await page.getByRole('navigation').getByRole('link', { name: title, exact: true }).click();
        await heading(page, title);
        await expect
          .poll(() => page.locator('main [aria-busy]').count(), { timeout: 20_000 })
          .toBe(0);
        await expectAccessible(page);
      }
    });
  });

  it('no page complained', () => {
    // Not the code that was kept away, nor the folder of own files that this citizen does not have.
    const expected = /net::ERR_FAILED|404 \(Not Found\) \(.*\/own\/\)/;
    expect(citizen.complaints.filter((line) => !expected.test(line))).toEqual([]);
  });
});
