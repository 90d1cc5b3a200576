import type { Account } from '@grondslag/dev-stack';
import type { Page } from 'playwright-core';
import { expectAccessible } from './expect-accessible.ts';

/** From the consent app through the vault's own login and consent pages, and back. */
export async function logInAtVault(
  page: Page,
  consentApp: string,
  account: Account,
): Promise<void> {
  await page.goto(consentApp);
  await logInFromHere(page, account);
  await page.getByRole('heading', { level: 1, name: 'Welkom' }).waitFor();
}

/** From the consent app's sign-in, which is shown, through the vault's pages, and back to the same page. */
export async function logInFromHere(page: Page, account: Account): Promise<void> {
  await page.getByRole('button', { name: 'Inloggen' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('radio', { name: account.webId }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Authorize' }).click();
}
