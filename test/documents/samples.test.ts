import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './named-tests.ts';
import { type SampleFolder, writeSamples } from './samples/check-types.ts';
import { pages, readSamples, type Sample } from './samples/read-samples.ts';

const samples = pages.flatMap(readSamples);
const inLanguage = (...languages: string[]) =>
  samples.filter(({ language }) => languages.includes(language));
const place = ({ page, line }: Sample) => `${page}:${line}`;

describe('TypeScript on the pages', () => {
  const written = inLanguage('ts');
  let folder: SampleFolder;
  beforeAll(async () => {
    folder = await writeSamples(written);
  });
  afterAll(() => folder.remove());

  it('compiles', async () => {
    expect(written.length).toBeGreaterThan(10);
    expect(await folder.check()).toEqual([]);
  });

  const runnable = written.filter(({ words }) => words === 'run');

  it.each(runnable.map((sample) => [place(sample), sample] as const))(
    'prints what the page says: %s',
    async (_place, sample) => expect(await folder.run(sample)).toBe(sample.printed),
  );
});

it.each(inLanguage('json').map((sample) => [place(sample), sample.code]))(
  'is JSON, or members of an object: %s',
  (_place, code) => {
    const whole = code.startsWith('"') ? `{${code}}` : code;
    expect(() => JSON.parse(whole)).not.toThrow();
  },
);

const scripts = ['package.json', 'packages/create-grondslag/template/_package.json'].flatMap(
  (file) => Object.keys(JSON.parse(readFileSync(new URL(file, root), 'utf8')).scripts),
);
const commands = inLanguage('sh').flatMap(({ code, ...sample }) =>
  [...code.matchAll(/\bnpm (?:run )?([a-z]+)/g)].map(([, name = '']) => [
    place({ code, ...sample }),
    name,
  ]),
);

it.each(commands)('is a script of npm: %s, %s', (_place, name) => {
  expect([...scripts, 'create', 'install']).toContain(name);
});
