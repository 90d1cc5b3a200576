import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('dist/index.html', import.meta.url), 'utf8');

/** The scripts that the page names: all that is loaded before the first screen is there. */
const scripts = [...page.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(
  ([, path]) => `dist${path}`,
);

export default [{ name: 'first load', path: scripts, limit: '170 kB', gzip: true }];
