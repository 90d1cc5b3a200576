import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RenderedPage } from './render/render-page.ts';
import { addressOf } from './repository.ts';

/** The search: every heading of every page, and what looks through them. In one file, so that it works from a disk too. */
export function searchScript(pages: readonly RenderedPage[]): string {
  const entries = pages.flatMap(({ path, title, headings }) =>
    headings.map(({ level, text, anchor }) => {
      const address = addressOf(path) + (level === 1 ? '' : `#${encodeURIComponent(anchor)}`);
      return level === 1 ? [text, address] : [text, address, title];
    }),
  );
  const script = fileURLToPath(new URL('../src/assets/search.js', import.meta.url));
  return `const entries = ${JSON.stringify(entries)};\n${readFileSync(script, 'utf8')}`;
}
