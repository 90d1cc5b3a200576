import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readNavigation } from './read-navigation.ts';
import { layOut } from './render/layout.ts';
import { type RenderedPage, renderPage } from './render/render-page.ts';
import { showFile } from './render/show-file.ts';
import { addressOf, findPages, root, START } from './repository.ts';
import { searchScript } from './search-script.ts';

/** What was built. */
export interface Site {
  readonly pages: readonly RenderedPage[];
  /** Of the files that pages link to. */
  readonly files: readonly string[];
}

const IMAGE = /\.(?:png|svg|jpe?g|webp)$/;

/** Writes the site into a folder, which is emptied first. Links that lead nowhere are for `checkLinks`. */
export function buildSite(folder: string): Site {
  const texts = new Map(findPages().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const pages = [...texts].map(([path, text]) => renderPage(path, text));
  const index = pages.find(({ path }) => path === START);
  if (!index) throw new Error(`Expected ${START}, where reading begins; it is not there.`);
  const navigation = readNavigation(index, texts.get(START) ?? '', pages);

  rmSync(folder, { recursive: true, force: true });
  const place = (path: string) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    return file;
  };
  for (const page of pages) writeFileSync(place(addressOf(page.path)), layOut(page, navigation));
  const linked = new Set(pages.flatMap(({ links }) => links.map(({ path }) => path)));
  const files = [...linked, 'LICENSE'].filter((path) => !texts.has(path));
  for (const path of files) {
    if (IMAGE.test(path)) copyFileSync(join(root, path), place(path));
    else writeFileSync(place(addressOf(path)), layOut(showFile(path), navigation));
  }
  const style = fileURLToPath(new URL('../src/assets/style.css', import.meta.url));
  copyFileSync(style, place('assets/style.css'));
  writeFileSync(place('assets/search.js'), searchScript(pages));
  return { pages, files };
}
