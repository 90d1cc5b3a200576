import type { Page, Route } from 'playwright-core';
import { heading } from '../support/look-at-page.ts';
import { go, type Screen, type Visit } from './screens.ts';

/** How to get back to where there is nothing the matter. */
interface State extends Screen {
  /** Whether taking a picture ends it, as it does being offline: every width then begins anew. */
  readonly endsWithPicture?: true;
  leave(visit: Visit): Promise<void>;
}

const silent = (route: Route) => route.abort();
const all = (address: string) => `${new URL(address).origin}/**`;
const answerAgain = ({ page }: Visit) => page.unrouteAll({ behavior: 'ignoreErrors' });
const reconnect = ({ page }: Visit) => page.context().setOffline(false);
const next = (page: Page) => page.getByRole('button', { name: 'Volgende' }).click();

/**
 * What every page can be besides good, each shown by one. That there is nothing yet is in the table of screens
 * ("Niemand voerde iets voor u in."). The last ends the sign-in.
 */
export const states: readonly State[] = [
  {
    name: 'staat-laden',
    async open({ page, scene }) {
      await page.route('**/v1/reads*', () => undefined);
      await page.goto(`${scene.addresses.consentApp}wat-is-bekeken`);
      await heading(page, 'Wat is bekeken');
      await page.locator('[aria-busy]').first().waitFor();
    },
    leave: answerAgain,
  },
  {
    name: 'staat-dienst-antwoordt-niet',
    async open({ page, scene }) {
      await page.route(all(scene.addresses.authority), silent);
      await page.goto(`${scene.addresses.consentApp}vragen`);
      await page.getByText('De dienst die uw keuzes bijhoudt, geeft geen antwoord.').waitFor();
    },
    leave: answerAgain,
  },
  {
    name: 'staat-fout-bij-de-dienst',
    async open({ page, scene }) {
      await page.route('**/v1/reads*', (route) =>
        route.fulfill({ status: 500, headers: { 'access-control-allow-origin': '*' } }),
      );
      await page.goto(`${scene.addresses.consentApp}wat-is-bekeken`);
      await page.getByRole('alert').waitFor();
    },
    leave: answerAgain,
  },
  {
    name: 'staat-kluis-antwoordt-niet',
    async open({ page, scene }) {
      await page.goto(scene.addresses.consentApp);
      // not before the sign-in is restored
      await page.locator('.counts').waitFor();
      await page.route(all(scene.addresses.vault), silent);
      await go(page, '/mijn-gegevens', 'Mijn gegevens');
      await page.getByText('Uw datakluis geeft geen antwoord.').waitFor();
    },
    leave: answerAgain,
  },
  {
    name: 'staat-geen-verbinding',
    endsWithPicture: true,
    async open({ page, scene }) {
      await page.goto(`${scene.addresses.consentApp}vragen`);
      await page.getByRole('heading', { name: 'Hier zei u nee' }).waitFor();
      await page.context().setOffline(true);
      await page.getByText('U heeft geen verbinding sinds').waitFor();
    },
    leave: reconnect,
  },
  {
    name: 'staat-pagina-niet-geladen',
    endsWithPicture: true,
    async open({ page, scene }) {
      await page.goto(`${scene.addresses.consentApp}vragen`);
      await page.getByRole('heading', { name: 'Hier zei u nee' }).waitFor();
      await page.context().setOffline(true);
      // A browser may have kept the code.
      await page.route('**/assets/**', (route) => route.abort());
      await go(page, '/instellingen', 'Deze pagina kan niet laden, want u heeft geen verbinding.');
    },
    async leave(visit) {
      await answerAgain(visit);
      await reconnect(visit);
    },
  },
  {
    name: 'staat-keuze-hersteld',
    async open({ page, scene }) {
      await page.goto(`${scene.addresses.consentApp}vragen/${scene.request}`);
      await heading(page, /vraagt iets van u/);
      await next(page);
      await next(page);
      await page
        .getByRole('checkbox', { name: /^Delen: Inkomen over/ })
        .first()
        .check();
      await next(page);
      await heading(page, 'Tot wanneer mogen zij dit zien?');
      await page.reload();
      await page.getByText('U was al begonnen met deze vraag.').waitFor();
    },
    leave: async () => undefined,
  },
  {
    name: 'staat-vraag-ingetrokken-tijdens-het-lezen',
    async open({ page, scene }) {
      const question = await scene.ask();
      await go(page, `/vragen/${question.id}`, /vraagt iets van u/);
      await next(page);
      await question.takeBack();
      await heading(page, 'Deze vraag is ingetrokken');
    },
    leave: async () => undefined,
  },
  {
    name: 'staat-inloggen-verlopen',
    async open({ page }) {
      await page.route('**/.oidc/token', (route) =>
        route.fulfill({ status: 400, headers: { 'access-control-allow-origin': '*' } }),
      );
      await page.reload();
      await page.getByText('Log voor de veiligheid opnieuw in.').waitFor();
    },
    leave: answerAgain,
  },
];
