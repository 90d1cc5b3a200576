import { readFile } from 'node:fs/promises';
import type { Agency } from '@grondslag/agency';
import { accountOf, createCitizen, openAgency } from '@grondslag/dev-stack';
import type { Browser, Page } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { askForHelp, lastPart } from '../screens/ask-for-help.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { menu, region, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

const HOUR_MS = 3_600_000;

/** Els let Waterdam read her income. She stops, asks them to erase what they read, and keeps the receipts. */
describe('a citizen acts on her rights', () => {
  const addresses = inject('addresses');
  const els = accountOf(inject('accounts'), 'els');
  let counsellor: Agency;
  let grant: string;
  let browser: Browser;
  let citizen: Watched;

  beforeAll(async () => {
    counsellor = openAgency(addresses, accountOf(inject('accounts'), 'waterdam'));
    const vault = await createCitizen(addresses, els);
    const income = new URL(`facts/income/${new Date().getFullYear() - 1}`, vault.storage).href;
    const request = await vault.seeRequest(await askForHelp(counsellor, els.webId));
    const given = await vault.approve(request, [income], new Date(Date.now() + 20 * HOUR_MS));
    const query = { query: 'SELECT ?s WHERE { ?s ?p ?o } LIMIT 1' };
    assert((await counsellor.readClaims(given.id, query)).status === 'read');
    grant = lastPart(given.id);
    await vault.logOut();
    browser = await openBrowser();
    citizen = await openPage(await newPerson(browser));
  });
  afterAll(async () => {
    await browser.close();
    await counsellor.close();
  });

  it('sees who sees what in a picture, and the same by fact', async () => {
    const { page } = citizen;
    await logInAtVault(page, addresses.consentApp, els);
    await menu(page, 'Wie kan wat zien');
    const map = region(page, 'In één oogopslag');
    await map.getByText('Bekijk dit per gegeven').click();
    await map.getByText('Schuldhulp Waterdam (voorbeeld) (met uw toestemming)').waitFor();
    await seen(page, 'Wie kan wat zien');
  });

  it('finds every right in one place, with the button where it is', async () => {
    const { page } = citizen;
    await page.getByRole('link', { name: /^Bekijk wat Schuldhulp Waterdam/ }).click();
    await seen(page, /met uw toestemming ziet$/);
    const can = region(page, 'Dit kunt u');
    expect(await can.getByRole('heading', { level: 4 }).allTextContents()).toContain('Stoppen');
    await region(page, 'Dit kan hier niet').getByText('Bezwaar is niet nodig').waitFor();
    await can.getByRole('link', { name: 'Stop met delen' }).click();
    await page.getByRole('button', { name: 'Ja, stop met delen' }).click();
    await page.getByRole('link', { name: /Waterdam.* zag uw inkomen.*Dat is gestopt/ }).click();
    await page.getByText(/^Dit is gestopt of afgelopen op/).waitFor();
    expect(await page.getByRole('link', { name: 'Stop met delen' }).count()).toBe(0);
  });

  it('asks for erasure, once at a time', async () => {
    const { page } = citizen;
    for (const _time of [1, 2]) {
      await page.goto(new URL(`/uw-rechten/erasure-grant-${grant}`, addresses.consentApp).href);
      await page.getByLabel(/Wilt u er iets bij zeggen/).fill('Ik heb de hulp niet meer nodig.');
      await seen(page, 'Vragen om te wissen');
      await page.getByRole('button', { name: 'Verstuur mijn verzoek' }).click();
      if (_time === 2)
        await page
          .getByRole('alert')
          .getByText(/U vroeg dit al/)
          .waitFor();
      else await page.getByText('U vroeg Schuldhulp Waterdam (voorbeeld) om te wissen').waitFor();
    }
  });

  it('reads the answer of the agency, with its reasons', async () => {
    const { page } = citizen;
    const asked = await counsellor.listRightsRequests();
    const request = asked.find((view) => view.request.citizen === els.webId)?.request;
    assert(request);
    expect(request.words).toBe('Ik heb de hulp niet meer nodig.');
    await counsellor.answerRightsRequest(request.id, {
      outcome: 'refused',
      reasons: { nl: 'Wij bewaren dit <b>zeven</b> jaar voor de controle.' },
      by: { name: 'J. de Boer', role: 'Hoofd uitvoering' },
    });
    await page.goto(new URL('/bezwaren', addresses.consentApp).href);
    const mine = region(page, 'Wat u vroeg');
    await mine.getByText('Schuldhulp Waterdam (voorbeeld) doet het niet.').waitFor();
    await mine.getByText('Wij bewaren dit <b>zeven</b> jaar voor de controle.').waitFor();
    await mine.getByText(/U kunt klagen/).waitFor();
  });

  it('keeps a receipt of each step, to print, and as a file with what was signed', async () => {
    const { page } = citizen;
    await menu(page, 'Bewijzen');
    await page.getByText(/^U zei ja tegen Schuldhulp Waterdam/).waitFor();
    await page.getByText(/^U stopte het delen met Schuldhulp Waterdam/).waitFor();
    await page.getByText(/^U vroeg Schuldhulp Waterdam .* om te wissen/).waitFor();
    await seen(page, 'Bewijzen');
    await page.getByRole('link', { name: /^U zei ja tegen Schuldhulp/ }).click();
    await seen(page, 'Bewijs');
    const receipt = JSON.parse(await savedBy(page, 'Bewaren als bestand'));
    expect(receipt['prov:wasDerivedFrom'].proof).toMatchObject({ type: 'DataIntegrityProof' });
    expect(receipt['dpv:hasStatus']).toEqual({ '@id': 'dpv:ConsentGiven' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('button').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
  });

  it('keeps all that was looked at in a file of her own', async () => {
    const { page } = citizen;
    await menu(page, 'Wat is bekeken');
    await page.getByText(/Schuldhulp Waterdam \(voorbeeld\) las uw inkomen/).waitFor();
    await page.getByText('Bekijk dit als tabel').click();
    await page.getByRole('rowheader', { name: /Schuldhulp Waterdam/ }).waitFor();
    await seen(page, 'Wat is bekeken');
    const lines = (await savedBy(page, 'Bewaar als bestand')).split('\r\n');
    expect(lines[0]).toBe('\ufeff"Wanneer","Wie","Wat"');
    expect(lines.slice(1).some((line) => line.includes('"uw inkomen over'))).toBe(true);
  });

  it('nothing went wrong on the way', () => {
    expect(citizen.complaints.filter((line) => !line.includes('409 (Conflict)'))).toEqual([]);
  });
});

/** Content of the file that a button hands out. */
async function savedBy(page: Page, button: string): Promise<string> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await saved).path(), 'utf8');
}
