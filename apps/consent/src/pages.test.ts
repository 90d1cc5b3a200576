import { describe, expect, it } from 'vitest';
import { pages } from './pages.tsx';
import { chaptersIn } from './test-support/all-messages.ts';

const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '!./**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const chapters = chaptersIn('nl');

/** A module and all that it imports at once. */
function withImports(file: string, found = new Set<string>()): ReadonlySet<string> {
  const source = sources[file];
  if (source === undefined || found.has(file)) return found;
  found.add(file);
  for (const [, path = ''] of source.matchAll(/^(?!import type).*from '(\.[^']+)';/gm)) {
    withImports(new URL(path, `file:///${file.slice(2)}`).pathname.replace('/', './'), found);
  }
  return found;
}

/** Chapters of the keys that a module names, each as the chapters that have such a key. */
function neededBy(file: string): { key: string; chapters: string[] }[] {
  return [...(sources[file] ?? '').matchAll(/['`]([a-zA-Z]+\.[a-zA-Z.]*)(['`]|\$\{)/g)]
    .map(([, key = '', end]) => ({
      key,
      chapters: [...chapters]
        .filter(([, messages]) =>
          Object.keys(messages).some((one) => (end === '${' ? one.startsWith(key) : one === key)),
        )
        .map(([name]) => name),
    }))
    .filter(({ chapters }) => chapters.length > 0);
}

const entries = [
  ...(sources['./pages.tsx'] ?? '').matchAll(/(\w+): \{\s+chapters: [^}]*?import\('([^']+)'\)/g),
].map(([, name = '', file = '']) => ({ name, file }));

describe('a page that is loaded later', () => {
  it('is found by this test', () => {
    expect(entries.map(({ name }) => name)).toEqual(Object.keys(pages));
  });

  it.each(entries)('has all that it says: $name', ({ name, file }) => {
    const there = ['start', ...(pages[name as keyof typeof pages].chapters as readonly string[])];
    const modules = withImports(file);
    expect(modules.size).toBeGreaterThan(1);
    const missing = [...modules]
      .flatMap((module) => neededBy(module).map((needed) => ({ module, ...needed })))
      .filter(({ chapters }) => !chapters.some((chapter) => there.includes(chapter)));
    expect(missing).toEqual([]);
  });

  it('leaves the first load with nothing to say that is not there', () => {
    const modules = withImports('./main.tsx');
    expect(modules).toContain('./session/sign-in.tsx');
    const missing = [...modules]
      .flatMap((module) => neededBy(module).map((needed) => ({ module, ...needed })))
      .filter(({ chapters }) => !chapters.includes('start'));
    expect(missing).toEqual([]);
  });
});
