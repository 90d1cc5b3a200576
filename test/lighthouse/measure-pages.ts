import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { type Scene, setScene } from '../screens/set-scene.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { heading } from '../support/look-at-page.ts';
import { categories, floors, measurePage, type Run } from './measure-page.ts';
import { type MeasuredPage, signedInPages, signedOutPages } from './pages.ts';
import { startChromium } from './start-chromium.ts';
import { type Summary, summarise } from './summarise.ts';

const file = fileURLToPath(new URL('../../bench/lighthouse.json', import.meta.url));
const RUNS = 3;

it('Lighthouse finds every page above its floors', async () => {
  const { consentApp } = inject('addresses');
  const scene = await setScene({
    addresses: inject('addresses'),
    accounts: inject('accounts'),
    mandates: inject('mandates'),
  });
  const { port, stop } = await startChromium();
  const pages: Summary[] = [];
  let versions: Run['versions'] | undefined;
  async function measure(list: readonly MeasuredPage[]) {
    for (const { name, path } of list) {
      const runs: Run[] = [];
      while (runs.length < RUNS) {
        runs.push(await measurePage(new URL(path(scene), consentApp).href, port));
      }
      versions = runs[0]?.versions;
      pages.push(summarise(name, runs));
    }
  }
  try {
    await measure(signedOutPages);
    await signIn(port, scene);
    await measure(signedInPages);
    await expectSignedIn(port, scene);
  } finally {
    await stop();
  }
  const measured = { date: new Date().toISOString(), ...versions, runs: RUNS, floors, pages };
  await writeFile(file, `${JSON.stringify(measured, undefined, 2)}\n`);
  console.table(Object.fromEntries(pages.map(({ name, scores }) => [name, scores])));
  const missed = pages.filter(({ scores }) =>
    categories.some((category) => !(scores[category] >= floors[category])),
  );
  expect(missed, 'pages below a floor').toEqual([]);
});

/** The browser keeps the sign-in: each page that is loaded later restores it. */
function signIn(port: number, { citizen }: Scene): Promise<void> {
  return withPage(port, (page) => logInAtVault(page, inject('addresses').consentApp, citizen));
}

/** A page shows a sign-in at its own address when it was lost: then something else was measured. */
function expectSignedIn(port: number, scene: Scene): Promise<void> {
  return withPage(port, async (page) => {
    for (const { path, title } of signedInPages) {
      await page.goto(new URL(path(scene), inject('addresses').consentApp).href);
      await heading(page, title);
    }
  });
}

async function withPage(port: number, use: (page: Page) => Promise<void>): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  try {
    const [profile] = browser.contexts();
    if (!profile) throw new Error('Chromium has no profile to sign in with.');
    const page = await profile.newPage();
    await use(page);
    await page.close();
  } finally {
    // ends the connection only
    await browser.close();
  }
}
