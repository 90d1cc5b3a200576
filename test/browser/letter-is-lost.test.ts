import { type Agency, letterPage, type Question } from '@grondslag/agency';
import { accountOf, openAgency, readConsentGate } from '@grondslag/dev-stack';
import { article6Iri, article9Iri } from '@grondslag/legal-basis';
import { explicitConsentFromFields } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import type { Browser, Page } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

const QUERY = 'SELECT ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }';
const BORN = '1949-11-09';
const SERVICE = 'https://w3id.org/dpv#ServiceProvision';

/** Hanna answers by post, loses everything but her card, stops at a counter, and is asked in German about her health. */
describe('a letter by post, and a letter that is lost', () => {
  const addresses = inject('addresses');
  const account = (slug: string) => accountOf(inject('accounts'), slug);
  const waterdam = openAgency(addresses, account('waterdam'));
  const fund = openAgency(addresses, account('ouderenfonds'));
  let browser: Browser;
  let joke: Watched;
  let tom: Watched;
  let hanna: Watched;
  let card: string;
  let grant: string;
  let special: string;
  let code: string;

  beforeAll(async () => {
    browser = await openBrowser();
    const people = await Promise.all([0, 1, 2].map(() => newPerson(browser)));
    [joke, tom, hanna] = (await Promise.all(people.map(openPage))) as [Watched, Watched, Watched];
    await Promise.all([
      logInAtVault(joke.page, addresses.consentApp, account('joke')),
      logInAtVault(tom.page, addresses.consentApp, account('tom')),
      logInAtVault(hanna.page, addresses.consentApp, account('hanna')),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([waterdam.close(), fund.close()]);
  });

  async function ask(
    agency: Agency,
    question: Pick<Question, 'needs' | 'purposeInWords'> & Partial<Question>,
  ) {
    const asked = await agency.requestAccess({
      ...{ citizen: account('hanna').webId, purpose: SERVICE },
      ...{ otherRoute: { text: { nl: 'Bel ons.' } }, consentGate: await readConsentGate() },
      expiresAt: new Date(Date.now() + 20 * 86_400_000),
      ...question,
    });
    assert(asked.status === 'requested', JSON.stringify(asked));
    return asked.request.id;
  }
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const box = (page: Page, name: string | RegExp) => page.getByRole('checkbox', { name });
  const goTo = (page: Page, path: string) => page.goto(new URL(path, addresses.consentApp).href);

  async function open(page: Page, typed: string) {
    await page.getByRole('radio', { name: 'De burger is hier' }).check();
    await page.getByLabel('Code uit de brief').fill(typed);
    await page.getByLabel('Geboortedatum').fill(BORN);
    await page.getByRole('radio', { name: 'paspoort' }).check();
    await box(page, /^De burger is hier/).check();
    await button(page, 'Open de vraag').click();
  }

  it('her strip comes by post: nobody was there, and it says so', async () => {
    const request = await ask(waterdam, {
      purposeInWords: { nl: 'Wij maken samen een plan voor uw schulden.' },
      processingActivity: 'https://waterdam.example/verwerkingen/schuldhulp',
      needs: [
        {
          claimType: g.IncomeCredential,
          fields: ['year', 'amount', 'currency'],
          ...{ reason: { nl: 'Wij rekenen uit wat u kunt betalen.' }, required: true },
        },
      ],
    });
    const letter = await waterdam.makeLetter(request, BORN);
    expect(letterPage(letter, { language: 'de' })).toContain('fragt etwas von Ihnen');
    const { page } = joke;
    await goTo(page, 'balie');
    await page.getByRole('radio', { name: 'Met de strook van de brief' }).check();
    await page.getByLabel('Code uit de brief').fill(letter.code);
    await page.getByLabel('Geboortedatum').fill(BORN);
    await page.getByLabel('Nummer waaronder u de strook bewaart').fill('2026-0041');
    await button(page, 'Open de vraag').click();
    await page.getByText('Vul in wat u zag, en bevestig het.').waitFor();
    await box(page, /^De strook is ondertekend/).check();
    await seen(page, 'Balie');
    await button(page, 'Open de vraag').click();
    for (let step = 0; step < 2; step++) await button(page, 'Volgende').click();
    await box(page, 'Delen: uw inkomen').check();
    await button(page, 'Volgende').click();
    await page.getByRole('radio', { name: /^1 week/ }).check();
    for (let step = 0; step < 2; step++) await button(page, 'Volgende').click();
    await button(page, /^Ja/).click();
    await page.getByText(/voerde het antwoord van uw strook in/).waitFor();
    await page.getByText('Er is een getekende strook, met nummer 2026-0041.').waitFor();
    expect(await page.getByText('U was daar.').count()).toBe(0);
    expect(await button(page, 'Maak een baliepas voor de burger').count()).toBe(0);
    await seen(page, 'Het antwoord is ingevoerd');
    const decided = await waterdam.waitForDecision(request, { timeoutSeconds: 10 });
    assert(decided.status === 'granted', JSON.stringify(decided));
    grant = decided.grant.id;
    expect(decided.grant.credentialSubject.providedConsent).toMatchObject({ [g.channel]: 'paper' });
    expect(await waterdam.readClaims(grant, { query: QUERY })).toMatchObject({ status: 'read' });
  });

  it('she makes a card for the counter, whose number is told once', async () => {
    const { page } = hanna;
    await goTo(page, 'aan-de-balie');
    await page.getByText(/voerde het antwoord van uw strook in/).waitFor();
    await button(page, 'Maak een baliepas').click();
    await page.getByText('Vul uw geboortedatum in.').waitFor();
    await seen(page, 'Aan de balie en per brief');
    await page.getByLabel('Uw geboortedatum').fill(BORN);
    await button(page, 'Maak een baliepas').click();
    card = (await page.getByText(/^\w{4}-\w{4}-\w{4}$/).textContent()) ?? '';
    await seen(page, 'Aan de balie en per brief');
    await page.reload();
    await page.getByText(/^U heeft een baliepas, gemaakt op/).waitFor();
    expect(await page.getByText(card).count()).toBe(0);
  });

  it('with the card and her passport she stops at the counter', async () => {
    const { page } = joke;
    await button(page, 'Volgende burger').click();
    await open(page, card.toLowerCase());
    await seen(page, 'Wat er voor deze burger staat');
    expect(await page.getByText(/18\.250/).count()).toBe(0);
    await button(page, /^Stoppen met delen met Schuldhulp/).click();
    await seen(page, 'Wil de burger hiermee stoppen?');
    await button(page, 'De burger wil stoppen met delen').click();
    await seen(page, 'Het delen is gestopt');
    const read = await waterdam.readClaims(grant, { query: QUERY });
    expect(read).toMatchObject({ status: 'no-access', reason: 'withdrawn' });
  });

  it('a question that waits is printed for her in German', async () => {
    special = await askAboutHealth();
    const { page } = joke;
    await button(page, 'Volgende burger').click();
    await open(page, card);
    await page.getByRole('radio', { name: 'Deutsch' }).check();
    await button(page, /^Maak de brief van Ouderenfonds/).click();
    await page.getByText('De brief is klaar.', { exact: false }).waitFor();
    await seen(page, 'Wat er voor deze burger staat');
    const [letter] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Open de brief, om te printen' }).click(),
    ]);
    await seen(letter, /fragt etwas von Ihnen/);
    await letter
      .getByText('Das Gesetz schützt dies besonders: Ihre Gesundheit.', { exact: false })
      .waitFor();
    const typed = letter.locator('.code');
    expect(await typed.evaluate((one) => getComputedStyle(one).fontSize)).toBe('32px');
    code = (await typed.textContent()) ?? '';
    await letter.close();
    await button(page, 'Volgende burger').click();
    await open(page, code);
    await page.getByText('U printte deze brief zelf.', { exact: false }).waitFor();
    await seen(page, 'Balie');
  });

  async function askAboutHealth() {
    const needed = (claimType: string, field: string) => ({
      ...{
        claimType,
        fields: [field],
        necessity: { nl: 'Anders weten wij niet welke hulp past.' },
      },
    });
    const purposeInWords = { nl: 'Wij zoeken hulp voor u.', de: 'Wir suchen Hilfe für Sie.' };
    const id = `https://ouderenfonds.example/verwerkingen/${crypto.randomUUID()}`;
    const registered = await fund.registerActivity({
      ...{ id, version: 1, controller: account('ouderenfonds').webId, name: { nl: 'Hulp thuis' } },
      ...{ purpose: SERVICE, purposeInWords, basis: article6Iri('a') },
      ...{ specialCategoryBasis: article9Iri('a'), lawRefs: [], recipients: [] },
      dataNeeds: [
        { ...needed(g.HouseholdCredential, 'adults'), specialCategories: ['health'] },
        needed(g.IncomeCredential, 'year'),
      ],
      retentionDays: 30,
      validFrom: new Date(Date.now() - 86_400_000).toISOString(),
    });
    assert(registered.status === 'registered', JSON.stringify(registered));
    return ask(fund, {
      ...{ purposeInWords, processingActivity: id },
      needs: [
        { claimType: g.HouseholdCredential, reason: { nl: 'Om te kiezen.' }, required: true },
        { claimType: g.IncomeCredential, reason: { nl: 'Voor de prijs.' }, required: false },
      ],
    });
  }

  it('a colleague turns the screen to her, in German, and she is asked apart about her health', async () => {
    const { page } = tom;
    await goTo(page, 'balie');
    await open(page, code);
    await seen(page, /vraagt iets van u/);
    await button(page, 'Deutsch').click();
    await seen(page, /fragt etwas von Ihnen/);
    const next = () => button(page, 'Weiter').click();
    await next();
    await page.getByText('Wir suchen Hilfe für Sie.').waitFor();
    await next();
    await box(page, /^Teilen: .*wohnen/).check();
    await seen(page, 'Welche Daten teilen Sie?');
    await next();
    await next();
    await page.getByText('Wählen Sie Ja oder Nein.').waitFor();
    await seen(page, 'Besondere Daten: Ja oder Nein?');
    await page.getByRole('radio', { name: /^Ja, Seniorenfonds .* über Ihre Gesundheit$/ }).check();
    await next();
    await page.getByRole('radio', { name: /^1 Woche/ }).check();
    await next();
    await next();
    await seen(page, 'Stimmt das?');
    await button(page, 'Ja, aber nur diesen Teil').click();
    await seen(page, 'Die Antwort ist eingetragen');
    await button(page, 'Schalterkarte für die Person machen').click();
    await page.getByText(/^\w{4}-\w{4}-\w{4}$/).waitFor();
    await seen(page, 'Die Antwort ist eingetragen');
    const decided = await fund.waitForDecision(special, { timeoutSeconds: 10 });
    assert(decided.status === 'granted', JSON.stringify(decided));
    const consent = decided.grant.credentialSubject.providedConsent;
    expect(explicitConsentFromFields(consent)).toEqual([g.HouseholdCredential]);
    expect(consent).toMatchObject({ [g.channel]: 'counter', [g.enteredBy]: account('tom').webId });
  });

  it('she sees all that was done with her card, and ends it', async () => {
    const { page } = hanna;
    await page.reload();
    for (const words of [
      'Joke Smit van Servicepunt Datakluis (voorbeeld) printte voor u een vraag op papier.',
      'Tom Prins van Servicepunt Datakluis (voorbeeld) maakte een baliepas voor u.',
    ]) {
      await page.getByText(words).waitFor();
    }
    expect(await page.getByText(/keek met uw baliepas wat er voor u staat/).count()).toBe(2);
    await seen(page, 'Aan de balie en per brief');
    await button(page, 'Stop met mijn baliepas').click();
    await page.getByText('Uw baliepas werkt niet meer.').waitFor();
    await seen(page, 'Aan de balie en per brief');
  });

  it('no page complained but of the letter that its printer may not enter', () => {
    expect(joke.complaints).toEqual([expect.stringContaining('403')]);
    expect(tom.complaints).toEqual([]);
    expect(hanna.complaints).toEqual([]);
  });
});
