import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountOf } from '@grondslag/dev-stack';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { go } from '../screens/screens.ts';
import { logInAtVault } from '../support/log-in-at-vault.ts';
import { heading } from '../support/look-at-page.ts';
import { newPerson, openBrowser } from '../support/open-browser.ts';

/** Script of others, frames of others, and what a script of others could find. */
describe('nothing gets into the consent app', () => {
  const addresses = inject('addresses');
  const person = accountOf(inject('accounts'), 'saskia');
  const own = [addresses.consentApp, addresses.vault, addresses.authority, addresses.sources];
  const requested = new Set<string>();
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    context = await newPerson(browser);
    page = await context.newPage();
    page.on('request', (request) => requested.add(new URL(request.url()).origin));
    await logInAtVault(page, addresses.consentApp, person);
  });
  afterAll(() => browser.close());

  it('the policy names its sources one by one, and nothing unsafe', async () => {
    const { headers } = await fetch(addresses.consentApp);
    const policy = headers.get('content-security-policy') ?? '';
    const directives = new Map(
      policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1)]),
    );
    expect(policy).not.toMatch(/unsafe|\*|https?:(?!\/\/)/);
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('style-src')).toEqual(["'self'"]);
    expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
    expect(directives.get('base-uri')).toEqual(["'none'"]);
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
  });

  it('a whole visit asks nobody else for anything', async () => {
    for (const path of [
      'mijn-gegevens',
      'vragen',
      'wie-kan-wat-zien',
      'bezwaren',
      'wat-is-bekeken',
      'uitleg',
    ]) {
      await go(page, `/${path}`, /./);
      await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
    }
    const origins = own.map((address) => new URL(address).origin);
    expect([...requested].filter((origin) => !origins.includes(origin))).toEqual([]);
  });

  it('has no script or style in its pages', async () => {
    const inline = await page
      .locator('script:not([src]), style, [style], [onclick], [onload], [onerror]')
      .evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 100)));
    expect(inline).toEqual([]);
  });

  it('runs no script that somebody puts in, and sends nothing elsewhere', async () => {
    const blocked = await page.evaluate(async () => {
      const violations: string[] = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violations.push(effectiveDirective),
      );
      const attempts = [
        () => {
          document.body.insertAdjacentHTML(
            'beforeend',
            '<img src="x" onerror="window.broken = 1">',
          );
        },
        () => {
          const script = document.createElement('script');
          script.textContent = 'window.broken = 1';
          document.body.append(script);
        },
        () => {
          setTimeout('window.broken = 1');
        },
        () => fetch('https://evil.example/', { mode: 'no-cors' }),
      ];
      let refused = 0;
      for (const attempt of attempts) {
        try {
          await attempt();
        } catch {
          refused++;
        }
      }
      await new Promise((done) => setTimeout(done, 200));
      return { refused, violations: violations, broken: 'broken' in window };
    });
    expect(blocked.broken).toBe(false);
    expect(blocked.violations).toEqual(
      expect.arrayContaining(['connect-src', 'require-trusted-types-for']),
    );
    expect(blocked.refused).toBeGreaterThan(0);
  });

  it('is not shown in a frame of another page', async () => {
    const server = createServer((_, answer) => {
      answer.setHeader('content-type', 'text/html');
      answer.end(`<title>x</title><iframe src="${addresses.consentApp}"></iframe>`);
    });
    await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
    const evil = await context.newPage();
    try {
      const refusals: string[] = [];
      evil.on('console', (message) => refusals.push(message.text()));
      await evil.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
      const [, frame] = evil.frames();
      expect(frame?.url()).not.toBe(addresses.consentApp);
      expect(refusals.join()).toContain('frame-ancestors');
    } finally {
      await evil.close();
      server.close();
    }
  });

  it('keeps no token where a script could read it, and a key that cannot be taken out', async () => {
    await go(page, '/mijn-gegevens', 'Mijn gegevens');
    const stored = await page.evaluate(async () => {
      const text = JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie;
      const keys: boolean[] = [];
      const values: string[] = [];
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((done, fail) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => done(request.result);
          request.onerror = () => fail(request.error);
        });
        for (const store of database.objectStoreNames) {
          const all = await new Promise<[IDBValidKey, unknown][]>((done) => {
            const found: [IDBValidKey, unknown][] = [];
            database.transaction(store).objectStore(store).openCursor().onsuccess = ({
              target,
            }) => {
              const { result } = target as IDBRequest<IDBCursorWithValue | null>;
              if (!result) return done(found);
              found.push([result.key, result.value]);
              result.continue();
            };
          });
          for (const [key, value] of all) {
            const pair = value as Partial<CryptoKeyPair>;
            if (pair.privateKey instanceof CryptoKey) keys.push(pair.privateKey.extractable);
            else values.push(`${name}/${String(key)}=${JSON.stringify(value)}`);
          }
        }
        database.close();
      }
      return { text, keys, values };
    });
    expect(stored.text).not.toMatch(/token|eyJ|Kuipers/i);
    expect(stored.keys).toEqual([false]);
    // No access token. The refresh token serves only with that key (RFC 9449 §5).
    const tokens = stored.values.filter((value) => /^sign-in\/.*(eyJ|access_token)/.test(value));
    expect(tokens).toEqual([]);
    await heading(page, 'Mijn gegevens');
  });
});
