import { posix } from 'node:path';
import MarkdownIt, { type Token } from 'markdown-it';
import { addressOf } from '../repository.ts';
import { createSlugger } from './slug.ts';

/** A heading of a page. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}

/** A link of a page, to something else in the repository or on the page. */
export interface Link {
  /** Path in the repository, from its root. */
  readonly path: string;
  /** Without `#`; empty when there is none. */
  readonly anchor: string;
  /** Line of the block it is in, counted from 1. */
  readonly line: number;
}

/** One page as HTML, with what it points at. */
export interface RenderedPage {
  readonly path: string;
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly html: string;
}

const markdown = new MarkdownIt({ html: false });

// What is wider than the screen scrolls by itself, with the keyboard too.
markdown.renderer.rules['table_open'] = () => '<div class="scroll" tabindex="0"><table>\n';
markdown.renderer.rules['table_close'] = () => '</table></div>\n';
const fence = markdown.renderer.rules['fence']?.bind(markdown.renderer.rules);
markdown.renderer.rules['fence'] = (tokens, at, options, env, self) => {
  const block = fence?.(tokens, at, options, env, self) ?? '';
  return block.replace('<pre>', '<pre tabindex="0">');
};

/** Renders the Markdown of a page. Links to other files lead to where these are on the site. */
export function renderPage(path: string, text: string): RenderedPage {
  const tokens = markdown.parse(text, {});
  const slug = createSlugger();
  const headings: Heading[] = [];
  const links: Link[] = [];
  let line = 1;
  for (const [at, token] of tokens.entries()) {
    if (token.map) line = token.map[0] + 1;
    const inline = tokens[at + 1];
    if (token.type === 'heading_open' && inline) {
      const heading = wordsOf(inline);
      const anchor = slug(heading);
      token.attrSet('id', anchor);
      headings.push({ level: Number(token.tag.slice(1)), text: heading, anchor });
    }
    for (const child of token.children ?? []) {
      const attribute = { link_open: 'href', image: 'src' }[child.type];
      const target = attribute === undefined ? null : child.attrGet(attribute);
      const link = target === null ? undefined : readLink(path, String(target), line);
      if (!attribute || !link) continue;
      links.push(link);
      child.attrSet(attribute, hrefOf(path, link, attribute === 'src'));
    }
  }
  return {
    path,
    title: headings[0]?.text ?? path,
    headings,
    links,
    html: markdown.renderer.render(tokens, markdown.options, {}),
  };
}

function wordsOf({ children }: Token): string {
  return (children ?? [])
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content)
    .join('');
}

/** `undefined` for what is elsewhere. */
function readLink(page: string, target: string, line: number): Link | undefined {
  if (/^[a-z]+:/.test(target)) return undefined;
  const [place = '', anchor = ''] = decodeURI(target).split('#');
  const path = place === '' ? page : posix.join(posix.dirname(page), place).replace(/\/$/, '');
  return { path, anchor, line };
}

function hrefOf(page: string, { path, anchor }: Link, isImage: boolean): string {
  const from = posix.dirname(addressOf(page));
  const to = isImage ? path : addressOf(path);
  return encodeURI(posix.relative(from, to)) + (anchor && `#${encodeURIComponent(anchor)}`);
}
