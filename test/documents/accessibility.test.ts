import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isThere, namedTests, root } from './named-tests.ts';

const named = namedTests(readFileSync(new URL('docs/accessibility.md', root), 'utf8'));

it.each(named)('the page about accessibility names a test that is there: $file › $name', (test) => {
  expect(isThere(test)).toBe(true);
});
