import { officialKey, openAgency } from '@grondslag/dev-stack';
import { article6Iri } from '@grondslag/legal-basis';
import type { Browser } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { heading, menu, region, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';
import { publishMandate } from '../support/publish-mandate.ts';

const DAY_MS = 86_400_000;
const otherRoute = { text: { nl: 'Bel ons, dan sturen wij een formulier.' } };
const by = { name: 'P. Bestuurder', role: 'Voorzitter van het bestuur' };

/** What a law obliges knows no objection; what is told later is counted; an objection can be upheld. */
describe('a citizen sees what cannot be stopped, what comes later, and that she was right', () => {
  const addresses = inject('addresses');
  const personOf = (name: string) => {
    const found = inject('accounts').find((account) => account.name === name);
    assert(found, name);
    return found;
  };
  const anna = personOf('Anna de Wit');
  const agency = openAgency(addresses, personOf('Ouderenfonds (voorbeeld)'));
  const toldOn = new Date(Date.now() + 40 * DAY_MS);
  let browser: Browser;
  let citizen: Watched;

  beforeAll(async () => {
    const powers = { vault: addresses.vault, officialKeys: inject('officialKeys') };
    const key = await officialKey(powers, 'ouderenfonds');
    const like = (await agency.listMandates()).find(
      ({ mandate }) => mandate.name.nl === 'Aanvulling voor wie haar misloopt',
    )?.mandate;
    assert(like);
    const give = async (changes: Parameters<typeof publishMandate>[3]) => {
      const mandate = await publishMandate(agency, key, like, changes);
      const given = await agency.requestLawfulAccess({ mandate, citizen: anna.webId, otherRoute });
      expect(['allowed', 'waiting'], JSON.stringify(given)).toContain(given.status);
    };
    await give({
      name: { nl: 'Jaaropgave' },
      task: { nl: 'Wij sturen u elk jaar een opgave.' },
      basis: article6Iri('c'),
      purpose: 'https://w3id.org/dpv#LegalCompliance',
      notice: { when: 'before', waitDays: 14 },
    });
    const toldLater = (task: string, until: Date) =>
      give({
        name: { nl: 'Controle achteraf' },
        task: { nl: task },
        basis: article6Iri('e'),
        purpose: 'https://w3id.org/dpv#Verification',
        notice: {
          when: 'delayed',
          delay: {
            ground: { nl: 'Eerder vertellen maakt het onderzoek onmogelijk.' },
            article: '14(5)(b)',
            until: until.toISOString(),
            overseer: { name: 'T. Toezicht', role: 'Functionaris' },
          },
        },
      });
    await toldLater('Wij kijken na of een aanvulling klopt.', toldOn);
    await toldLater('Wij keken na of een aanvulling klopte.', new Date());
    await give({
      name: { nl: 'Nabellen' },
      task: { nl: 'Wij bellen u na over de aanvulling.' },
      basis: article6Iri('e'),
      purpose: 'https://w3id.org/dpv#CommunicationManagement',
    });
    browser = await openBrowser();
    citizen = await openPage(await newPerson(browser));
  });
  afterAll(async () => {
    await browser.close();
    await agency.close();
  });

  const opens = { name: /^Bekijk wat zij lezen/ };
  const card = (task: string) => citizen.page.getByRole('article').filter({ hasText: task });

  it('the log counts what is told later, and says until when; nothing else is seen of it', async () => {
    const { page } = citizen;
    await logInAtVault(page, addresses.consentApp, anna);
    await menu(citizen.page, 'Wat is bekeken');
    const day = toldOn.toLocaleDateString('nl-NL', { dateStyle: 'long' });
    await page
      .getByText(`Er is 1 regel die u later te zien krijgt, uiterlijk op ${day}.`)
      .waitFor();
    await seen(citizen.page, 'Wat is bekeken');
    await menu(citizen.page, 'Wie kan wat zien');
    await card('Wij sturen u elk jaar een opgave.').waitFor();
    expect(await card('Wij kijken na of een aanvulling klopt.').count()).toBe(0);
  });

  it('what was told later says on what ground, and who saw to it that it was', async () => {
    const { page } = citizen;
    await card('Wij keken na of een aanvulling klopte.').getByRole('link', opens).click();
    await page.getByText('U hoort dit later dan anders.').waitFor();
    await page.getByText('Eerder vertellen maakt het onderzoek onmogelijk.').waitFor();
    await page.getByText('T. Toezicht (Functionaris) lette erop').waitFor();
    await seen(citizen.page, /op grond van de wet mag lezen/);
    await menu(citizen.page, 'Wie kan wat zien');
  });

  it('a legal duty has no way to object, and says why', async () => {
    const { page } = citizen;
    const duty = card('Wij sturen u elk jaar een opgave.');
    await duty.getByText(/^Begint op .* Tot dan leest Ouderenfonds/).waitFor();
    await duty.getByText('Bezwaar kan niet: de wet verplicht dit.').waitFor();
    await seen(citizen.page, 'Wie kan wat zien');
    await duty.getByRole('link', opens).click();
    await seen(citizen.page, /op grond van de wet mag lezen/);
    expect(await page.getByRole('link', { name: 'Maak bezwaar' }).count()).toBe(0);
    await region(page, 'Dit kan hier niet')
      .getByRole('heading', { name: 'Bezwaar maken' })
      .waitFor();
    await page.goto(`${page.url()}/bezwaar`);
    await page.getByText('Bezwaar kan niet: de wet verplicht dit.').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await seen(citizen.page, 'Bezwaar maken');
  });

  it('she objects; more time and an exception are told with their reasons; then she is right', async () => {
    const { page } = citizen;
    await menu(citizen.page, 'Wie kan wat zien');
    const call = card('Wij bellen u na over de aanvulling.');
    await call.getByRole('link', opens).click();
    await page.getByRole('link', { name: 'Maak bezwaar' }).first().click();
    await page.getByLabel('Waarom wilt u dit niet?').fill('Bellen maakt mij bang.');
    await page.getByRole('button', { name: 'Verstuur mijn bezwaar' }).click();
    await heading(citizen.page, /^Uw bezwaar/);
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const objection = new URL(`v1/objections/${id}`, addresses.authority).href;
    const reasons = { nl: 'De medewerker is met verlof.' };
    await agency.extendObjection(objection, { reasons, by });
    await region(page, 'Ouderenfonds (voorbeeld) heeft meer tijd nodig')
      .getByText(reasons.nl)
      .waitFor();
    await agency.recordException(objection, { ground: 'legal-claims', reasons, by });
    await region(page, 'Het lezen gaat door').getByText('rechtszaak').waitFor();
    expect(await page.getByText('Het lezen staat stil tot het antwoord er is.').count()).toBe(0);
    await seen(citizen.page, /^Uw bezwaar/);
    await agency.answerObjection(objection, {
      outcome: 'upheld',
      reasons: { nl: 'Wij sturen u een brief.' },
      by,
    });
    await page.getByText('U kreeg gelijk. Het lezen is gestopt.').waitFor();
    await region(page, 'Het lezen ging tot het antwoord door').waitFor();
    await seen(citizen.page, /^Uw bezwaar/);
    await menu(citizen.page, 'Wie kan wat zien');
    await region(page, 'Gestopt of afgelopen').getByText('Dat is gestopt.').first().waitFor();
    await call.waitFor({ state: 'detached' });
    await seen(citizen.page, 'Wie kan wat zien');
  });

  it('no page complained', () => {
    expect(citizen.complaints).toEqual([]);
  });
});
