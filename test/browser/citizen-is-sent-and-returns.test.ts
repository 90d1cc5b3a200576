import { readConsentGate } from '@grondslag/dev-stack';
import { consentGateToFields } from '@grondslag/protocol';
import {
  getAccessGrantFromRedirectUrl,
  getResources,
  getTypes,
  issueAccessRequest,
  redirectToAccessManagementUi,
  revokeAccessGrant,
} from '@inrupt/solid-client-access-grants';
import type { Browser } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { logInFromHere } from '../support/log-in-at-vault.ts';
import { logInFor } from '../support/log-in-for.ts';
import { seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

/** An agency with the unmodified library sends Bram to decide, and gets him back with the decision. */
describe('a citizen is sent to the consent app and returns to the agency', () => {
  const { consentApp, demoAgency } = inject('addresses');
  const { host } = new URL(demoAgency);
  const bram = inject('accounts').find(({ name }) => name === 'Bram Jansen');
  const waterdam = inject('accounts').find(({ role }) => role === 'agency');
  assert(bram && waterdam);
  const agency = logInFor(waterdam);
  const owner = logInFor(bram);
  let browser: Browser;
  let citizen: Watched;
  let sentTo: string;
  let grant: Awaited<ReturnType<typeof getAccessGrantFromRedirectUrl>>;

  beforeAll(async () => {
    browser = await openBrowser();
    citizen = await openPage(await newPerson(browser));
  });
  afterAll(() => browser.close());

  const press = (name: string | RegExp) => citizen.page.getByRole('button', { name }).click();
  const link = (name: string | RegExp) => citizen.page.getByRole('link', { name });
  const income = (year: number) => new URL(`../facts/income/${year}`, bram.webId).href;

  /** The agency asks, and sends the citizen to the app the vault server names. */
  async function ask(year: number, backTo: string): Promise<string> {
    const gate = consentGateToFields(await readConsentGate());
    const request = await issueAccessRequest(
      { access: { read: true }, resourceOwner: bram?.webId ?? '', resources: [income(year)] },
      {
        fetch: agency.fetch,
        customFields: new Set(
          Object.entries(gate).map(([key, value]) => ({ key: new URL(key), value })),
        ),
      },
    );
    // the library's promise never ends: the page would be gone
    return new Promise((resolve, reject) => {
      redirectToAccessManagementUi(request, backTo, {
        fetch: agency.fetch,
        redirectCallback: resolve,
      }).catch(reject);
    });
  }

  it('arrives at the sign-in, with nothing of it left in the address', async () => {
    const { page } = citizen;
    sentTo = await ask(new Date().getFullYear() - 1, `${demoAgency}?case=a b`);
    expect(sentTo.startsWith(consentApp)).toBe(true);
    await page.goto(sentTo);
    await seen(citizen.page, 'Uw gegevens, uw keuze');
    expect(page.url()).toMatch(new RegExp(`^${consentApp}vragen/[\\w-]+$`));
  });

  it('decides on exactly that question, knowing where that leads', async () => {
    const { page } = citizen;
    await logInFromHere(page, bram);
    await seen(citizen.page, /vraagt iets van u/);
    await page.getByText(`Na uw keuze brengen wij u naar ${host}.`).waitFor();
    const without = link(`Nu naar ${host}, zonder te kiezen`);
    expect(await without.getAttribute('href')).toBe(`${demoAgency}?case=a%20b`);
    await press('Volgende');
    await press('Volgende');
    await page.getByRole('checkbox').first().check();
    await press('Volgende');
    await page.getByRole('radio', { name: /^1 week/ }).check();
    await press('Volgende');
    await press('Volgende');
    await seen(citizen.page, 'Klopt dit?');
    await press(/^Ja, /);
  });

  it('lands at the agency, which reads the permission from the address', async () => {
    const { page } = citizen;
    await page.waitForURL((url) => url.host === host && url.searchParams.has('accessGrantUrl'));
    expect(new URL(page.url()).searchParams.get('case')).toBe('a b');
    grant = await getAccessGrantFromRedirectUrl(page.url(), { fetch: agency.fetch });
    expect(getTypes(grant)).toContain('SolidAccessGrant');
    expect(getResources(grant)).toEqual([income(new Date().getFullYear() - 1)]);
  });

  it('is offered the same way back when the question was answered before', async () => {
    await citizen.page.goto(sentTo);
    await seen(citizen.page, 'U heeft deze vraag al beantwoord');
    await link(`Naar ${host}`).waitFor();
    await seen(citizen.page, 'U heeft deze vraag al beantwoord');
    await link(`Naar ${host}`).click();
    await citizen.page.waitForURL((url) => url.searchParams.get('accessGrantUrl') === grant.id);
    await revokeAccessGrant(grant, { fetch: owner.fetch });
  });

  it('returns with a no as well', async () => {
    const { page } = citizen;
    await page.goto(await ask(new Date().getFullYear() - 2, demoAgency));
    await seen(citizen.page, /vraagt iets van u/);
    await press(/^Nee, ik deel niets/);
    await seen(citizen.page, 'Nee, ik deel niets');
    await press('Verstuur mijn nee');
    await page.waitForURL((url) => url.host === host);
    const denial = await getAccessGrantFromRedirectUrl(page.url(), { fetch: agency.fetch });
    expect(getTypes(denial)).toContain('SolidAccessDenial');
  });

  it('is not taken to a website the register does not name, and hears which', async () => {
    const { page } = citizen;
    await page.goto(await ask(new Date().getFullYear() - 2, 'https://elsewhere.example/phish'));
    await seen(citizen.page, /vraagt iets van u/);
    await page.getByText('Wij brengen u niet naar elsewhere.example.').waitFor();
    await press(/^Nee, ik deel niets/);
    await press('Verstuur mijn nee');
    await seen(citizen.page, 'U zei nee');
    expect(await page.locator('a[href*="elsewhere"]').count()).toBe(0);
    expect(new URL(page.url()).origin).toBe(new URL(consentApp).origin);
  });

  it('opens no question of another authority', async () => {
    const { page } = citizen;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const elsewhere = new URL(consentApp);
    elsewhere.searchParams.set('requestVcUrl', 'https://elsewhere.example/vc/1');
    elsewhere.searchParams.set('redirectUrl', demoAgency);
    await page.goto(elsewhere.href);
    await seen(citizen.page, 'Deze vraag is niet van hier');
    expect(asked.filter((url) => new URL(url).host === 'elsewhere.example')).toEqual([]);
  });

  it('leaves nothing for the next citizen at this screen', async () => {
    const kept = () =>
      citizen.page.evaluate(() =>
        Object.keys(sessionStorage).filter((key) => key.startsWith('way-back:')),
      );
    expect(await kept()).toHaveLength(3);
    await press('Uitloggen');
    await seen(citizen.page, 'Deze vraag is niet van hier');
    expect(await kept()).toEqual([]);
  });

  it('no page complained', () => {
    expect(citizen.complaints).toEqual([]);
  });
});
