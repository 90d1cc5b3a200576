import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const model = readFileSync(new URL('docs/security.md', root), 'utf8');
const named = [...model.matchAll(/`([^`]+\.test\.tsx?) › ([^`]+)`/g)].map(([, file, name]) => ({
  file: file ?? '',
  name: name ?? '',
}));

/** `authority/x.test.ts` is in the source of that package; what begins with a folder of the root is there. */
function place(file: string): URL {
  const [first] = file.split('/');
  const path = existsSync(new URL(`packages/${first}/`, root))
    ? file.replace('/', '/src/').replace(/^/, 'packages/')
    : file;
  return new URL(path, root);
}

it('names a test for every threat', () => {
  const rows = model.split('\n').filter((line) => /^\| [STRIDE] +\|/.test(line));
  expect(rows.length).toBeGreaterThan(50);
  for (const row of rows) expect(row).toMatch(/`[^`]+\.test\.tsx? › [^`]+`/);
});

it.each(named)('names a test that is there: $file › $name', ({ file, name }) => {
  const text = readFileSync(place(file), 'utf8');
  const quoted = [`'${name}'`, `"${name}"`, `\`${name}\``];
  expect(
    quoted.some((title) => new RegExp(`^.*\\(\\s*${escapePattern(title)},`, 'm').test(text)),
  ).toBe(true);
});

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
