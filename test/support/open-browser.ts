import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** The machine's Chromium; `scripts/test.mjs` finds or installs it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    headless: true,
    // nothing of the browser itself may go over the network
    args: ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** What pages complained about; a test ends by expecting nothing. */
export interface Watched {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Opens a page and collects what it logs, throws or fails to load. */
export async function openPage(context: BrowserContext): Promise<Watched> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

/** Asks people and agencies speak Dutch. */
export function newPerson(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 } });
}

/** Expects the page to fit a narrow phone without scrolling sideways. */
export async function expectFits(page: Page, width = 320): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 800 });
  const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
  if (before) await page.setViewportSize(before);
  expect(scrollWidth, `${page.url()} at ${width} px`).toBeLessThanOrEqual(width);
}
