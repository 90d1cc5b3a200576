import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite, checkLinks, type Site, writeReference } from '@grondslag/site';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './named-tests.ts';

it('what is made of the code is as the code is now: npm run docs', async () => {
  for (const [path, text] of Object.entries(await writeReference())) {
    const file = new URL(path, root);
    const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
    expect(written === text, `${path} is behind: npm run docs writes it, then commit`).toBe(true);
  }
});

describe('the site of the documentation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'grondslag-site-'));
  let site: Site;
  beforeAll(() => {
    site = buildSite(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has no link to nowhere, and a way from the index to every page', () => {
    expect(site.pages.length).toBeGreaterThan(40);
    expect(checkLinks(site.pages)).toEqual([]);
  });

  it('links on the built pages to what was built', () => {
    const built = [...site.pages.map(({ path }) => path), ...site.files];
    expect(built).toContain('docs/tutorial.md');
    const broken = site.pages.flatMap(({ path }) => {
      const address = path === 'docs/README.md' ? 'index.html' : path.replace(/\.md$/, '.html');
      const html = readFileSync(join(folder, address), 'utf8');
      return [...html.matchAll(/ (?:href|src)="(?![a-z]+:|#)([^"#]+)/g)]
        .map(([, target = '']) => new URL(decodeURI(target), new URL(address, 'file:///')).pathname)
        .filter((target) => !existsSync(join(folder, decodeURI(target))))
        .map((target) => `${address} → ${target}`);
    });
    expect(broken).toEqual([]);
  });

  it('asks nothing of others', () => {
    const page = readFileSync(join(folder, 'docs/decisions.html'), 'utf8');
    expect(page).toContain("default-src 'none'; style-src 'self'; script-src 'self'");
    expect([...page.matchAll(/<(?:script|link|img|iframe)[^>]+(?:src|href)="https?:/g)]).toEqual(
      [],
    );
  });
});

describe('the check of links', () => {
  const page = (path: string, links: { path: string; anchor: string }[]) => ({
    ...{ path, title: path, html: '' },
    headings: [{ level: 2, text: 'Here', anchor: 'here' }],
    links: links.map((link) => ({ ...link, line: 3 })),
  });

  it.each([
    ['a file that is not there', { path: 'docs/none.ts', anchor: '' }],
    ['a heading that is not there', { path: 'docs/README.md', anchor: 'elsewhere' }],
  ])('finds %s', (_what, link) => {
    expect(checkLinks([page('docs/README.md', [link])])).toHaveLength(1);
  });

  it('finds a page that nothing leads to', () => {
    const good = { path: 'docs/README.md', anchor: 'here' };
    expect(checkLinks([page('docs/README.md', [good]), page('docs/alone.md', [good])])).toEqual([
      'docs/alone.md cannot be reached from docs/README.md',
    ]);
  });
});
