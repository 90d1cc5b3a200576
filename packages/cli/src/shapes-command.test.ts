import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Agency, type FactsOutcome, Income } from '@grondslag/agency';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

const shape = fileURLToPath(
  new URL('../../../apps/consent/src/test-support/library-card.shacl.ttl', import.meta.url),
);
const otherRoute = { text: { nl: 'Vraag het formulier aan de balie.' } };

describe('kinds of fact on the command line', () => {
  let folder: string;
  let printed: string;
  let errors: string;
  let agency: Partial<Agency>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kinds-'));
    agency = { close: async () => undefined };
    const config = {
      ...{ webId: 'https://vault.example/x#me', oidcIssuer: 'https://vault.example/' },
      ...{ clientId: 'id', clientSecret: 'x', authority: 'https://access.example/' },
      ...{ vaults: ['https://vault.example/'], processingLog: 'processing.jsonl' },
      operatorKeys: {
        'https://access.example/#key-1': 'z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH',
      },
    };
    await writeFile(join(folder, 'grondslag.config.json'), JSON.stringify(config));
  });
  afterEach(() => rm(folder, { recursive: true }));

  function run(...args: string[]) {
    printed = '';
    errors = '';
    return runCommand(args, {
      ...{ env: {}, folder, createAgency: () => agency as Agency },
      print: (text) => {
        printed += text;
      },
      printError: (text) => {
        errors += text;
      },
    });
  }

  it('are TypeScript, from their shapes: on standard output, or in a file', async () => {
    expect(await run('shapes', 'types', shape)).toBe(0);
    expect(printed).toContain('export const LibraryCard: Kind<LibraryCard> = {');
    const whole = printed;
    expect(await run('shapes', 'types', shape, '--out', 'kinds.ts')).toBe(0);
    expect(printed).toContain('LibraryCard: https://library.example/terms#LibraryCardCredential');
    expect(await readFile(join(folder, 'kinds.ts'), 'utf8')).toBe(whole);
  });

  it.each([
    ['nothing.ttl', 'cannot read it'],
    ['grondslag.config.json', ''],
  ])('are not made of %s', async (file, message) => {
    expect(await run('shapes', 'types', file)).toBe(2);
    expect(errors).toContain(message);
    expect(printed).toBe('');
  });

  it('are read, a line for each fact, with who said it and what was incomplete', async () => {
    const provenance = {
      credential: 'urn:uuid:1',
      source: { name: { nl: 'Register' } },
      statusCheckedAt: new Date(0),
    };
    const outcome = {
      status: 'read',
      facts: [{ values: { year: 2025, amount: '23400.00', currency: 'EUR' }, provenance }],
      incomplete: [
        { values: { year: 2024 }, missing: ['amount'], provenance: { credential: 'urn:uuid:2' } },
      ],
      ...{ claims: [], leftOut: [], disputed: [] },
    };
    let read: unknown;
    agency.readClaims = (async (_id: string, kind: unknown) => {
      read = kind;
      return outcome;
    }) as unknown as Agency['readClaims'];
    expect(await run('read', 'https://access.example/vc/1', '--kind', 'income')).toBe(0);
    expect(read).toBe(Income);
    expect(printed).toMatch(/^year\tamount\tcurrency\n2025\t23400.00\tEUR\n\nVerified: Register/);
    expect(printed).toContain('Incomplete: urn:uuid:2 has no amount.');
  });

  it('say the other route when no fact of the kind holds', async () => {
    const outcome: FactsOutcome<Income> = {
      ...{ status: 'not-verified', incomplete: [], leftOut: [], otherRoute },
    };
    agency.readClaims = (async () => outcome) as unknown as Agency['readClaims'];
    expect(await run('read', 'https://access.example/vc/1', '--kind', 'income')).toBe(3);
    expect(printed).toContain('Vraag het formulier aan de balie.');
  });

  it.each([
    [['--kind', 'constructor'], '--kind diploma'],
    [['--kind', 'income', '--query', 'ASK {}'], 'Expected one of'],
  ])('are refused with %j', async (args, message) => {
    expect(await run('read', 'https://access.example/vc/1', ...args)).toBe(2);
    expect(errors).toContain(message);
  });
});
