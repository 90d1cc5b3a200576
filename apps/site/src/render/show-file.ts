import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../repository.ts';
import { escapeHtml } from './layout.ts';
import type { RenderedPage } from './render-page.ts';

/** A file that is no page, as text; or what is in a folder. */
export function showFile(path: string): RenderedPage {
  const place = join(root, path);
  const isFolder = statSync(place).isDirectory();
  const text = isFolder ? readdirSync(place).toSorted().join('\n') : readFileSync(place, 'utf8');
  return {
    path,
    title: basename(path),
    headings: [],
    links: [],
    html: `<h1>${escapeHtml(path)}</h1>
<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>`,
  };
}
