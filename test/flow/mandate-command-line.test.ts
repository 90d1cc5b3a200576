import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  accountOf,
  mandateOf,
  officialKeyId,
  openAgency,
  readOperatorKeys,
} from '@grondslag/dev-stack';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { runGrondslag } from '../support/run-grondslag.ts';

/** A mandate from its file to its end, and the objections of the demo, with the built command. */
describe('grondslag mandate and objection, at an authority', () => {
  const addresses = inject('addresses');
  const accounts = inject('accounts');
  const account = accountOf(accounts, 'ouderenfonds');
  const official = ['--by', 'P. Bestuurder', '--role', 'Voorzitter', '--reasons', 'Voor de test.'];
  let folder: string;
  let id: string;

  const grondslag = (...args: string[]) => runGrondslag(folder, args);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'grondslag-mandate-'));
    const config = {
      webId: account.webId,
      oidcIssuer: addresses.vault,
      clientId: account.clientId,
      clientSecret: account.clientSecret,
      authority: addresses.authority,
      vaults: [addresses.vault],
      processingLog: 'processing.jsonl',
      operatorKeys: await readOperatorKeys(addresses.authority),
    };
    const agency = openAgency(addresses, account);
    const published = mandateOf(inject('mandates'), 'income-supplement');
    const { mandate } = await agency.findMandate(published);
    await agency.close();
    const own = { ...mandate, id: 'urn:uuid:1a1be2de-6ca7-4a5e-8b1f-0d3d53d5d3a3', version: 1 };
    const key = inject('officialKeys').find(({ slug }) => slug === 'ouderenfonds');
    assert(key);
    const files = {
      'grondslag.config.json': config,
      'mandate.json': { ...own, steps: [] },
      'official.jwk.json': {
        kid: officialKeyId(addresses.vault, 'ouderenfonds'),
        ...key.privateKeyJwk,
      },
    };
    for (const [name, content] of Object.entries(files))
      await writeFile(join(folder, name), JSON.stringify(content), { mode: 0o600 });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('makes a page and RDF of the file, without an authority', async () => {
    const { code, out } = await grondslag(
      'mandate',
      'new',
      '--from',
      'mandate.json',
      '--lang',
      'en',
    );
    expect(code).toBe(0);
    expect(out).toContain('Whether it may be done, a person decides.');
    expect(await readFile(join(folder, 'mandate.html'), 'utf8')).toContain('Nine steps');
  });

  it('submits it', async () => {
    const { code, out } = await grondslag('mandate', 'submit', 'mandate.json', '--json');
    expect(code).toBe(0);
    const outcome = JSON.parse(out);
    expect(outcome).toMatchObject({ state: 'weighed', broken: [], gaps: [] });
    id = outcome.mandate.id;
  });

  it('does not publish what nobody decided', async () => {
    const { code, out } = await grondslag('mandate', 'publish', id, ...official);
    expect(code).toBe(3);
    expect(out).toContain('Refused: mandate_not_decided');
  });

  it('decides, publishes and ends it', async () => {
    for (const [step, state] of [
      ['decide', 'decided'],
      ['publish', 'published'],
      ['end', 'ended'],
    ] as const) {
      const { code, out, err } = await grondslag('mandate', step, id, ...official);
      expect(code, err).toBe(0);
      expect(out).toContain(`${state}: ${id} (version 1)`);
    }
  });

  it('lists the objection of the demo, with the day an answer is due and without a name', async () => {
    const { code, out } = await grondslag('objection', 'list');
    expect(code).toBe(0);
    expect(out).toMatch(/^received {2}answer before \d{4}-\d{2}-\d{2} {2}access suspended/m);
    expect(out).toContain('“Ik wil niet dat een computer naar mijn geld kijkt.”');
    expect(out).not.toContain(accountOf(accounts, 'els').webId);
  });
});
