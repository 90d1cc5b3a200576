import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { checkLinks } from './check-links.ts';
import { saveReference } from './reference/save-reference.ts';
import { root } from './repository.ts';

// npm run docs: writes the pages that are made of the code, then the site.
const changed = await saveReference();
for (const path of changed) console.log(`written: ${path}`);
const folder = join(root, '.local/site');
const { pages, files } = buildSite(folder);
const wrong = checkLinks(pages);
for (const line of wrong) console.error(line);
console.log(`${pages.length} pages and ${files.length} files: ${join(folder, 'index.html')}`);
process.exitCode = wrong.length === 0 ? 0 : 1;
