import { posix } from 'node:path';
import { addressOf, START } from '../repository.ts';
import type { RenderedPage } from './render-page.ts';

/** A part of the index: its heading, and the pages it names. */
export interface NavigationPart {
  readonly title: string;
  readonly pages: readonly { readonly path: string; readonly title: string }[];
}

// Nothing comes from elsewhere, and nothing runs but the search.
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:";

/** The whole page, around its content. */
export function layOut(page: RenderedPage, navigation: readonly NavigationPart[]): string {
  const toRoot = posix.relative(posix.dirname(addressOf(page.path)), '.') || '.';
  const link = (path: string) => `${toRoot}/${addressOf(path)}`;
  const parts = navigation.map(
    ({ title, pages }) => `<h2>${escapeHtml(title)}</h2>
<ul>
${pages
  .map((one) => {
    const current = one.path === page.path ? ' aria-current="page"' : '';
    return `<li><a href="${link(one.path)}"${current}>${escapeHtml(one.title)}</a></li>`;
  })
  .join('\n')}
</ul>`,
  );
  const sections = page.headings.filter(({ level }) => level === 2);
  return `<!doctype html>
<html lang="en" data-root="${toRoot}/">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeHtml(page.title)}${page.path === START ? '' : ' · Grondslag'}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${toRoot}/assets/style.css">
<script defer src="${toRoot}/assets/search.js"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header>
<a class="home" href="${link(START)}">Grondslag</a>
<form role="search" hidden>
<label for="sought">Search</label>
<input id="sought" type="search" autocomplete="off">
<p role="status"></p>
<ul></ul>
</form>
</header>
<nav aria-label="All pages"><details><summary>All pages</summary>
${parts.join('\n')}
</details></nav>
<main id="content" tabindex="-1">
${sections.length > 2 ? contentsOf(sections) : ''}
${page.html}
</main>
<footer><p><code>${escapeHtml(page.path)}</code> · <a href="${link('LICENSE')}">EUPL-1.2</a></p></footer>
</body>
</html>
`;
}

function contentsOf(sections: RenderedPage['headings']): string {
  const items = sections.map(
    ({ anchor, text }) =>
      `<li><a href="#${encodeURIComponent(anchor)}">${escapeHtml(text)}</a></li>`,
  );
  return `<details class="contents"><summary>On this page</summary><ul>${items.join('')}</ul></details>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
