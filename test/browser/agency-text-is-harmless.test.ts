import { type Account, accountOf, logIn, openAgency, readConsentGate } from '@grondslag/dev-stack';
import { consentGateToFields, explanationToFields } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { issueAccessRequest } from '@inrupt/solid-client-access-grants';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { askForHelp, lastPart, otherRoute } from '../screens/ask-for-help.ts';
import { go } from '../screens/screens.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { seen } from '../support/look-at-page.ts';
import { newPerson, openBrowser, openPage, type Watched } from '../support/open-browser.ts';

/** What an agency may write and how it is shown: `undefined` when it is shown as it is. */
const attacks: readonly [name: string, text: string, shown?: string][] = [
  [
    'markup',
    '<img src=x onerror="document.title=1"><button>Ja</button><style>*{display:none}</style>',
  ],
  ['a script', '<script>document.body.remove()</script><svg onload=alert(1)>'],
  ['markdown', '[Klik hier](https://evil.example) ![x](https://evil.example/x.png) **Ja**'],
  ['a link', 'Ga naar https://evil.example/inloggen of javascript:alert(1)'],
  ['a data URL', 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='],
  ['words that look like ours', 'Ja, ik deel deze gegevens. U zei al ja. Approve. Stap 7 van 7'],
  ['a place of our messages', '{agency} {count, plural, other {#}} %s'],
  ['a turned direction', 'Wij vragen \u202eneejn\u202c niets', 'Wij vragen neejn niets'],
  ['no width', 'Wij\u200b vra\u2060gen\ufeff niets', 'Wij vragen niets'],
  ['a flood of emoji', '👩‍👩‍👧‍👦'.repeat(50)],
  ['piles of marks', `Z${'\u0351'.repeat(300)}algo`, `Z${'\u0351'.repeat(4)}algo`],
  ['lines', 'Een\n\n\n\nTwee\tDrie\u2028Vier', 'Een Twee Drie Vier'],
  ['one word of 600 letters', 'a'.repeat(600)],
  ['Arabic', 'نحن نسأل عن دخلك'],
];

/** What an agency writes is words in quotation marks, whatever it writes. */
describe('text of an agency does nothing', () => {
  const addresses = inject('addresses');
  const person = accountOf(inject('accounts'), 'saskia');
  const waterdam: Account = accountOf(inject('accounts'), 'waterdam');
  const counsellor = openAgency(addresses, waterdam);
  let browser: Browser;
  let citizen: Watched;

  beforeAll(async () => {
    browser = await openBrowser();
    citizen = await openPage(await newPerson(browser));
    await logInAtVault(citizen.page, addresses.consentApp, person);
  });
  afterAll(async () => {
    await browser.close();
    await counsellor.close();
  });

  /** Names of everything that can be pressed in the main part. */
  const controls = () =>
    citizen.page
      .getByRole('main')
      .locator(
        'a, button, input, img, svg, iframe, style, script, object, embed, [onerror], [onload]',
      )
      .evaluateAll((all) => all.map((one) => `${one.tagName} ${one.textContent}`));

  let harmless: string[];
  it.each([['plain words', 'Wij kijken of schuldhulp bij u past.'] as const, ...attacks])(
    '%s',
    async (name, text, shown = text) => {
      const { page } = citizen;
      const id = await askForHelp(counsellor, person.webId, text);
      await go(page, `/vragen/${lastPart(id)}?stap=waarvoor`, 'Waarvoor is het?');
      const quote = page.locator('figure.quote');
      expect(await quote.locator('q').textContent()).toBe(shown);
      expect(await quote.locator('figcaption').textContent()).toContain('schrijft:');
      expect(await quote.locator('q *').count()).toBe(0);
      const style = await quote.locator('q').evaluate((one) => getComputedStyle(one).unicodeBidi);
      expect(style).toBe('isolate');
      if (name === 'plain words') harmless = await controls();
      expect(await controls()).toEqual(harmless);
      await seen(page, 'Waarvoor is het?');
      await counsellor.cancelRequest(id);
    },
  );

  it('10,000 characters, past our SDK: the authority refuses them', async () => {
    const session = await logIn(addresses.vault, waterdam);
    const resource = new URL('../facts/income/', person.webId).href;
    const need = {
      resource,
      claimType: g.IncomeCredential,
      reason: { nl: 'Nodig.' },
      required: true,
    };
    const purposeInWords = { nl: 'Wij vragen veel. '.repeat(600) };
    const fields = {
      ...explanationToFields({ purposeInWords, needs: [need], otherRoute }),
      ...consentGateToFields(await readConsentGate()),
      [g.processingActivity]: 'https://waterdam.example/verwerkingen/schuldhulp',
    };
    const asked = issueAccessRequest(
      { access: { read: true }, resourceOwner: person.webId, resources: [resource] },
      {
        fetch: session.fetch,
        customFields: new Set(
          Object.entries(fields).map(([key, value]) => ({ key: new URL(key), value })),
        ),
      },
    );
    await expect(asked).rejects.toThrow();
    await session.logout();
  });

  it('no page complained', () => {
    expect(citizen.complaints).toEqual([]);
  });
});
