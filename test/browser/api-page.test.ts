import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSite } from '@grondslag/site';
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

it('the site of the documentation can be searched and read from a disk, by everybody', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'grondslag-site-'));
  try {
    buildSite(folder);
    const at = (path: string) => pathToFileURL(join(folder, path)).href;
    const { page, complaints } = await openPage(await newPerson(browser));
    await page.goto(at('index.html'));
    await page.getByLabel('Search').fill('plug-in');
    await page.getByRole('search').getByRole('link').first().waitFor();
    await page.getByLabel('Search').fill('for a manager');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'For a manager' }).waitFor();
    await expectFits(page);
    expect(complaints).toEqual([]);
    for (const path of ['index.html', 'docs/how-to/ask.html', 'docs/reference/errors.html']) {
      // axe is a script that the policy of the pages does not let in
      const context = await browser.newContext({ bypassCSP: true });
      const looked = await context.newPage();
      await looked.goto(at(path));
      await expectAccessible(looked);
      await expectFits(looked);
      await context.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
