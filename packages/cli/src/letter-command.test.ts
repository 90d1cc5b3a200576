import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Agency, g, type Letter } from '@grondslag/agency';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

const requestId = 'https://access.example/vc/1';
const code = '7K2QX-94MTB';
const words = {
  needs: [
    {
      resource: 'https://vault.example/anna/facts/income/',
      claimType: g.IncomeCredential,
      reason: { nl: 'Nodig voor uw toeslag.' },
      required: true,
    },
  ],
  purposeInWords: { nl: 'Wij berekenen uw toeslag.' },
  otherRoute: { text: { nl: 'Kom langs.' } },
};
const letter = {
  ...{ code, answerBefore: '2026-12-24T12:00:00Z', askApart: [], desks: [] },
  request: {
    id: requestId,
    credentialSubject: {
      id: 'https://gemeente.example/#us',
      hasConsent: {
        [g.needs]: JSON.stringify(words.needs),
        [g.purposeInWords]: JSON.stringify(words.purposeInWords),
        [g.otherRoute]: JSON.stringify(words.otherRoute),
      },
    },
  },
} as unknown as Letter;

describe('grondslag letter', () => {
  let folder: string;
  let printed: string;
  let errors: string;
  let asked: readonly string[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'letter-'));
    const config = {
      ...{ webId: 'https://vault.example/x#me', oidcIssuer: 'https://vault.example/' },
      ...{ clientId: 'id', clientSecret: 'x', authority: 'https://access.example/' },
      ...{ vaults: ['https://vault.example/'], processingLog: 'processing.jsonl' },
      operatorKeys: {
        'https://access.example/#key-1': 'z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH',
      },
    };
    await writeFile(join(folder, 'grondslag.config.json'), JSON.stringify(config));
    asked = [];
  });
  afterEach(() => rm(folder, { recursive: true }));

  function run(...args: string[]) {
    printed = '';
    errors = '';
    const agency: Partial<Agency> = {
      async makeLetter(...given) {
        asked = given;
        return letter;
      },
      close: async () => undefined,
    };
    return runCommand(['letter', requestId, ...args], {
      ...{ env: {}, folder, createAgency: () => agency as Agency },
      print: (text) => {
        printed += text;
      },
      printError: (text) => {
        errors += text;
      },
    });
  }

  it('writes a page that only this user can read, and prints no code', async () => {
    expect(await run('--born', '1957-03-04', '--to', 'A. de Wit\\nDijkstraat 12')).toBe(0);
    expect(asked).toEqual([requestId, '1957-03-04']);
    const file = join(folder, 'letter.html');
    const page = await readFile(file, 'utf8');
    expect(page).toContain(code);
    expect(page).toContain('A. de Wit\nDijkstraat 12');
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(printed).toContain('letter.html');
    expect(await run('--born', '1957-03-04', '--json', '--lang', 'de', '--out', 'de.html')).toBe(0);
    expect(printed).not.toContain(code);
    expect(await readFile(join(folder, 'de.html'), 'utf8')).toContain('<html lang="de">');
  });

  it.each([
    [['--lang', 'nl'], '--born'],
    [['--born', '1957-03-04', '--lang', 'es'], '--lang'],
  ])('says what is wrong with %j', async (args, about) => {
    expect(await run(...args)).toBe(2);
    expect(errors).toContain(about);
    expect(asked).toEqual([]);
  });
});
