import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  accountOf,
  type Citizen,
  createCitizen,
  officialKeyId,
  openAgency,
  readConsentGate,
  readOperatorKeys,
} from '@grondslag/dev-stack';
import { g } from '@grondslag/vocab';
import type { Browser } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { heading } from '../support/look-at-page.ts';
import { expectFits, newPerson, openBrowser, openPage } from '../support/open-browser.ts';
import { grondslagCommand, runGrondslag } from '../support/run-grondslag.ts';

/** From the note of what is kept to the sentence in the app, with the built command and a kill on the way. */
describe('the end of a purpose', () => {
  const addresses = inject('addresses');
  const account = accountOf(inject('accounts'), 'ouderenfonds');
  const bram = accountOf(inject('accounts'), 'bram');
  const end = ['purposes', 'end', '--key', 'official.jwk.json'];
  let folder: string;
  let citizen: Citizen;
  let grant: string;
  let browser: Browser;
  const at = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'grondslag-erasure-'));
    browser = await openBrowser();
    citizen = await createCitizen(addresses, bram);
    const agency = openAgency(addresses, account);
    const until = new Date(Date.now() + 3_600_000);
    const asked = await agency.requestAccess({
      citizen: citizen.webId,
      purpose: 'https://w3id.org/dpv#ServiceProvision',
      purposeInWords: { nl: 'Wij kijken of u recht heeft op een aanvulling.' },
      needs: [{ claimType: g.IncomeCredential, reason: { nl: 'Het telt.' }, required: true }],
      otherRoute: { text: { nl: 'Vraag het formulier aan de balie.' } },
      expiresAt: until,
      consentGate: await readConsentGate(),
    });
    await agency.close();
    assert(asked.status === 'requested', JSON.stringify(asked));
    const resource = new URL(`facts/income/${new Date().getFullYear() - 1}`, citizen.storage);
    grant = (await citizen.approve(asked.request, [resource.href], until)).id;
    const key = inject('officialKeys').find(({ slug }) => slug === 'ouderenfonds');
    assert(key);
    const files = {
      'grondslag.config.json': {
        webId: account.webId,
        oidcIssuer: addresses.vault,
        clientId: account.clientId,
        clientSecret: account.clientSecret,
        authority: addresses.authority,
        vaults: [addresses.vault],
        processingLog: 'processing.jsonl',
        operatorKeys: await readOperatorKeys(addresses.authority),
      },
      'official.jwk.json': {
        kid: officialKeyId(addresses.vault, 'ouderenfonds'),
        ...key.privateKeyJwk,
      },
      'answers.jsonl': { amount: '14320.00' },
    };
    for (const [name, content] of Object.entries(files)) {
      await writeFile(at(name), JSON.stringify(content), { mode: 0o600 });
    }
  });
  afterAll(async () => {
    await citizen.logOut();
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('erases and tells, also when it is killed on the way', async () => {
    for (const step of [
      ['purposes', 'keep', grant, '--erase', 'answers.jsonl'],
      ['purposes', 'close', grant],
    ]) {
      expect(await runGrondslag(folder, step)).toMatchObject({ code: 0 });
    }
    const killed = spawn(process.execPath, [grondslagCommand, ...end], {
      cwd: folder,
      stdio: 'ignore',
    });
    const ended = once(killed, 'exit');
    while (existsSync(at('answers.jsonl')) && killed.exitCode === null) await sleep(1);
    killed.kill('SIGKILL');
    await ended;
    const { code, out } = await runGrondslag(folder, [...end, '--json']);
    expect(code, out).toBe(0);
    expect(existsSync(at('answers.jsonl'))).toBe(false);
    const again = await runGrondslag(folder, end);
    expect(again).toMatchObject({ code: 0, out: 'Nothing is due.\n' });
  });

  it('is said to the citizen on the page of the permission', async () => {
    const { page } = await openPage(await newPerson(browser));
    await logInAtVault(page, addresses.consentApp, bram);
    const path = `/wie-kan-wat-zien/${grant.slice(grant.lastIndexOf('/') + 1)}`;
    await page.goto(new URL(path, addresses.consentApp).href);
    await heading(page, /Ouderenfonds/);
    await page.getByText(/uw gegevens zijn bij ons gewist op \d+ \w+ \d{4}/).waitFor();
    await expectAccessible(page);
    await expectFits(page);
  });
});
