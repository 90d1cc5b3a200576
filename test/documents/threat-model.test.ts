import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isThere, namedTests, root } from './named-tests.ts';

const model = readFileSync(new URL('docs/security.md', root), 'utf8');

it('names a test for every threat', () => {
  const rows = model.split('\n').filter((line) => /^\| [STRIDE] +\|/.test(line));
  expect(rows.length).toBeGreaterThan(50);
  for (const row of rows) expect(row).toMatch(/`[^`]+\.test\.tsx? › [^`]+`/);
});

it.each(namedTests(model))('names a test that is there: $file › $name', (named) => {
  expect(isThere(named)).toBe(true);
});
