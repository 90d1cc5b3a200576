import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Agency, ApproachPlanOutcome } from '@grondslag/agency';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../run-command.ts';

const both = { nl: 'Dit is een tekst.', en: 'This is a text.' };
const question = {
  ...{ mandate: 'https://access.example/v1/mandates/1', query: 'SELECT ?a WHERE { ?a ?b ?c }' },
  reason: both,
  letter: { title: both, offer: both, whatToDo: both, from: both },
  otherRoute: { text: { nl: 'Balie' } },
};

/** The search itself is in the tests of the SDK, and in `test/flow/sandbox.test.ts` with the built command. */
describe('grondslag find-entitled', () => {
  let folder: string;
  let printed: string;
  let errors: string;
  let planned: ApproachPlanOutcome;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cli-entitled-'));
    const config = {
      ...{ webId: 'https://vault.example/fonds#me', oidcIssuer: 'https://vault.example/' },
      ...{ clientId: 'id', clientSecret: 'a secret', authority: 'https://access.example/' },
      ...{ vaults: ['https://vault.example/'], processingLog: 'processing.jsonl' },
      operatorKeys: { 'https://access.example/#key-1': 'z6Mk1' },
    };
    await writeFile(join(folder, 'grondslag.config.json'), JSON.stringify(config));
    await writeFile(join(folder, 'question.json'), JSON.stringify(question));
    await writeFile(join(folder, 'citizens'), 'https://vault.example/anna#me\n');
    const why = { nl: 'Dat mag niet.', en: 'Not so.' };
    planned = { status: 'not-allowed', reason: 'not-weighed', article: '5(2)', why };
  });
  afterEach(() => rm(folder, { recursive: true }));

  function run(...args: string[]) {
    printed = '';
    errors = '';
    const agency: Pick<Agency, 'planApproach' | 'close'> = {
      planApproach: async () => planned,
      close: async () => undefined,
    };
    return runCommand(['find-entitled', 'citizens', ...args], {
      ...{ env: {}, folder, createAgency: () => agency as Agency },
      print: (text) => {
        printed += text;
      },
      printError: (text) => {
        errors += text;
      },
    });
  }

  it('says why a mandate is not one for this, and makes nothing', async () => {
    const before = await readdir(folder);
    expect(await run('--file', 'question.json', '--plan', 'a', '--out', 'found')).toBe(3);
    expect(printed).toContain('Not allowed: not-weighed (art. 5(2))');
    expect(await readdir(folder)).toEqual(before);
  });

  it('asks for a folder with a plan, and for a plan with a folder', async () => {
    expect(await run('--file', 'question.json', '--out', 'found')).toBe(2);
    expect(errors).toContain('or neither for a dry run');
  });

  it('names what a question lacks, and the line that is no citizen', async () => {
    await writeFile(join(folder, 'half.json'), JSON.stringify({ ...question, reason: both.nl }));
    expect(await run('--file', 'half.json')).toBe(2);
    expect(errors).toContain('reason:');
    await writeFile(join(folder, 'citizens'), 'https://vault.example/anna#me\nAnna de Wit\n');
    expect(await run('--file', 'question.json')).toBe(2);
    expect(errors).toContain('line 2');
    expect(errors).not.toContain('Anna');
  });
});
