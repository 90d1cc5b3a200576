import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { expectFits, newPerson, openBrowser, openPage } from '../support/open-browser.ts';

/** A council tries at the demo what the rules do not allow, and hears why and what it can do. */
describe('a council is refused in plain words', () => {
  const { demoAgency } = inject('addresses');
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    {
      what: 'that reads without a law',
      link: 'Wat als er geen wet is? Bekijk het voorbeeld.',
      title: 'Mag een gemeente dit zonder wet?',
      attempt: 'Probeer te lezen als gemeente',
      why: 'Deze grondslag vraagt om een wet, en er is geen genoemd.',
      rule: 'AVG, artikel 6(3) (law_reference_missing)',
      advice: /^Noem de wet en het artikel/,
      path: 'zonder-wet',
      english: ['Try to read as the council', 'This basis needs a law, and none is named.'],
    },
    {
      what: 'that asks for consent of somebody who may not be free to refuse',
      link: 'Mag een gemeente gewoon toestemming vragen? Bekijk het voorbeeld.',
      title: 'Mag een gemeente gewoon toestemming vragen?',
      attempt: 'Vraag toestemming als gemeente',
      why: /^Een overheid mag alleen toestemming vragen als de burger echt vrij is/,
      rule: 'AVG, artikel 7(4), overweging 43 (consent_not_free)',
      advice: /^Laat een functionaris elk punt van de toets bevestigen/,
      path: 'vrije-keuze',
      english: [
        'Ask for consent as the council',
        /^Have an official confirm each point of the test/,
      ],
    },
  ] as const)('$what', async ({ link, title, attempt, why, rule, advice, path, english }) => {
    const { page } = await openPage(await newPerson(browser));
    await page.goto(demoAgency);
    await page.getByRole('link', { name: link }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await expectAccessible(page);
    await expectFits(page);
    await page.getByRole('button', { name: attempt }).click();
    const answer = page.getByRole('region', { name: 'Nee: de autoriteit laat dit niet toe' });
    await answer.getByText(why).waitFor();
    await answer.getByText(rule).waitFor();
    await answer.getByText(advice).waitFor();
    await page.getByText('0900 2222').waitFor();
    await expectAccessible(page);
    await expectFits(page);
    const [attemptInEnglish, answerInEnglish] = english;
    await page.goto(`${demoAgency}${path}?lang=en`);
    await page.getByRole('button', { name: attemptInEnglish }).click();
    await page.getByText(answerInEnglish).waitFor();
  });
});
