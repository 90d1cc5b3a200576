import { hash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CREDENTIALS_V2 } from '@grondslag/vocab';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContextsFile } from './read-contexts-file.ts';

const url = 'https://club.example/contexts/v1';
const document = '{"@context":{"club":"https://club.example/terms#club"}}';
const sha256 = hash('sha256', document);

describe(readContextsFile, () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'contexts-'));
    path = join(folder, 'contexts.json');
    await mkdir(join(folder, 'files'));
    await writeFile(join(folder, 'files/club.json'), document);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = (content: unknown) => writeFile(path, JSON.stringify(content));

  it('adds the contexts it names to those of the kit, from files beside it', async () => {
    await write([{ url, sha256, file: 'files/club.json' }]);
    const contexts = await readContextsFile(path);
    expect(contexts.get(url)).toEqual(JSON.parse(document));
    expect(contexts.has(CREDENTIALS_V2)).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ['is not a list', {}, 'Expected [{ "url", "sha256", "file" }] in contexts.json'],
    ['names no digest', [{ url, file: 'files/club.json' }], '64 hexadecimal digits'],
    [
      'has a member nobody knows',
      [{ url, sha256, file: 'files/club.json', fetch: true }],
      'Expected [{',
    ],
    ['names a file that is not there', [{ url, sha256, file: 'none.json' }], 'none.json'],
    [
      'has the digest of another text',
      [{ url, sha256: '0'.repeat(64), file: 'files/club.json' }],
      `got ${sha256}`,
    ],
  ])('refuses a file that %s', async (_, content, message) => {
    await write(content);
    await expect(readContextsFile(path)).rejects.toMatchObject({
      code: 'invalid_context',
      message: expect.stringContaining(message),
    });
  });

  it('refuses a file that is not there, and says nothing of its folder', async () => {
    const missing = readContextsFile(join(folder, 'missing.json'));
    await expect(missing).rejects.toMatchObject({ code: 'invalid_context' });
    await expect(missing).rejects.not.toThrow(folder);
  });
});
