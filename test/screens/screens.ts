import type { Page } from 'playwright-core';
import { heading } from '../support/look-at-page.ts';
import type { Scene } from './set-scene.ts';

/** A browser at the app, and what there is to see in it. */
export interface Visit {
  readonly page: Page;
  readonly scene: Scene;
}

/** Something the app can show, and how to get there from the screen before it in the table. */
export interface Screen {
  /** Name of its picture. */
  readonly name: string;
  /** Name of its page in `apps/consent/src/routes.tsx`; absent for what is at no address. */
  readonly route?: string;
  open(visit: Visit): Promise<void>;
}

/** Goes to an address within the app, without loading it anew, and waits for the page with this title. */
export async function go(page: Page, path: string, title: string | RegExp): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await heading(page, title);
}

/** Of the counter card, the first one or another. */
const MAKE_CARD = /^Maak een (nieuwe )?baliepas$/;

async function next(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Volgende' }).click();
  await heading(page, title);
}

/** Invites Noor, where that was not done before, and shows the list of helpers. */
async function inviteOnce(page: Page): Promise<void> {
  await go(page, '/helpers', 'Wie helpt u?');
  await page.getByRole('heading', { name: 'Deze mensen helpen u' }).waitFor();
  await page
    .getByText(/Niemand helpt u nu|Wij wachten op Noor/)
    .first()
    .waitFor();
  if ((await page.getByRole('link', { name: 'Noor', exact: true }).count()) > 0) return;
  await go(page, '/helpers/uitnodigen', 'Wie wilt u uitnodigen?');
  await page.getByLabel('Hoe noemt u deze persoon?').fill('Noor');
  await page.getByLabel('Hoe noemt deze persoon u?').fill('Saskia');
  await next(page, 'Waarmee helpt deze persoon?');
  await page.getByRole('checkbox', { name: 'Inkomen' }).check();
  await next(page, 'Meekijken of ook doen?');
  await page.getByRole('radio', { name: 'Alleen meekijken' }).check();
  await next(page, 'Tot wanneer?');
  const end = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('De laatste dag van de hulp').fill(end);
  await next(page, 'Klopt dit?');
  await page.getByRole('button', { name: 'Maak de uitnodiging' }).click();
  await heading(page, 'Geef deze code door');
  await go(page, '/helpers', 'Wie helpt u?');
}

/** Before the sign-in. */
export const signedOutScreens: readonly Screen[] = [
  {
    name: 'inloggen',
    route: 'home',
    open: ({ page }) => heading(page, 'Uw gegevens, uw keuze'),
  },
  {
    name: 'vraag-van-elders',
    route: 'elsewhere',
    open: ({ page }) => go(page, '/vraag-van-elders', /./),
  },
];

