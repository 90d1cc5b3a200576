import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { screens, signedOutScreens } from '../screens/screens.ts';

it('every page of the app is in the table of screens', async () => {
  const file = new URL('../../apps/consent/src/routes.tsx', import.meta.url);
  const [, table = ''] =
    /export const routes = \{(.*?)\}/s.exec(await readFile(file, 'utf8')) ?? [];
  const routes = [...table.matchAll(/^ {2}(\w+): '/gm)].map(([, name]) => name);
  expect(routes).toContain('home');
  const shown = new Set([...signedOutScreens, ...screens].map(({ route }) => route));
  expect(routes.filter((name) => !shown.has(name))).toEqual([]);
});
