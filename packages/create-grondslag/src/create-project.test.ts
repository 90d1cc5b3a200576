import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProject } from './create-project.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'create-grondslag-'));
});
afterEach(() => rm(folder, { recursive: true }));
const read = (file: string) => readFile(join(folder, 'debt-help', file), 'utf8');

describe(createProject, () => {
  it('writes a project with its name and the version of the packages', async () => {
    await createProject({ folder: join(folder, 'debt-help'), version: '1.2.3' });
    expect(JSON.parse(await read('package.json'))).toMatchObject({
      name: 'debt-help',
      dependencies: { '@grondslag/agency': '^1.2.3' },
      devDependencies: { '@grondslag/dev-stack': '^1.2.3' },
    });
    expect(await read('README.md')).toMatch(/^# debt-help\n/);
    expect(await read('.gitignore')).toContain('node_modules/');
    const files = await readdir(join(folder, 'debt-help'), { recursive: true });
    expect(files.filter((file) => /^_|node_modules/.test(file))).toEqual([]);
  });

  it('takes packages from tarballs', async () => {
    for (const name of ['agency', 'dev-stack', 'vocab']) {
      await writeFile(join(folder, `grondslag-${name}-0.1.0.tgz`), '');
    }
    await createProject({ folder: join(folder, 'debt-help'), packages: folder });
    const { dependencies, devDependencies } = JSON.parse(await read('package.json'));
    expect(dependencies).toEqual({
      '@grondslag/agency': `file:${join(folder, 'grondslag-agency-0.1.0.tgz')}`,
    });
    expect(devDependencies).toMatchObject({
      '@grondslag/dev-stack': `file:${join(folder, 'grondslag-dev-stack-0.1.0.tgz')}`,
      '@grondslag/vocab': `file:${join(folder, 'grondslag-vocab-0.1.0.tgz')}`,
    });
  });

  it('changes nothing in a folder with something in it, or under a name npm refuses', async () => {
    await mkdir(join(folder, 'debt-help'));
    await writeFile(join(folder, 'debt-help', 'mine.txt'), 'mine');
    const rejected = (name: string, code: string, more = {}) =>
      expect(createProject({ folder: join(folder, name), ...more })).rejects.toMatchObject({
        code,
      });
    await rejected('debt-help', 'folder_not_empty');
    await rejected('debt help!', 'invalid_name');
    await rejected('other', 'no_packages', { packages: join(folder, 'nowhere') });
    expect(await readdir(folder)).toEqual(['debt-help']);
    expect(await readdir(join(folder, 'debt-help'))).toEqual(['mine.txt']);
  });
});
