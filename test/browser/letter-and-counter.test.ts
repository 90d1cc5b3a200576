import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Agency, letterPage } from '@grondslag/agency';
import { accountOf, openAgency, readConsentGate } from '@grondslag/dev-stack';
import { g } from '@grondslag/vocab';
import type { Browser, Page } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { menu, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';
import { readPdf } from '../support/read-pdf.ts';

const WHOLE = 'SELECT ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }';
const BORN = '1957-03-04';
const year = new Date().getFullYear() - 1;

/** Wim gets a letter, answers in part at a counter, and stops there; the second time he answers on screen. */
describe('a letter, and the counter', () => {
  const addresses = inject('addresses');
  const account = (slug: string) => accountOf(inject('accounts'), slug);
  const { webId } = account('wim');
  let agency: Agency;
  let browser: Browser;
  let clerk: Watched;
  let citizen: Watched;
  let request: string;
  let code: string;
  let html: string;
  let grant: string;

  beforeAll(async () => {
    agency = openAgency(addresses, account('waterdam'));
    browser = await openBrowser();
    [clerk, citizen] = (await Promise.all(
      [await newPerson(browser), await newPerson(browser)].map(openPage),
    )) as [Watched, Watched];
    ({ request, code, html } = await sendLetter());
  });
  afterAll(async () => {
    await browser.close();
    await agency.close();
  });

  async function sendLetter() {
    const asked = await agency.requestAccess({
      citizen: webId,
      purpose: 'https://w3id.org/dpv#ServiceProvision',
      purposeInWords: { nl: 'Wij maken samen een plan voor uw schulden.' },
      needs: [
        {
          claimType: g.IncomeCredential,
          fields: ['year', 'amount', 'currency'],
          reason: { nl: 'Wij rekenen uit wat u kunt betalen.' },
          required: true,
        },
        {
          claimType: g.ResidenceCredential,
          fields: ['city'],
          reason: { nl: 'Wij kijken of u bij ons woont.' },
          required: false,
        },
        {
          claimType: g.HouseholdCredential,
          fields: ['adults', 'children'],
          reason: { nl: 'Met een groter gezin heeft u meer nodig.' },
          required: false,
        },
      ],
      otherRoute: { text: { nl: 'Bel ons voor een formulier op papier.' }, phone: '14 0999' },
      expiresAt: new Date(Date.now() + 20 * 86_400_000),
      processingActivity: 'https://waterdam.example/verwerkingen/schuldhulp',
      consentGate: await readConsentGate(),
    });
    assert(asked.status === 'requested', JSON.stringify(asked));
    const letter = await agency.makeLetter(asked.request.id, BORN);
    const app = new URL('brief', addresses.consentApp).href;
    const page = letterPage(letter, { to: 'W. Hofstra\nDijkstraat 40\n9999 AD Waterdam', app });
    return { request: asked.request.id, code: letter.code, html: page };
  }
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const next = () => button(clerk.page, 'Volgende').click();
  const box = (name: string | RegExp) => clerk.page.getByRole('checkbox', { name });

  async function openAtCounter(typed: string, bornOn: string) {
    const { page } = clerk;
    await page.getByRole('radio', { name: 'De burger is hier' }).check();
    await page.getByLabel('Code uit de brief').fill(typed);
    await page.getByLabel('Geboortedatum').fill(bornOn);
    await page.getByRole('radio', { name: 'rijbewijs' }).check();
    await box(/^De burger is hier/).check();
    await button(page, 'Open de vraag').click();
  }

  it('the letter is two pages, tagged, in reading order, with its fonts, and says it all', async () => {
    const file = join(tmpdir(), `letter-${process.pid}.pdf`);
    const { page } = await openPage(await newPerson(browser));
    await page.setContent(html);
    await seen(page, /Schuldhulp Waterdam .* vraagt iets van u/);
    await page.pdf({ path: file, tagged: true, preferCSSPageSize: true });
    await page.context().close();
    const pdf = await readPdf(await readFile(file));
    await rm(file);
    expect(pdf.pages).toHaveLength(2);
    expect(pdf).toMatchObject({ isTagged: true, language: 'nl', fontsNotEmbedded: [] });
    expect(pdf.headings.map(({ level }) => level)).toEqual([
      1, 2, 2, 2, 2, 2, 3, 2, 3, 3, 3, 3, 3, 2,
    ]);
    const [question = '', answer = ''] = pdf.pages;
    const inOrder = ['Wie vraagt het?', 'Waarvoor is het?', 'plan voor uw schulden', 'Inkomen'];
    const places = [...inOrder, 'Nodig.', 'Niet nodig.', 'Hoe lang?', '14 0999'].map((words) =>
      question.indexOf(words),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    for (const words of [code, 'Servicepunt Datakluis', 'Antwoordstrook', 'Nee, ik deel niets.']) {
      expect(answer).toContain(words);
    }
  });

  it('a clerk who mistypes is told what, and gets no further with the birthday of another', async () => {
    const { page } = clerk;
    await logInAtVault(page, addresses.consentApp, account('joke'));
    await page.goto(new URL('balie', addresses.consentApp).href);
    await page.getByText('U bent Joke Smit, van Servicepunt Datakluis').waitFor();
    await seen(page, 'Balie');
    await button(page, 'Open de vraag').click();
    await page.getByText('Kies hoe het antwoord komt.').waitFor();
    const last = code.slice(-1);
    await openAtCounter(code.slice(0, -1) + (last === 'A' ? 'B' : 'A'), BORN);
    await page.getByText('Deze code klopt niet. Kijk nog eens op de brief.').waitFor();
    await seen(page, 'Balie');
    await openAtCounter(code, '1957-03-05');
    await page.getByText(/geen brief met deze code en geboortedatum/).waitFor();
    await seen(page, 'Balie');
  });

  it('enters a part, step by step as on screen, with kinds of facts and none of his', async () => {
    const { page } = clerk;
    await openAtCounter(code.toLowerCase().replace('-', ' '), BORN);
    await seen(page, /Schuldhulp Waterdam .* vraagt iets van u/);
    await next();
    await seen(page, 'Waarvoor is het?');
    await next();
    await page.getByText('Hier staan geen gegevens, alleen soorten.').waitFor();
    await seen(page, 'Welke gegevens deelt u?');
    expect(await page.getByText(/21\.400|Dijkstraat/).count()).toBe(0);
    await next();
    await page.getByText(/U koos nog niets/).waitFor();
    await box('Delen: uw inkomen').check();
    await box('Delen: met wie u woont').check();
    await box('Ook delen: hoeveel kinderen').uncheck();
    await seen(page, 'Welke gegevens deelt u?');
    await next();
    await page.getByRole('radio', { name: /^1 week/ }).check();
    await seen(page, 'Tot wanneer mogen zij dit zien?');
    await next();
    await seen(page, 'En als u nee zegt?');
    await next();
    await page.getByText(/, alleen: hoeveel volwassenen$/).waitFor();
    await seen(page, 'Klopt dit?');
    await button(page, 'Ja, maar alleen dit deel').click();
    await page.getByText(/Joke Smit van Servicepunt Datakluis .* voerde aan de balie/).waitFor();
    await page.getByText('U was daar. Gezien: rijbewijs.').waitFor();
    await seen(page, 'Het antwoord is ingevoerd');
  });

  it('the agency reads exactly that', async () => {
    const decided = await agency.waitForDecision(request, { timeoutSeconds: 10 });
    assert(decided.status === 'granted', JSON.stringify(decided));
    grant = decided.grant.id;
    expect(decided.grant.credentialSubject.providedConsent).toMatchObject({
      [g.channel]: 'counter',
      [g.desk]: 'servicepunt',
      [g.enteredBy]: account('joke').webId,
    });
    const read = await agency.readClaims(grant, { query: WHOLE });
    assert(read.status === 'read', JSON.stringify(read));
    const facts = read.claims.map(({ fact }) => fact);
    expect(facts).toContainEqual({ type: 'household', adults: 2 });
    expect(facts).toContainEqual(
      expect.objectContaining({ type: 'income', year, amount: '21400.00' }),
    );
    expect(facts).toHaveLength(2);
  });

  it('he sees in the app who entered it, where, and what they looked at', async () => {
    const { page } = citizen;
    await logInAtVault(page, addresses.consentApp, account('wim'));
    await menu(page, 'Wie kan wat zien');
    await page.getByText(/Joke Smit van Servicepunt Datakluis .* voerde aan de balie/).waitFor();
    await seen(page, 'Wie kan wat zien');
    await page.getByRole('link', { name: 'Aan de balie en per brief' }).click();
    await page.getByText('U was daar. Gezien: rijbewijs.').waitFor();
    await page.getByText(/bekeek de vraag uit uw brief/).waitFor();
    await seen(page, 'Aan de balie en per brief');
  });

  it('stops at the counter with the same letter, and the agency reads nothing more', async () => {
    const { page } = clerk;
    await button(page, 'Volgende burger').click();
    await openAtCounter(code, BORN);
    await seen(page, 'Deze vraag is beantwoord');
    await button(page, 'De burger wil stoppen met delen').click();
    await page.getByText(/stopte aan de balie het delen/).waitFor();
    await seen(page, 'Het delen is gestopt');
    const read = await agency.readClaims(grant, { query: WHOLE });
    expect(read).toMatchObject({ status: 'no-access', reason: 'withdrawn' });
    await button(page, 'Volgende burger').click();
    await openAtCounter(code, BORN);
    await seen(page, 'Hier is niets meer te doen');
    await citizen.page.reload();
    await citizen.page.getByText(/stopte aan de balie het delen/).waitFor();
  });

  it('with another letter he goes to the question on screen, by its code', async () => {
    const { page } = citizen;
    const { code: other } = await sendLetter();
    await menu(page, 'Uitleg');
    await page.getByText(/Servicepunt Datakluis .*, telefoon 0900 0123/).waitFor();
    await seen(page, 'Uitleg');
    await page.getByRole('link', { name: 'Ik heb een brief met een code' }).click();
    await seen(page, 'Een code uit een brief');
    await page.getByLabel('Code uit de brief').fill(other.replace('-', ''));
    await button(page, 'Naar de vraag').click();
    await seen(page, /Schuldhulp Waterdam .* vraagt iets van u/);
    await button(page, 'Nee, ik deel niets').click();
    await button(page, 'Verstuur mijn nee').click();
    await seen(page, 'U zei nee');
  });

  it('no page complained but of the birthday of another', () => {
    expect(clerk.complaints).toEqual([expect.stringContaining('404')]);
    expect(citizen.complaints).toEqual([]);
  });
});
