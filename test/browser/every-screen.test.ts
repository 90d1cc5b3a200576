import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { screens, signedOutScreens, type Visit } from '../screens/screens.ts';
import { type Scene, setScene } from '../screens/set-scene.ts';
import { states } from '../screens/states.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import {
  expectForcedColours,
  expectLargeDecisions,
  expectStill,
} from '../support/expect-adapts.ts';
import { expectNothingLost } from '../support/expect-nothing-lost.ts';
import { logInAtVault, logInFromHere } from '../support/log-in-at-vault.ts';
import { heading } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

/** WCAG 2.2 A and AA on every screen of the table, which `test/documents` compares with the app's routes. */
describe('every screen', () => {
  const { consentApp } = inject('addresses');
  let scene: Scene;
  let browser: Browser;
  let watched: Watched;
  let visit: Visit;

  beforeAll(async () => {
    scene = await setScene({
      addresses: inject('addresses'),
      accounts: inject('accounts'),
      mandates: inject('mandates'),
    });
    browser = await openBrowser();
    watched = await openPage(await newPerson(browser));
    visit = { page: watched.page, scene };
  });
  afterAll(() => browser.close());

  async function expectGood({ page }: Visit = visit) {
    // What can be unfolded counts too.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await expectAccessible(page);
    await expectLargeDecisions(page);
    await expectNothingLost(page);
    await expectForcedColours(page);
    await expectStill(page);
  }

  describe('before the sign-in', () => {
    beforeAll(() => watched.page.goto(consentApp));
    it.each(signedOutScreens)('$name', async ({ open }) => {
      await open(visit);
      await expectGood();
    });
  });

  describe('after it', () => {
    beforeAll(async () => {
      await watched.page.goto(consentApp);
      await logInFromHere(watched.page, scene.citizen);
      await heading(watched.page, 'Welkom');
    });
    it.each(screens)('$name', async ({ open }) => {
      await open(visit);
      await expectGood();
    });
  });

  describe('when something is the matter', () => {
    let troubled: Visit;
    // Not watched: the browser complains of each request that fails.
    beforeAll(async () => {
      troubled = { page: await (await newPerson(browser)).newPage(), scene };
      await logInAtVault(troubled.page, consentApp, scene.citizen);
    });
    it.each(states)('$name', async ({ open, leave }) => {
      await open(troubled);
      await expectGood(troubled);
      await leave(troubled);
    });
  });

  it('no page complained', () => {
    expect(watched.complaints).toEqual([]);
  });
});
