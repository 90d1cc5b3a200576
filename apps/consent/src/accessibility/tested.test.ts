import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { chaptersIn } from '../test-support/all-messages.ts';
import { statement, tested } from './tested.ts';

it('names the version of axe that looks at the pages', () => {
  const { resolve } = createRequire(new URL('../../../../test/package.json', import.meta.url));
  const { version } = JSON.parse(readFileSync(resolve('axe-core/package.json'), 'utf8'));
  expect(version).toMatch(new RegExp(`^${tested.axe.replace('.', '\\.')}\\.`));
});

it('says every sentence of the statement, and no other', () => {
  const keys = Object.keys(chaptersIn('nl').get('accessibility') ?? {});
  for (const part of ['tested', 'open'] as const) {
    const there = keys
      .filter((key) => key.startsWith(`accessibility.${part}.`) && !key.endsWith('.how'))
      .map((key) => key.slice(`accessibility.${part}.`.length));
    expect(new Set<string>(statement[part])).toEqual(new Set(there));
  }
});
