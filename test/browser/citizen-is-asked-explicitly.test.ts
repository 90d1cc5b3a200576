import { accountOf, openAgency } from '@grondslag/dev-stack';
import { article6Iri, article9Iri } from '@grondslag/legal-basis';
import { g } from '@grondslag/vocab';
import type { Browser } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { menu, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

const PURPOSE = 'https://w3id.org/dpv#ServiceProvision';
const necessity = { nl: 'Anders weten wij niet welke hulp past.' };

/** Article 9(2)(a): what a question tells of health is asked apart, in a step of its own. */
describe('a citizen is asked apart about special categories', () => {
  const addresses = inject('addresses');
  const account = accountOf(inject('accounts'), 'ouderenfonds');
  const agency = openAgency(addresses, account);
  const bram = inject('accounts').find(({ name }) => name === 'Bram Jansen');
  assert(bram);
  const activity = `https://ouderenfonds.example/verwerkingen/${crypto.randomUUID()}`;
  let request: string;
  let browser: Browser;
  let citizen: Watched;

  beforeAll(async () => {
    const need = (claimType: string, field: string) => ({ claimType, fields: [field], necessity });
    const registered = await agency.registerActivity({
      ...{ id: activity, version: 1, controller: account.webId, name: { nl: 'Hulp thuis' } },
      ...{ purpose: PURPOSE, purposeInWords: { nl: 'Wij zoeken hulp voor u.' } },
      basis: article6Iri('a'),
      specialCategoryBasis: article9Iri('a'),
      lawRefs: [],
      dataNeeds: [
        { ...need(g.HouseholdCredential, 'adults'), specialCategories: ['health'] },
        need(g.IncomeCredential, 'year'),
      ],
      ...{ retentionDays: 30, recipients: [] },
      validFrom: new Date(Date.now() - 86_400_000).toISOString(),
    });
    assert(registered.status === 'registered', JSON.stringify(registered));
    const asked = await agency.requestAccess({
      ...{ citizen: bram.webId, purpose: PURPOSE, processingActivity: activity },
      purposeInWords: { nl: 'Wij zoeken hulp voor u.' },
      needs: [
        { claimType: g.HouseholdCredential, reason: { nl: 'Om hulp te kiezen.' }, required: false },
        { claimType: g.IncomeCredential, reason: { nl: 'Voor de prijs.' }, required: true },
      ],
      consentGate: {
        ...{ refusalCostsNothing: true, noLawCoversIt: true, inOwnInterest: true },
        ...{ onePurpose: true, easyToWithdraw: true, adviceAttached: true },
        confirmedBy: { name: 'P. Bestuurder', role: 'Voorzitter van het bestuur' },
      },
      otherRoute: { text: { nl: 'Bel ons.' } },
      expiresAt: new Date(Date.now() + 3_600_000),
    });
    assert(asked.status === 'requested', JSON.stringify(asked));
    request = asked.request.id;
    browser = await openBrowser();
    citizen = await openPage(await newPerson(browser));
  });
  afterAll(async () => {
    await browser.close();
    await agency.close();
  });
  const next = () => citizen.page.getByRole('button', { name: 'Volgende' }).click();
  const yes = () => citizen.page.getByRole('radio', { name: /^Ja, .* over uw gezondheid$/ });
  const no = () => citizen.page.getByRole('radio', { name: 'Nee, deze gegevens deel ik niet' });

  it('in words that name the category, with nothing chosen beforehand', async () => {
    const { page } = citizen;
    await logInAtVault(page, addresses.consentApp, bram);
    await menu(page, 'Vragen');
    await page.getByRole('link', { name: /Ouderenfonds/ }).click();
    await page.getByText('Stap 1 van 7').waitFor();
    await next();
    await next();
    await page.getByRole('checkbox', { name: 'Delen: Met wie u woont' }).check();
    await page
      .getByRole('checkbox', { name: /^Delen: Inkomen over/ })
      .first()
      .check();
    await next();
    await page.getByRole('group', { name: 'Dit gaat over uw gezondheid' }).waitFor();
    expect([await yes().isChecked(), await no().isChecked()]).toEqual([false, false]);
    await seen(page, 'Bijzondere gegevens: ja of nee?');
  });

  it('and cannot pass it by', async () => {
    const { page } = citizen;
    await next();
    await page.getByText('Kies ja of nee.').waitFor();
    await seen(page, 'Bijzondere gegevens: ja of nee?');
  });

  it('a no leaves the rest, and nothing of it is shared', async () => {
    const { page } = citizen;
    await no().check();
    await next();
    await page.getByRole('radio', { name: /^Zo lang als gevraagd/ }).check();
    await next();
    await next();
    await seen(page, 'Klopt dit?');
    expect(await page.getByText('Apart ja gezegd').count()).toBe(0);
    await page.getByRole('button', { name: 'Andere gegevens kiezen' }).click();
    await page.getByRole('checkbox', { name: 'Delen: Met wie u woont' }).check();
    await next();
    expect([await yes().isChecked(), await no().isChecked()]).toEqual([false, false]);
  });

  it('a yes is in the overview, and on record with the consent', async () => {
    const { page } = citizen;
    await yes().check();
    await next();
    await next();
    await next();
    await page.getByText('Apart ja gezegd tegen gegevens over').waitFor();
    await page.getByText('uw gezondheid', { exact: true }).waitFor();
    await seen(page, 'Klopt dit?');
    await page.getByRole('button', { name: /^Ja/ }).click();
    await seen(page, 'Uw keuze is verstuurd');
    const decided = await agency.waitForDecision(request, { timeoutSeconds: 30, pollSeconds: 1 });
    expect(decided.status).toBe('granted');
    expect(citizen.complaints).toEqual([]);
  });
});
