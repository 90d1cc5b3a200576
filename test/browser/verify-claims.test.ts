import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import {
  deriveCredential,
  generateEcdsaSigningKey,
  generateSigningKey,
  type IssueSuite,
  issueCredential,
  issueStatusList,
  type SigningKey,
} from '@grondslag/claims';
import { g, prov } from '@grondslag/vocab';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { expectFits, newPerson, openBrowser, openPage } from '../support/open-browser.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};
const citizen = 'https://vault.example/anna/profile/card#me';

/** The built package in a page of its own: nothing of the kit but `@grondslag/claims`, and the crypto of the browser. */
let browser: Browser;
let folder: string;
let server: Server;
let base: string;
/** Path → body, beside the files of the page. */
const bodies = new Map<string, string>();
/** Of scripts, uncompressed. */
let servedBytes = 0;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'claims-page-'));
  await build({
    root: join(import.meta.dirname, 'claims-page'),
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2_000,
    },
  });
  server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname;
    const name = path === '/' ? '/index.html' : path;
    const body = bodies.get(path) ?? (await readFile(join(folder, name)).catch(() => undefined));
    if (extname(name) === '.js') servedBytes += body?.length ?? 0;
    // No eval, no inline script, nothing from elsewhere.
    const policy = "default-src 'self'; img-src data:";
    response
      .writeHead(body === undefined ? 404 : 200, {
        'content-type': types[extname(name)] ?? 'application/vc',
        'content-security-policy': policy,
      })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await publishGiven();
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

async function publishGiven(): Promise<void> {
  const { key: edwards } = await generateSigningKey(`${base}#ed25519`);
  const { key: p256 } = await generateEcdsaSigningKey(`${base}#p256`, 'P-256');
  const { key: stranger } = await generateSigningKey('https://other.example/#key');
  const now = new Date();
  const list = `${base}status/1`;
  const validFrom = new Date(now.getTime() - 86_400_000);
  const validUntil = new Date(now.getTime() + 86_400_000);
  const dates = { validFrom: seconds(validFrom), validUntil: seconds(validUntil) };
  const statusList = {
    ...{ id: list, issuer: base, purpose: 'revocation' as const, validFrom, validUntil },
    values: [[9, 1] as const],
  };
  const signing = { suite: 'eddsa-rdfc-2022', key: edwards, now } as const;
  bodies.set('/status/1', JSON.stringify(await issueStatusList(statusList, signing)));

  const issue = (suite: IssueSuite, key: SigningKey, index = 1) =>
    issueCredential(
      {
        '@context': [
          'https://www.w3.org/ns/credentials/v2',
          'https://w3id.org/grondslag/contexts/claims/v1',
        ],
        id: `${base}credentials/${suite}/${index}`,
        type: ['VerifiableCredential', 'IncomeCredential'],
        issuer: base,
        ...dates,
        credentialSubject: {
          id: citizen,
          income: { type: 'Income', year: '2025', amount: '21430.50', currency: 'EUR' },
        },
      },
      { suite, key, now, status: { list, index, purpose: 'revocation' } },
    );
  const eddsa = await issue('eddsa-rdfc-2022', edwards);
  const ecdsa = await issue('ecdsa-rdfc-2019', p256);
  const shown = await deriveCredential(await issue('ecdsa-sd-2023', p256), [
    '/credentialSubject/income/year',
  ]);
  const raise = (credential: object) =>
    JSON.parse(JSON.stringify(credential).replace('21430.50', '1430.50'));
  const other = {
    ...shown,
    credentialSubject: { ...Object(shown['credentialSubject']), id: 'urn:bob' },
  };
  const claims = {
    eddsa,
    'eddsa, changed': raise(eddsa),
    ecdsa,
    'ecdsa, changed': raise(ecdsa),
    'a part': shown,
    'a part, changed': other,
    revoked: await issue('eddsa-rdfc-2022', edwards, 9),
    'under a key of another': await issue('eddsa-rdfc-2022', stranger),
  };
  const issuer = {
    id: base,
    name: { nl: 'Inkomensbron', en: 'Income source' },
    claimTypes: [g.IncomeCredential],
    keys: Object.fromEntries(
      [edwards, p256].map(({ id, publicKeyMultibase }) => [id, publicKeyMultibase]),
    ),
    statusLists: [`${base}status/`],
  };
  const given = {
    trust: { id: `${base}trust`, version: 1, ...dates, issuers: [issuer] },
    citizen,
    // ABS is not in the planned join: this takes Comunica.
    query: `SELECT DISTINCT ?amount ?source { GRAPH ?c { ?income <${g.amount}> ?amount } ?c <${prov.wasAttributedTo}> ?source FILTER(ABS(?amount) > 15) }`,
    claims: Object.entries(claims).map(([name, claim]) => ({ name, text: JSON.stringify(claim) })),
    stored: {
      text: JSON.stringify(await issue('eddsa-jcs-2022', edwards)),
      contentType: 'application/vc',
      key: edwards.publicKeyMultibase,
    },
  };
  bodies.set('/given.json', JSON.stringify(given));
}

function seconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

it('verifies claims with the crypto of the browser, and asks what is verified', async () => {
  const { page, complaints } = await openPage(await newPerson(browser));
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(base);
  await page.getByRole('button', { disabled: false }).waitFor();
  expect(await page.getByRole('listitem').allTextContents()).toEqual([
    'eddsa: verified',
    'eddsa, changed: invalid_proof',
    'ecdsa: verified',
    'ecdsa, changed: invalid_proof',
    'a part: verified',
    'a part, changed: invalid_proof',
    'revoked: revoked',
    'under a key of another: invalid_proof',
    'stored: signature holds',
  ]);
  // The status list once, for all; and nobody else was asked anything.
  expect(loaded.filter((url) => url.endsWith('/status/1'))).toHaveLength(1);
  expect(loaded.every((url) => url.startsWith(base) || url === 'data:,')).toBe(true);

  // Comunica comes with the first question.
  expect(servedBytes).toBeLessThan(700_000);
  await page.getByRole('button').click();
  await page.getByText(`21430.50 ${base}`).waitFor();
  expect(servedBytes).toBeGreaterThan(1_400_000);
  await expectAccessible(page);
  await expectFits(page);
  expect(complaints).toEqual([]);
});
