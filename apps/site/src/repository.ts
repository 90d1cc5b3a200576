import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Root of the repository, with a slash at the end. */
export const root: string = fileURLToPath(new URL('../../../', import.meta.url));

/** The page where reading begins: the index by need. */
export const START = 'docs/README.md';

const NO_PAGES = /(?:^|\/)(?:node_modules|template|test-support|dist)(?:\/|$)|^\.\w/;

/** Every page, by its path in the repository. */
export function findPages(): readonly string[] {
  return globSync('**/*.md', { cwd: root, exclude: (path) => NO_PAGES.test(path) }).toSorted();
}

/** Where a file of the repository is on the site. */
export function addressOf(path: string): string {
  if (path === START) return 'index.html';
  return path.endsWith('.md') ? path.replace(/\.md$/, '.html') : `${path}.html`;
}
