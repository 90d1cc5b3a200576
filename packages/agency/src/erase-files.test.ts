import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseFiles } from './erase-files.ts';

describe(eraseFiles, () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'erase-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('erases each file once and says what was in it, and which were not there', async () => {
    const [kept, answers, gone] = ['kept', 'answers', 'gone'].map((name) => join(folder, name));
    await writeFile(String(kept), 'stays');
    await writeFile(String(answers), 'facts');
    const erasedAt = new Date('2026-11-22T12:00:00Z');
    const files = [answers, gone, answers].map(String);
    expect(await eraseFiles(files, { now: () => erasedAt })).toEqual({
      erasedAt,
      files: [
        { file: answers, bytes: 5, sha256: createHash('sha256').update('facts').digest('hex') },
      ],
      missing: [gone],
    });
    expect(await readdir(folder)).toEqual(['kept']);
  });

  it('fails when something is there that it cannot erase, and claims nothing', async () => {
    const inside = join(folder, 'folder');
    await mkdir(inside);
    await expect(eraseFiles([inside])).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
