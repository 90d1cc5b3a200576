import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLegalSettings } from './read-legal-settings.ts';

const register = { moreThanRegistered: 'warn', consentGate: 'warn' } as const;
const law = {
  scheme: 'bwb',
  identifier: 'BWBR0005416',
  title: { nl: 'Gemeentewet' },
  validFrom: '1994-01-01',
  publishedAt: 'https://wetten.overheid.nl/BWBR0005416',
  articles: [],
  complete: false,
};

describe(readLegalSettings, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'laws-'));
    await writeFile(join(folder, 'laws.json'), JSON.stringify({ laws: [law] }));
    await writeFile(
      join(folder, 'wrong.json'),
      JSON.stringify({ laws: [{ ...law, scheme: 'x' }] }),
    );
  });
  afterAll(() => rm(folder, { recursive: true }));
  const read = (...files: string[]) =>
    readLegalSettings({
      ...{ register, operators: ['https://vault.example/operator#me'] },
      lawSnapshots: files.map((file) => join(folder, file)),
    });
  const at = new Date('2026-01-01');
  const bwb = (identifier: string) => ({ scheme: 'bwb', identifier, article: '1' }) as const;

  it('knows the laws of the kit, and those of the files', async () => {
    const { laws, ...settings } = await read('laws.json');
    expect(settings).toMatchObject({ ...register, operators: [expect.any(String)] });
    expect(laws.lookUp(bwb('BWBR0005416'), at).state).toBe('in-force');
    expect(laws.lookUp(bwb('BWBR0015703'), at).state).toBe('in-force');
    expect(laws.lookUp(bwb('BWBR0000001'), at).state).toBe('unknown-law');
  });

  it.each([
    ['nothing.json', 'cannot be read'],
    ['wrong.json', 'laws.0.scheme'],
  ])('names what is wrong with %s', async (file, words) => {
    await expect(read(file)).rejects.toMatchObject({
      code: 'config_invalid',
      message: expect.stringContaining(words),
    });
  });
});
