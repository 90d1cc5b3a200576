import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { expectFits, newPerson, openBrowser, openPage } from '../support/open-browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('shows the API of the authority on a page that everybody can read', async () => {
  const { page, complaints } = await openPage(await newPerson(browser));
  await page.goto(new URL('v1/docs', inject('addresses').authority).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Events', exact: true }).click();
  await page.getByText('Answers:').first().click();
  await expectAccessible(page);
  await expectFits(page);
  await page.goto(new URL('v1/problems/already_decided', inject('addresses').authority).href);
  await page.getByRole('heading', { level: 1, name: 'Al besloten' }).waitFor();
  await expectAccessible(page);
  await expectFits(page);
  expect(complaints).toEqual([]);
});