/** Every page and state of the app for a citizen who has one of everything, in this order. */
export const screens: readonly Screen[] = [
  {
    name: 'start',
    route: 'home',
    async open({ page }) {
      await go(page, '/', 'Welkom');
      await page.getByText(/nieuwe vra(ag|gen)\./).waitFor();
    },
  },
  {
    name: 'berichten-over-de-wet',
    route: 'notices',
    async open({ page }) {
      await go(page, '/nieuw', 'Berichten over de wet');
      await page.getByText('U kunt bezwaar maken.').first().waitFor();
    },
  },
  {
    name: 'mijn-gegevens',
    route: 'facts',
    async open({ page }) {
      await go(page, '/mijn-gegevens', 'Mijn gegevens');
      await page.getByText('Gecontroleerd', { exact: true }).first().waitFor();
    },
  },
  {
    name: 'fout-melden',
    route: 'report',
    open: ({ page, scene }) =>
      go(page, `/mijn-gegevens/${encodeURIComponent(scene.fact)}/melden`, 'Een fout melden'),
  },
  {
    name: 'vragen',
    route: 'requests',
    async open({ page }) {
      await go(page, '/vragen', 'Vragen');
      await page.getByRole('heading', { name: 'Hier zei u nee' }).waitFor();
    },
  },
  {
    name: 'vraag-1-wie',
    route: 'request',
    open: ({ page, scene }) => go(page, `/vragen/${scene.request}`, /vraagt iets van u/),
  },
  { name: 'vraag-2-waarvoor', open: ({ page }) => next(page, 'Waarvoor is het?') },
  {
    name: 'vraag-3-gegevens',
    async open({ page }) {
      await next(page, 'Welke gegevens deelt u?');
      await page.getByRole('checkbox').first().waitFor();
    },
  },
  {
    name: 'vraag-3-niets-gekozen',
    async open({ page }) {
      await page.getByRole('button', { name: 'Volgende' }).click();
      await page.getByText(/U koos nog niets/).waitFor();
    },
  },
  {
    name: 'vraag-4-tot-wanneer',
    async open({ page }) {
      await page
        .getByRole('checkbox', { name: /^Delen: Inkomen over/ })
        .first()
        .check();
      await page.getByRole('checkbox', { name: 'Delen: Met wie u woont' }).check();
      await page.getByRole('checkbox', { name: 'Ook delen: hoeveel kinderen' }).uncheck();
      await next(page, 'Tot wanneer mogen zij dit zien?');
    },
  },
  {
    name: 'vraag-5-als-u-nee-zegt',
    async open({ page }) {
      await page.getByRole('radio').first().check();
      await next(page, 'En als u nee zegt?');
    },
  },
  { name: 'vraag-6-klopt-dit', open: ({ page }) => next(page, 'Klopt dit?') },
  {
    name: 'vraag-nee',
    async open({ page }) {
      await page.getByRole('button', { name: 'Nee, ik deel niets' }).click();
      await heading(page, 'Nee, ik deel niets');
    },
  },
  {
    name: 'vraag-is-er-niet-meer',
    open: ({ page }) => go(page, '/vragen/niets', /./),
  },
  {
    name: 'wie-kan-wat-zien',
    route: 'grants',
    async open({ page }) {
      await go(page, '/wie-kan-wat-zien', 'Wie kan wat zien');
      await page.getByRole('region', { name: 'Wie zet gegevens in uw kluis' }).waitFor();
    },
  },
  {
    name: 'toestemming',
    route: 'grant',
    async open({ page, scene }) {
      await go(page, `/wie-kan-wat-zien/${scene.grant}`, /met uw toestemming ziet$/);
      await page.getByRole('heading', { name: 'Uw rechten' }).waitFor();
    },
  },
  {
    name: 'vragen-om-wissen',
    route: 'askRight',
    async open({ page, scene }) {
      await go(page, `/uw-rechten/erasure-grant-${scene.grant}`, 'Vragen om te wissen');
      await page.getByRole('button', { name: 'Verstuur mijn verzoek' }).waitFor();
    },
  },
  {
    name: 'stoppen',
    route: 'stopGrant',
    open: ({ page, scene }) =>
      go(page, `/wie-kan-wat-zien/${scene.grant}/stoppen`, 'Wilt u stoppen met delen?'),
  },
  {
    name: 'op-grond-van-de-wet',
    route: 'lawfulAccess',
    async open({ page, scene }) {
      await go(page, `/op-grond-van-de-wet/${scene.access}`, /op grond van de wet mag lezen/);
      await page.getByRole('link', { name: 'Bekijk de afweging vooraf' }).waitFor();
    },
  },
  {
    name: 'afweging',
    route: 'weighing',
    open: ({ page, scene }) =>
      go(page, `/op-grond-van-de-wet/${scene.access}/afweging`, /afweging/),
  },
  {
    name: 'bezwaar-maken',
    route: 'object',
    open: ({ page, scene }) =>
      go(page, `/op-grond-van-de-wet/${scene.access}/bezwaar`, 'Bezwaar maken'),
  },
  {
    name: 'bezwaren',
    route: 'objections',
    async open({ page }) {
      await go(page, '/bezwaren', /bezwaren/i);
      await page.getByText('U kreeg geen gelijk.').first().waitFor();
    },
  },
  {
    name: 'bezwaar',
    route: 'objection',
    open: ({ page, scene }) => go(page, `/bezwaren/${scene.objection}`, /^Uw bezwaar/),
  },
  {
    name: 'melding',
    route: 'correction',
    open: ({ page, scene }) =>
      go(page, `/meldingen/${scene.correction}`, 'Uw melding van een fout'),
  },
  {
    name: 'wat-is-bekeken',
    route: 'log',
    async open({ page }) {
      await go(page, '/wat-is-bekeken', 'Wat is bekeken');
      await page
        .getByText(/las uw inkomen/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'code-uit-een-brief',
    route: 'letter',
    open: ({ page }) => go(page, '/brief', 'Een code uit een brief'),
  },
  {
    name: 'aan-de-balie',
    route: 'counterEntries',
    async open({ page }) {
      await go(page, '/aan-de-balie', 'Aan de balie en per brief');
      await page.getByText('Niemand voerde iets voor u in.').waitFor();
    },
  },
  {
    name: 'baliepas-zonder-datum',
    async open({ page }) {
      await page.getByRole('button', { name: MAKE_CARD }).click();
      await page.getByText('Vul uw geboortedatum in.').first().waitFor();
    },
  },
  {
    name: 'baliepas-gemaakt',
    async open({ page }) {
      await page.getByLabel('Uw geboortedatum').fill('1970-05-12');
      await page.getByRole('button', { name: MAKE_CARD }).click();
      await page.getByText(/^\w{4}-\w{4}-\w{4}$/).waitFor();
    },
  },
  {
    name: 'baliepas-er-is-een',
    async open({ page }) {
      await go(page, '/uitleg', 'Uitleg');
      await go(page, '/aan-de-balie', 'Aan de balie en per brief');
      await page.getByText(/^U heeft een baliepas/).waitFor();
    },
  },
  {
    name: 'balie-niet-voor-burgers',
    route: 'counter',
    async open({ page }) {
      await go(page, '/balie', 'Balie');
      await page.getByText(/U bent geen medewerker/).waitFor();
    },
  },
  {
    name: 'bewijzen',
    route: 'receipts',
    async open({ page }) {
      await go(page, '/bewijzen', 'Bewijzen');
      await page
        .getByText(/^U zei ja tegen/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'bewijs',
    route: 'receipt',
    async open({ page, scene }) {
      await go(page, `/bewijzen/yes-${scene.grant}`, 'Bewijs');
      await page.getByRole('button', { name: 'Afdrukken' }).waitFor();
    },
  },
  {
    name: 'instellingen',
    route: 'settings',
    open: ({ page }) => go(page, '/instellingen', 'Instellingen'),
  },
  {
    name: 'toegankelijkheid',
    route: 'accessibility',
    open: ({ page }) => go(page, '/toegankelijkheid', 'Toegankelijkheid'),
  },
  { name: 'hulp', route: 'help', open: ({ page }) => go(page, '/uitleg', /^(Uitleg|Hulp)$/) },
  {
    name: 'helpers',
    route: 'helpers',
    open: ({ page }) => go(page, '/helpers', 'Wie helpt u?'),
  },
  {
    name: 'helper-uitnodigen',
    route: 'inviteHelper',
    open: ({ page }) => go(page, '/helpers/uitnodigen', 'Wie wilt u uitnodigen?'),
  },
  {
    name: 'helper',
    route: 'helper',
    async open({ page }) {
      await inviteOnce(page);
      await page.getByRole('link', { name: 'Noor', exact: true }).click();
      await heading(page, 'Hulp van Noor');
    },
  },
  {
    name: 'helper-worden',
    route: 'becomeHelper',
    open: ({ page }) => go(page, '/helper-worden', 'Iemand helpen'),
  },
  {
    name: 'voor-wie-u-beslist',
    route: 'represented',
    async open({ page }) {
      await go(page, '/u-beslist-voor', 'Voor wie u beslist');
      await page.getByText('U beslist voor niemand.').waitFor();
    },
  },
  {
    name: 'u-bent-18',
    route: 'ofAge',
    async open({ page }) {
      await go(page, '/u-bent-18', 'U bent nu 18');
      await page.getByText('Er wacht niets op u.').waitFor();
    },
  },
  { name: 'geen-pagina', open: ({ page }) => go(page, '/bestaat-niet', /./) },
];
