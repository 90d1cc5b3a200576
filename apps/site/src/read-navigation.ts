import type { NavigationPart } from './render/layout.ts';
import type { RenderedPage } from './render/render-page.ts';

/** What stands beside every page: the sections of the index, each with the pages that it names. */
export function readNavigation(
  index: RenderedPage,
  text: string,
  pages: readonly RenderedPage[],
): readonly NavigationPart[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const starts = text
    .split('\n')
    .flatMap((line, at) =>
      line.startsWith('## ') ? [{ title: line.slice(3), line: at + 1 }] : [],
    );
  return starts.map(({ title, line }, at) => {
    const end = starts[at + 1]?.line ?? Number.POSITIVE_INFINITY;
    const named = index.links.filter((link) => link.line >= line && link.line < end);
    const found = [...new Set(named.map(({ path }) => path))].flatMap((path) => {
      const page = byPath.get(path);
      return page ? [{ path, title: page.title }] : [];
    });
    return { title, pages: found };
  });
}
