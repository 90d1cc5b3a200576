import { accountOf, openAgency } from '@grondslag/dev-stack';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { askForHelp, lastPart } from '../screens/ask-for-help.ts';
import { go } from '../screens/screens.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { heading } from '../support/look-at-page.ts';
import { newPerson, openBrowser } from '../support/open-browser.ts';
import { readingOrder } from '../support/reading-order.ts';

/** From the question to "sent" with Tab, Space, Enter and the arrows; and what a screen reader reads on the way. */
describe('a citizen decides by keyboard alone', () => {
  const addresses = inject('addresses');
  const person = accountOf(inject('accounts'), 'gerrit');
  const counsellor = openAgency(addresses, accountOf(inject('accounts'), 'waterdam'));
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await (await newPerson(browser)).newPage();
    await logInAtVault(page, addresses.consentApp, person);
    const id = await askForHelp(counsellor, person.webId);
    await go(page, `/vragen/${lastPart(id)}`, /vraagt iets van u/);
  });
  afterAll(async () => {
    await browser.close();
    await counsellor.close();
  });

  /** What has the focus, by its name, and whether that can be seen. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const label = (element as HTMLInputElement).labels?.[0];
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return {
        name: (element.getAttribute('aria-label') ?? (label ?? element).textContent ?? '').trim(),
        tag: element.tagName,
        isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      };
    });
  async function tabTo(name: RegExp): Promise<void> {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      const { name: now, tag, isSeen } = await focused();
      if (tag !== 'BODY') expect(isSeen, `the focus on "${now}" is seen`).toBe(true);
      if (name.test(now)) return;
    }
    throw new Error(`The keyboard does not reach ${name}`);
  }
  async function press(name: RegExp, key = 'Enter'): Promise<void> {
    await tabTo(name);
    await page.keyboard.press(key);
  }
  async function arrivesAt(title: string | RegExp): Promise<void> {
    await heading(page, title);
    expect((await focused()).tag).toBe('H1');
  }

  it('hears who asks before anything else, and both ways on', async () => {
    await page.getByRole('button', { name: 'Volgende' }).waitFor();
    expect(await readingOrder(page)).toEqual([
      'Stap 1 van 6',
      'heading: Schuldhulp Waterdam (voorbeeld) vraagt iets van u',
      expect.stringContaining('U kunt elk moment nee zeggen.'),
      'Wij kennen deze organisatie. Zij doet officieel mee.',
      'Wie',
      'Schuldhulp Waterdam (voorbeeld)',
      'Internetadres',
      new URL(addresses.vault).host,
      'Gevraagd op',
      expect.stringMatching(/^\d+ \w+ \d{4}$/),
      'button: Volgende',
      'button: Nee, ik deel niets',
    ]);
  });

  it('chooses, and the focus is on each new title', async () => {
    await press(/^Volgende/);
    await arrivesAt('Waarvoor is het?');
    await press(/^Volgende/);
    await arrivesAt('Welke gegevens deelt u?');
    await page.getByRole('checkbox').first().waitFor();
    await press(/^Delen: Inkomen over \d{4}/, 'Space');
    await press(/^Delen: Met wie u woont/, 'Space');
    await press(/^Ook delen: hoeveel kinderen/, 'Space');
    await press(/^Volgende/);
    await arrivesAt('Tot wanneer mogen zij dit zien?');
    await tabTo(/^Zo lang als gevraagd|^Alleen vandaag/);
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(1);
    await press(/^Volgende/);
    await arrivesAt('En als u nee zegt?');
    await press(/^Volgende/);
    await arrivesAt('Klopt dit?');
  });

  it('hears all that will hold before "yes" and "no"', async () => {
    const said = await readingOrder(page);
    const at = (start: string) => said.findIndex((one) => one.startsWith(start));
    const order = [
      'heading: Klopt dit?',
      'Wie mag het zien',
      'Waarvoor',
      'Wat zij mogen zien',
      'Wat zij niet zien',
      'Tot wanneer',
      'Zij mogen alleen lezen',
      'button: Ja, maar alleen dit deel',
      'button: Nee, ik deel niets',
    ].map(at);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('is not held anywhere: Tab leaves the page and comes back', async () => {
    const passed = new Set<string>();
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      passed.add((await focused()).name);
    }
    expect([...passed]).toEqual(
      expect.arrayContaining(['Naar de inhoud', 'Ja, maar alleen dit deel', 'Nee, ik deel niets']),
    );
  });

  it('sends it', async () => {
    await press(/^Ja, maar alleen dit deel/);
    await heading(page, 'Uw keuze is verstuurd');
  });
});
