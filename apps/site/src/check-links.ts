import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RenderedPage } from './render/render-page.ts';
import { root, START } from './repository.ts';

/** What is wrong with the links of the pages: to no file, to no heading, and pages that no way leads to from the index. */
export function checkLinks(pages: readonly RenderedPage[]): readonly string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const broken = pages.flatMap((page) =>
    page.links.flatMap(({ path, anchor, line }) => {
      const target = byPath.get(path);
      const from = `${page.path}:${line}`;
      if (!target && !existsSync(join(root, path))) return [`${from} links to ${path}: not there`];
      if (!target || anchor === '') return [];
      const isThere = target.headings.some((heading) => heading.anchor === anchor);
      return isThere ? [] : [`${from} links to ${path}#${anchor}: no such heading`];
    }),
  );
  const reached = new Set([START]);
  for (const path of reached) {
    for (const link of byPath.get(path)?.links ?? []) {
      if (byPath.has(link.path)) reached.add(link.path);
    }
  }
  const alone = pages
    .filter(({ path }) => !reached.has(path))
    .map(({ path }) => `${path} cannot be reached from ${START}`);
  return [...broken, ...alone];
}
