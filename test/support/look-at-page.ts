import type { Locator, Page } from 'playwright-core';
import { expectAccessible } from './expect-accessible.ts';
import { expectFits } from './open-browser.ts';

/** Waits until the page has this title. */
export function heading(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Waits until the page has this title, and expects that it is accessible and fits a narrow phone. */
export async function seen(page: Page, name: string | RegExp): Promise<void> {
  await heading(page, name);
  await expectAccessible(page);
  await expectFits(page);
}

/** Goes on by the menu. */
export function menu(page: Page, name: string): Promise<void> {
  return page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
}

/** The part of a page with this title. */
export function region(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}
