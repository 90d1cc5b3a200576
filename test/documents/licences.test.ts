import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isCompatible, licencesPage, licensedPackages } from '../packages/licences.ts';

const packages = licensedPackages();

test('every package that is published or run has a licence that goes with EUPL-1.2', () => {
  expect(packages.filter(({ licence }) => !isCompatible(licence))).toEqual([]);
});

test('docs/licences.md lists them: npm run licences', () => {
  const page = readFileSync(new URL('../../docs/licences.md', import.meta.url), 'utf8');
  expect(page).toBe(licencesPage(packages));
});

test.each(['GPL-3.0-only', 'AGPL-3.0', 'UNLICENSED', 'Unknown', 'SSPL-1.0', 'MIT AND GPL-2.0'])(
  'refuses %s',
  (licence) => expect(isCompatible(licence)).toBe(false),
);
