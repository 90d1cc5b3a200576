import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

// `npm run licences` writes docs/licences.md with this.

const root = fileURLToPath(new URL('../../', import.meta.url));
const pnpm = `${root}.tools/node_modules/pnpm/bin/pnpm.mjs`;

/**
 * Licences of what may be part of work under EUPL-1.2: permissive ones, and those with conditions for their own files
 * only, of which nothing is changed here.
 */
export const COMPATIBLE: ReadonlySet<string> = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['CC0-1.0', 'Unlicense', 'Python-2.0', 'MPL-2.0'],
]);

/** What a package says of itself in other words than SPDX's, or in a file only: read by us. */
const READ_BY_US: ReadonlyMap<string, string> = new Map([
  ['only', 'MIT'], // in its Readme.md
  ['negotiate', 'BSD-2-Clause'], // "FreeBSD", in negotiate.js
  ['@digitalbazaar/credentials-context', 'BSD-3-Clause'], // "BSD", in LICENSE.md
]);

const listSchema = z.record(
  z.string(),
  z.array(z.object({ name: z.string(), versions: z.array(z.string()) })),
);

export interface LicensedPackage {
  readonly name: string;
  readonly versions: readonly string[];
  readonly licence: string;
}

/** Programs for one kind of machine: another machine has others. */
const OF_ONE_MACHINE = /-(?:linux|darwin|win32|freebsd|android|openharmony)(?:32|64)?-/;

/** Everything that what we publish and run depends on; not what only tests and builds need. */
export function licensedPackages(): readonly LicensedPackage[] {
  const text = execFileSync(
    process.execPath,
    [pnpm, '-r', 'licenses', 'list', '--prod', '--json'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 67_108_864,
    },
  );
  return Object.entries(listSchema.parse(JSON.parse(text)))
    .flatMap(([licence, packages]) =>
      packages.map(({ name, versions }) => ({
        ...{ name, versions: versions.toSorted() },
        licence: READ_BY_US.get(name) ?? licence,
      })),
    )
    .filter(({ name }) => !OF_ONE_MACHINE.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether one of the licences that a package lets choose from is compatible. */
export function isCompatible(licence: string): boolean {
  return licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((one) => COMPATIBLE.has(one));
}

/** docs/licences.md. */
export function licencesPage(packages: readonly LicensedPackage[]): string {
  const byLicence = Map.groupBy(packages, ({ licence }) => licence);
  const sections = [...byLicence]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([licence, some]) => {
      const names = some.map(({ name, versions }) => `- ${name} ${versions.join(', ')}\n`);
      return `## ${licence}\n\n${some.length} packages:\n\n${names.join('')}`;
    });
  return `# Licences of what Grondslag depends on

Grondslag is under [EUPL-1.2](../LICENSE). What it publishes and runs depends on ${packages.length} packages, each under a licence that goes with it. Made by \`npm run licences\`; a test fails when it is no longer true. \`npm run sbom\` writes the same as CycloneDX, with digests.

Of packages with MPL-2.0 no file is changed. [\`jsonld\`](../patches/jsonld@9.0.0.patch) (BSD-3-Clause) is patched for speed in this repository only: published packages use it as it is.

${sections.join('\n')}`;
}
