import {
  type Account,
  accountOf,
  createCitizen,
  createSource,
  mandateOf,
  openAgency,
  removeFact,
} from '@grondslag/dev-stack';
import { AS_HELPER_HEADER, type HelperView, invitedHelperSchema } from '@grondslag/protocol/v1';
import type { Browser } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { askForHelp, otherRoute } from '../screens/ask-for-help.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { logInFor } from '../support/log-in-for.ts';
import { heading, menu, region, seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

/** Mieke is helped by Noor: two people, two logins, and one agency that asks. */
describe('a citizen is helped by somebody under their own login', () => {
  const { consentApp, demoAgency } = inject('addresses');
  const mieke = inject('accounts').find(({ name }) => name === 'Mieke Dekker');
  const noor = inject('accounts').find(({ name }) => name === 'Noor Bakker');
  assert(mieke && noor);
  const lastYear = new Date().getFullYear() - 1;
  const [asMieke, asNoor] = [logInFor(mieke), logInFor(noor)];
  let browser: Browser;
  let agency: Watched;
  let citizen: Watched;
  let helper: Watched;
  let link = '';

  beforeAll(async () => {
    browser = await openBrowser();
    agency = await openPage(await newPerson(browser));
    citizen = await openPage(await newPerson(browser));
    helper = await openPage(await newPerson(browser));
    const { page } = agency;
    await page.goto(demoAgency);
    await page.getByRole('radio', { name: mieke.name }).check();
    await page.getByRole('button', { name: 'Vraag de gegevens' }).click();
    await heading(page, 'Wachten op de burger');
  });
  afterAll(() => browser.close());

  const press = (who: Watched, name: string) =>
    who.page.getByRole('button', { name, exact: true }).click();

  it('she invites in small steps, and gets a code', async () => {
    const { page } = citizen;
    await logInAtVault(page, consentApp, mieke);
    await menu(page, 'Uitleg');
    await page.getByRole('link', { name: 'Bekijk wie u helpt' }).click();
    await seen(page, 'Wie helpt u?');
    await page.getByText('Niemand helpt u nu.').waitFor();
    await page.getByRole('link', { name: 'Nodig iemand uit' }).click();
    await press(citizen, 'Volgende');
    await page.getByText('Vul de twee namen in.').waitFor();
    await seen(page, 'Wie wilt u uitnodigen?');
    await page.getByLabel('Hoe noemt u deze persoon?').fill('Noor');
    await page.getByLabel('Hoe noemt deze persoon u?').fill('Mieke');
    await press(citizen, 'Volgende');
    for (const box of await page.getByRole('checkbox').all()) {
      expect(await box.isChecked()).toBe(false);
    }
    for (const theme of ['Inkomen', 'Wonen', 'Huishouden']) {
      await page.getByRole('checkbox', { name: theme }).check();
    }
    await seen(page, 'Waarmee helpt deze persoon?');
    await press(citizen, 'Volgende');
    await page.getByRole('radio', { name: /en ook kiezen/ }).check();
    await seen(page, 'Meekijken of ook doen?');
    await press(citizen, 'Volgende');
    const end = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('De laatste dag van de hulp').fill(end);
    await seen(page, 'Tot wanneer?');
    await press(citizen, 'Volgende');
    await seen(page, 'Klopt dit?');
    await press(citizen, 'Maak de uitnodiging');
    await seen(page, 'Geef deze code door');
    link = (await page.getByText(/helper-worden#/).textContent()) ?? '';
  });

  it('who got the link logs in as herself and takes it, after seeing what is asked', async () => {
    const { page } = helper;
    await logInAtVault(page, consentApp, noor);
    await page.goto(link);
    await seen(page, 'Iemand helpen');
    await press(helper, 'Bekijk de uitnodiging');
    await page.getByText('Mieke vraagt u om hulp.').waitFor();
    await seen(page, 'Iemand helpen');
    await page.getByLabel(/Uw naam/).fill('Noor Bakker');
    await press(helper, 'Ja, ik help');
    await page.getByText('Mieke kijkt nu of u het bent.').waitFor();
    await page.getByRole('link', { name: 'Naar wie u helpt' }).click();
    await page.getByText('Mieke kijkt nog of u het bent.').waitFor();
    await seen(page, 'Wie helpt u?');
  });

  it('the citizen sees who it is, and chooses which facts to show; nothing is ticked', async () => {
    const { page } = citizen;
    await page.getByRole('link', { name: 'Naar wie u helpt' }).click();
    await page.getByText(/Kijk eerst of het de goede persoon is/).waitFor();
    await page.getByRole('link', { name: 'Noor', exact: true }).click();
    await page.getByText(noor.webId).waitFor();
    const income = page.getByRole('checkbox', { name: `uw inkomen over ${lastYear}` });
    await income.waitFor();
    for (const box of await page.getByRole('checkbox').all()) {
      expect(await box.isChecked()).toBe(false);
    }
    await income.check();
    await seen(page, 'Hulp van Noor');
    await press(citizen, 'Ja, Noor mag mij helpen');
    await page.getByText('Noor kan u nu helpen.').first().waitFor();
  });

  it('the helper sees for whom it is, and only the facts that were shown', async () => {
    const { page } = helper;
    await press(helper, 'Help Mieke');
    await page.getByText('U helpt nu Mieke').waitFor();
    await page.getByText('U heeft 1 nieuwe vraag.').waitFor();
    await seen(page, 'Welkom');
    await menu(page, 'Mijn gegevens');
    await region(page, 'Inkomen').getByText('€ 16.480,75').waitFor();
    await seen(page, 'Mijn gegevens');
    expect(await page.getByText('€ 16.120,00').count()).toBe(0);
    expect(await page.getByText('Kerkplein').count()).toBe(0);
    await page.goto(new URL('helpers', consentApp).href);
    await seen(page, 'Dit kan alleen Mieke zelf');
  });

  it('she decides on the question in part, for the citizen', async () => {
    const { page } = helper;
    await menu(page, 'Vragen');
    await page.getByRole('main').getByRole('link').first().click();
    await heading(page, /vraagt iets van u/);
    await press(helper, 'Volgende');
    await heading(page, 'Waarvoor is het?');
    await press(helper, 'Volgende');
    await page.getByRole('checkbox', { name: `Delen: Inkomen over ${lastYear}` }).check();
    await seen(page, 'Welke gegevens deelt u?');
    expect(await page.getByText('Kerkplein').count()).toBe(0);
    await press(helper, 'Volgende');
    await page.getByRole('radio', { name: /^1 week/ }).check();
    await press(helper, 'Volgende');
    await press(helper, 'Volgende');
    await seen(page, 'Klopt dit?');
    await page.getByRole('button', { name: /^Ja/ }).click();
    await seen(page, 'Uw keuze is verstuurd');
  });

  it('she reports an error, asks to erase, and sees the receipts, all for the citizen', async () => {
    const { page } = helper;
    await menu(page, 'Mijn gegevens');
    await page.getByRole('link', { name: /Meld een fout/ }).click();
    await page.getByRole('checkbox').first().check();
    await seen(page, 'Een fout melden');
    await press(helper, 'Verstuur mijn melding');
    await heading(page, 'Uw melding van een fout');
    await page.getByText('U deed dit als helper.').waitFor();
    await menu(page, 'Wie kan wat zien');
    await page.getByRole('link', { name: /^Bekijk wat .* ziet/ }).click();
    await page.getByRole('link', { name: 'Vraag om wissen' }).click();
    await press(helper, 'Verstuur mijn verzoek');
    await seen(page, 'Bezwaren en meldingen');
    await page.getByText('U deed dit als helper.').nth(1).waitFor();
    await menu(page, 'Bewijzen');
    await page.getByText(/^U zei ja tegen/).waitFor();
    await seen(page, 'Bewijzen');
    await page.getByText(/^U zei ja tegen/).click();
    await page.getByText('U deed dit als helper.').waitFor();
    await seen(page, 'Bewijs');
  });

  it('the citizen sees that it was the helper: with the permission, in the log, and with the help', async () => {
    const { page } = citizen;
    await menu(page, 'Wie kan wat zien');
    await page.getByText('Noor deed dit voor u.').waitFor();
    await seen(page, 'Wie kan wat zien');
    expect(await page.getByText('Onbekende organisatie').count()).toBe(0);
    await menu(page, 'Wat is bekeken');
    await page.getByText(`Uw helper Noor las uw inkomen over ${lastYear}`).first().waitFor();
    await page.getByText(/^Uw helper Noor keek naar uw vragen, wie wat kan zien/).waitFor();
    await seen(page, 'Wat is bekeken');
    await menu(page, 'Bezwaren en meldingen');
    await page.getByText('Noor deed dit voor u.').nth(1).waitFor();
    await seen(page, 'Bezwaren en meldingen');
    await page.goto(new URL('helpers', consentApp).href);
    await page.getByRole('link', { name: 'Noor', exact: true }).click();
    await page.getByText('Noor zei ja op een vraag.').waitFor();
    await page.getByText('Noor meldde een fout in een gegeven.').waitFor();
    await seen(page, 'Hulp van Noor');
  });

  it('she stops it in one click, and the helper can see and do nothing any more', async () => {
    await press(citizen, 'Stop de hulp van Noor');
    await citizen.page.getByText('De hulp van Noor is gestopt.').first().waitFor();
    await seen(citizen.page, 'Wie helpt u?');
    const { page } = helper;
    await seen(page, 'Deze hulp is gestopt');
    await page.reload();
    await heading(page, 'Deze hulp is gestopt');
    expect(await page.getByText('€ 16.480,75').count()).toBe(0);
    await press(helper, 'Terug naar uw eigen pagina');
    await page.getByText('U helpt Mieke niet meer.').waitFor();
  });

  it('who may only look along is told so, and meets nothing to choose, to stop or to send', async () => {
    await lookAlong();
    const asking = openAgency(inject('addresses'), accountOf(inject('accounts'), 'waterdam'));
    await askForHelp(asking, mieke.webId).finally(() => asking.close());
    const { page } = helper;
    await page.reload();
    await press(helper, 'Help Mieke');
    await page.getByText(/U kunt hier niets kiezen, stoppen of versturen\./).waitFor();
    await menu(page, 'Vragen');
    await page.getByRole('main').getByRole('link').first().click();
    await heading(page, /vraagt iets van u/);
    await press(helper, 'Volgende');
    await heading(page, 'Waarvoor is het?');
    await press(helper, 'Volgende');
    await page.getByText('€ 16.480,75').waitFor();
    await page.getByText(/^U kijkt alleen mee\. Mieke kiest zelf/).waitFor();
    await seen(page, 'Welke gegevens deelt u?');
    await nothingToSend(['Vorige']);
    await menu(page, 'Mijn gegevens');
    await region(page, 'Inkomen').getByText('€ 16.480,75').waitFor();
    expect(await page.getByRole('main').getByRole('link').count()).toBe(0);
    await menu(page, 'Wie kan wat zien');
    await page.getByRole('link', { name: /^Bekijk wat .* ziet/ }).waitFor();
    await nothingToSend();
    await page.getByRole('link', { name: /^Bekijk wat .* ziet/ }).click();
    await page.getByRole('heading', { name: 'Uw rechten' }).waitFor();
    await nothingToSend();
    expect(await page.getByRole('link', { name: /^(Stop|Vraag om)/ }).count()).toBe(0);
    await page.goto(`${page.url()}/stoppen`);
    await page.getByText(/^Dit doet Mieke zelf/).waitFor();
    await seen(page, 'U kijkt alleen mee');
    await nothingToSend();
  });

  it('no page complained, but of the vault’s 401 with a ticket, and of being refused once it was over', () => {
    const isExpected = (one: string) =>
      (/status of 401/.test(one) && one.includes('/mieke/facts/')) || /status of 403/.test(one);
    expect(citizen.complaints).toEqual([]);
    expect(helper.complaints.filter((one) => !isExpected(one))).toEqual([]);
  });

  async function nothingToSend(but: readonly string[] = []): Promise<void> {
    const shown = helper.page.getByRole('main').getByRole('button');
    expect(await shown.allInnerTexts()).toEqual(['Stop met helpen', ...but]);
    expect(await helper.page.getByRole('checkbox').count()).toBe(0);
  }

  /** Noor helps once more, and may only look along: the pages for it were walked. */
  async function lookAlong(): Promise<void> {
    const helpers = new URL('v1/helpers', inject('addresses').authority).href;
    const send = async (
      by: { readonly fetch: typeof fetch },
      method: string,
      path: string,
      body: object,
    ) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await by.fetch(path, { method, headers, body: JSON.stringify(body) });
      expect(answer.ok, await answer.clone().text()).toBe(true);
      return answer;
    };
    const invitation = {
      ...{
        kind: 'helper',
        name: 'Noor',
        citizenName: 'Mieke',
        themes: ['income', 'household'],
        may: 'see',
      },
      until: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    };
    const made = await send(asMieke, 'POST', helpers, invitation);
    const { helper: view, code } = invitedHelperSchema.parse(await made.json());
    await send(asNoor, 'POST', `${helpers}/acceptance`, { code, name: 'Noor Bakker' });
    const income = new URL(`../facts/income/${lastYear}`, mieke?.webId).href;
    await send(asMieke, 'PUT', `${view.id}/confirmation`, { facts: [income] });
  }
});

/** Karin decides for Lotte, until the operator finds that Lotte is of age. */
describe('a parent decides for a child, who comes of age', () => {
  const addresses = inject('addresses');
  const accounts = inject('accounts');
  const [karin, lotte, operator] = ['karin', 'lotte', 'beheerder'].map((slug) =>
    accountOf(accounts, slug),
  );
  assert(karin && lotte && operator);
  const keeper = logInFor(operator);
  const mother = logInFor(karin);
  let browser: Browser;
  let parent: Watched;
  let child: Watched;
  let help = '';

  beforeAll(async () => {
    browser = await openBrowser();
    parent = await openPage(await newPerson(browser));
    child = await openPage(await newPerson(browser));
  });
  afterAll(() => browser.close());

  it('finds from the start page for whom she decides, and begins', async () => {
    const { page } = parent;
    await logInAtVault(page, addresses.consentApp, karin);
    await page.getByText('U beslist ook voor een ander').waitFor();
    await seen(page, 'Welkom');
    await page.getByRole('link', { name: 'Bekijk voor wie u beslist' }).click();
    await page.getByText('U heeft het gezag over Lotte.').waitFor();
    await page.getByText(/^Sem is nu 18 en beslist zelf/).waitFor();
    await seen(page, 'Voor wie u beslist');
    await page.getByRole('button', { name: 'Begin voor Lotte' }).click();
    await page.getByText('U beslist nu voor Lotte').waitFor();
    await menu(page, 'Mijn gegevens');
    await region(page, 'Inkomen').getByText('€ 1.630,00').waitFor();
    await seen(page, 'Mijn gegevens');
  });

  it('sees a fact that comes later by itself', async () => {
    const { page } = parent;
    const child = await createCitizen(addresses, lotte);
    const source = await createSource(addresses, accountOf(accounts, 'inkomensregister'));
    const income = new URL(`facts/income/${new Date().getFullYear() - 1}`, child.storage).href;
    const signed = await (await child.fetch(income)).text();
    await source.place(lotte.webId, `${income}-later`, signed);
    await page.reload();
    await region(page, 'Inkomen').getByRole('article').nth(1).waitFor();
    await removeFact(child, `${income}-later`);
    await Promise.all([child.logOut(), source.logOut()]);
  });

  it('sees what she allowed, and what comes when the child is 18', async () => {
    const listed = await mother.fetch(new URL('v1/helpers?as=helper', addresses.authority).href);
    const { items } = (await listed.json()) as { items: HelperView[] };
    help = items.find(({ citizenName }) => citizenName === 'Lotte')?.id ?? '';
    await decideFor(lotte, help);
    const { page } = parent;
    await page.getByRole('button', { name: 'Stop met helpen' }).click();
    await page.goto(new URL('u-beslist-voor', addresses.consentApp).href);
    for (const kind of ['Inkomen', 'Huishouden']) {
      await page
        .getByText(new RegExp(`^Schuldhulp Waterdam .* ziet dit, .*: ${kind}\\.$`))
        .waitFor();
    }
    expect(await page.getByText('Onbekende organisatie').count()).toBe(0);
    await page.getByText(/wordt Lotte 18\. Vanaf die dag beslist Lotte zelf\./).waitFor();
    await seen(page, 'Voor wie u beslist');
  });

  it('the child hears at once that she is of age, stops one, and keeps the other; an objection stays', async () => {
    const { page } = child;
    await logInAtVault(page, addresses.consentApp, lotte);
    const bornOn = new Date(Date.now() - 86_400_000);
    bornOn.setUTCFullYear(bornOn.getUTCFullYear() - 18);
    const corrected = await keeper.fetch(`${help}/birthday`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ bornOn: bornOn.toISOString().slice(0, 10) }),
    });
    expect(corrected.status).toBe(200);
    await page.getByText(/^Uw ouder Karin gaf voor u toestemming aan Schuldhulp/).waitFor();
    await seen(page, 'Welkom');
    await page.getByRole('link', { name: 'Bekijk en kies' }).click();
    await page.getByText('Karin kan niets meer van u zien').waitFor();
    await region(page, 'Bezwaren die blijven').getByRole('link').waitFor();
    await seen(page, 'U bent nu 18');
    const choice = (fact: RegExp) => page.getByRole('listitem').filter({ hasText: fact });
    await choice(/mag dit zien: met wie u woont/)
      .getByRole('button', { name: /^Nee, stop met/ })
      .click();
    await heading(page, 'Wilt u stoppen met delen?');
    await page.getByRole('button', { name: 'Ja, stop met delen' }).click();
    await heading(page, 'Wie kan wat zien');
    await page
      .getByText(/^U bent gestopt met delen\./)
      .first()
      .waitFor();
    await page.goto(new URL('u-bent-18', addresses.consentApp).href);
    await choice(/mag dit zien: uw inkomen/)
      .getByRole('button', { name: /^Ja, .* mag dit blijven zien$/ })
      .click();
    await page.getByText('Er wacht niets op u.').waitFor();
    await seen(page, 'U bent nu 18');
    await region(page, 'Bezwaren die blijven').getByRole('link').click();
    await page.getByText('Karin deed dit voor u.').waitFor();
    await seen(page, /^Uw bezwaar/);
  });

  it('the parent can see and do nothing any more', async () => {
    await parent.page.getByText(/^Lotte is nu 18 en beslist zelf/).waitFor();
    await seen(parent.page, 'Voor wie u beslist');
    const refused = await mother.fetch(new URL('v1/reads', addresses.authority).href, {
      headers: { [AS_HELPER_HEADER]: help.split('/').at(-1) ?? '' },
    });
    expect(refused.status).toBe(403);
    const isTicket = (one: string) => /status of 40[13]/.test(one);
    expect(child.complaints).toEqual([]);
    expect(parent.complaints.filter((one) => !isTicket(one))).toEqual([]);
  });

  /** A yes to debt help, and an objection to the fund: as the pages for helpers do, which Noor walked. */
  async function decideFor({ webId }: Account, by: string): Promise<void> {
    const counsellor = openAgency(addresses, accountOf(accounts, 'waterdam'));
    const fund = openAgency(addresses, accountOf(accounts, 'ouderenfonds'));
    const speaking = await createCitizen(addresses, karin as Account, by);
    try {
      for (const fact of [`income/${new Date().getFullYear() - 1}`, 'household/household']) {
        const request = await speaking.seeRequest(await askForHelp(counsellor, webId));
        const resource = new URL(`../facts/${fact}`, webId).href;
        await speaking.approve(request, [resource], new Date(Date.now() + 20 * 3_600_000));
      }
      const given = await fund.requestLawfulAccess({
        mandate: mandateOf(inject('mandates'), 'income-supplement'),
        citizen: webId,
        otherRoute,
      });
      assert(given.status === 'allowed', JSON.stringify(given));
      await speaking.object(given.access.id, 'Zij is nog geen oudere.');
    } finally {
      await Promise.all([counsellor.close(), fund.close(), speaking.logOut()]);
    }
  }
});
