import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { inject, it } from 'vitest';
import { logInFromHere } from '../support/log-in-at-vault.ts';
import { heading } from '../support/look-at-page.ts';
import { newPerson, openBrowser } from '../support/open-browser.ts';
import { screens, signedOutScreens } from './screens.ts';
import { setScene } from './set-scene.ts';
import { states } from './states.ts';

const folder = fileURLToPath(new URL('../../docs/screens/', import.meta.url));
const widths = [360, 768, 1280];
const HEIGHT = 800;
/** A phone shows a page of any length by scrolling; a picture of more than this says nothing more. */
const MAX_HEIGHT = 8_000;
const QUALITY = 30;

it('makes a picture of every screen', async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { consentApp } = inject('addresses');
  const scene = await setScene({
    addresses: inject('addresses'),
    accounts: inject('accounts'),
    mandates: inject('mandates'),
  });
  const browser = await openBrowser();
  try {
    const person = await newPerson(browser);
    const page = await person.newPage();
    const visit = { page, scene };
    await page.goto(consentApp);
    const take = async (list: typeof screens, at = widths) => {
      for (const { name, open } of list) {
        await open(visit);
        for (const width of at) await picture(person, page, `${name}-${width}`, width);
      }
    };
    await take(signedOutScreens);
    await page.goto(consentApp);
    await logInFromHere(page, scene.citizen);
    await heading(page, 'Welkom');
    await take(screens);
    for (const state of states) {
      for (const at of state.endsWithPicture ? widths.map((width) => [width]) : [widths]) {
        await take([state], at);
        await state.leave(visit);
      }
    }
  } finally {
    await browser.close();
  }
});

/** WebP, which Chromium makes by itself and which is a quarter of a PNG. */
async function picture(person: BrowserContext, page: Page, name: string, width: number) {
  await page.setViewportSize({ width, height: HEIGHT });
  const session = await person.newCDPSession(page);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, MAX_HEIGHT), scale: 1 },
  });
  await session.detach();
  await writeFile(`${folder}${name}.webp`, Buffer.from(data, 'base64'));
}
