import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Agency, generateSigningKey } from '@grondslag/agency';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';
import { configOf } from './test-support/config-of.ts';

const access = 'https://access.example/vc/1';

describe('grondslag purposes', () => {
  let folder: string;
  let printed: string;
  let verbs: Partial<Agency>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cli-'));
    verbs = {};
  });
  afterEach(() => rm(folder, { recursive: true }));

  function run(...args: string[]) {
    printed = '';
    const print = (text: string) => {
      printed += text;
    };
    return runCommand(['purposes', ...args], {
      ...{ folder, print, printError: print },
      env: configOf({ processingLog: 'processing.jsonl' }),
      createAgency: () => ({ ...verbs, close: async () => undefined }) as Agency,
    });
  }

  it('notes what is kept and until when, and that a case is closed', async () => {
    expect(await run('list')).toBe(0);
    expect(printed).toBe('Nothing is kept.\n');
    expect(await run('keep', access, '--erase', 'a.jsonl', '--until', '2027-01-31')).toBe(0);
    expect(printed).toBe(`ends 2027-01-31  ${access}  1 files\n`);
    expect(await run('close', access)).toBe(0);
    expect(await run('list', '--json')).toBe(0);
    expect(JSON.parse(printed)).toMatchObject([{ access, files: [join(folder, 'a.jsonl')] }]);
    expect(await run('close', 'https://access.example/vc/2')).toBe(2);
    expect(await run('keep', access, '--until', 'soon')).toBe(2);
  });

  it('ends what is due with the key of the agency, and fails when one did', async () => {
    const kid = 'https://agency.example/#key-1';
    const { privateKeyJwk } = await generateSigningKey(kid);
    expect(await run('end')).toBe(2);
    await writeFile(join(folder, 'official.jwk.json'), JSON.stringify({ kid, ...privateKeyJwk }));
    verbs.endPurposes = async function* ({ key }) {
      expect(key.id).toBe(kid);
      yield* [];
    };
    expect(await run('end')).toBe(0);
    expect(printed).toBe('Nothing is due.\n');
    const erasedAt = new Date('2027-01-31T00:00:00Z');
    const ended = { status: 'ended', access, erasedAt, signature: 'a.b.c' } as const;
    verbs.endPurposes = async function* () {
      yield { ...ended, files: [{ file: '/a', bytes: 7, sha256: 'c' }], recordedAt: erasedAt };
    };
    expect(await run('end')).toBe(0);
    expect(printed).toContain('Erased: /a (7 bytes, sha256 c)');
    expect(printed).toContain('the citizen sees it');
    verbs.endPurposes = async function* () {
      yield { status: 'failed', access, code: 'peer_unreachable', detail: 'No answer.' };
    };
    expect(await run('end')).toBe(1);
    expect(printed).toContain(`Failed: ${access} (peer_unreachable). No answer.`);
    expect(printed).not.toContain(privateKeyJwk.d);
    await expect(readFile(join(folder, 'purposes.jsonl'))).rejects.toThrow('ENOENT');
  });
});
