import { accountOf, openAgency } from '@grondslag/dev-stack';
import { g } from '@grondslag/vocab';
import type { Browser } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { expectFits, newPerson, openBrowser, openPage } from '../support/open-browser.ts';

/** What the rules say against a use: a citizen is warned of a question, and a council is refused. */
describe('what is not in order is said in plain words', () => {
  const { consentApp, demoAgency } = inject('addresses');
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('a council without a law is told why it may not read, and what it can do', async () => {
    const { page } = await openPage(await newPerson(browser));
    await page.goto(demoAgency);
    await page.getByRole('link', { name: 'Wat als er geen wet is?' }).click();
    const title = 'Mag een gemeente dit zonder wet?';
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await expectAccessible(page);
    await expectFits(page);
    await page.getByRole('button', { name: 'Probeer te lezen als gemeente' }).click();
    const answer = page.getByRole('region', { name: 'Nee: de autoriteit laat dit niet toe' });
    await answer.getByText('Deze grondslag vraagt om een wet, en er is geen genoemd.').waitFor();
    await answer.getByText('AVG, artikel 6(3) (law_reference_missing)').waitFor();
    await answer.getByText(/^Noem de wet en het artikel/).waitFor();
    await page.getByText('0900 2222').waitFor();
    await expectAccessible(page);
    await expectFits(page);
    await page.goto(`${demoAgency}zonder-wet?lang=en`);
    await page.getByRole('button', { name: 'Try to read as the council' }).click();
    await page.getByText('This basis needs a law, and none is named.').waitFor();
  });

  it('a citizen sees what is against a question before answering it', async () => {
    const bram = inject('accounts').find(({ name }) => name === 'Bram Jansen');
    assert(bram);
    const council = accountOf(inject('accounts'), 'zuiderhaven');
    const agency = openAgency(inject('addresses'), council);
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
      const { page } = await openPage(await newPerson(browser));
      await logInAtVault(page, consentApp, bram);
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
    } finally {
      await agency.close();
    }
  });
});
