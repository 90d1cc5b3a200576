import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  accountOf,
  type DevStack,
  findFreePort,
  openAgency,
  startDevStack,
} from '@grondslag/dev-stack';
import { g } from '@grondslag/vocab';
import type { Browser } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { expectFits, newPerson, openBrowser, openPage } from '../support/open-browser.ts';

/** Where an operator lets a public body ask without the gate, the citizen is warned. */
describe('a question that is not in order, where the operator lets it pass', () => {
  let folder: string;
  let stack: DevStack;
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'grondslag-warned-'));
    const settings = { consentGate: 'warn' } as const;
    stack = await startDevStack({ port: await findFreePort(), folder, settings });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('says so before the citizen answers', async () => {
    const { accounts, addresses } = stack;
    const bram = accounts.find(({ name }) => name === 'Bram Jansen');
    assert(bram);
    const agency = openAgency(addresses, accountOf(accounts, 'zuiderhaven'));
    try {
      const asked = await agency.requestAccess({
        citizen: bram.webId,
        purpose: 'https://w3id.org/dpv#ServiceProvision',
        purposeInWords: { nl: 'Wij willen u een brief sturen.' },
        needs: [
          { claimType: g.ResidenceCredential, reason: { nl: 'Voor de brief.' }, required: true },
        ],
        otherRoute: { text: { nl: 'Haal de brief aan de balie.' } },
        expiresAt: new Date(Date.now() + 3_600_000),
      });
      assert(asked.status === 'requested', JSON.stringify(asked));
    } finally {
      await agency.close();
    }
    const { page } = await openPage(await newPerson(browser));
    await logInAtVault(page, addresses.consentApp, bram);
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /vragen/i })
      .click();
    await page.getByRole('link', { name: /Zuiderhaven/ }).click();
    const warning = page.getByRole('region', { name: 'Let op bij deze vraag' });
    await warning.getByText(/alleen toestemming vragen als de burger echt vrij is/).waitFor();
    expect(await warning.textContent()).toContain('U kunt gerust nee zeggen.');
    await expectAccessible(page);
    await expectFits(page);
  });
});
