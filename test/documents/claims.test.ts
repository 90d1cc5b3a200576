import { readFileSync } from 'node:fs';
import { policyArticles, reasons } from '@grondslag/claims';
import { describe, expect, it } from 'vitest';
import { isThere, namedTests, root } from './named-tests.ts';

const text = readFileSync(new URL('docs/claims.md', root), 'utf8');
const rows = text.split('\n').filter((line) => line.startsWith('| '));
const cells = (row: string) => row.split(/ \| |^\| | \|$/).map((cell) => cell.trim());

describe('the page for security reviewers', () => {
  it.each(namedTests(text))('names a test that is there: $file › $name', (named) => {
    expect(isThere(named)).toBe(true);
  });

  it('has every article of policy, each with its reasons and a test', () => {
    const articles = rows.filter((row) => /^\| P\d+ +\|/.test(row));
    const written = articles.map((row) => {
      const [, article = '', , codes = ''] = cells(row);
      return [article, new Set([...codes.matchAll(/`([a-z_]+)`/g)].map(([, code]) => code))];
    });
    const known = Object.keys(policyArticles).map((article) => [
      article,
      new Set(
        Object.entries(reasons)
          .filter(([, reason]) => reason.article === article)
          .map(([code]) => code),
      ),
    ]);
    expect(written).toEqual(known);
    for (const row of articles) expect(namedTests(row).length).toBeGreaterThan(0);
  });

  it('has a test for every premise and every trap', () => {
    const premises = rows.filter((row) => /^\| A\d+ +\|/.test(row));
    expect(premises.length).toBe(12);
    const traps = text.split('## Traps')[1]?.split('\n## ')[0]?.split('\n') ?? [];
    const held = traps.filter((line) => /^\| (?!trap|---)/.test(line));
    expect(held.length).toBeGreaterThan(12);
    for (const row of [...premises, ...held]) expect(namedTests(row), row).not.toEqual([]);
  });

  it('names codes that the package has', () => {
    const errors = readFileSync(new URL('packages/claims/src/errors.ts', root), 'utf8');
    const codes = new Set(
      [...text.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, code]) => String(code)),
    );
    const unknown = [...codes].filter(
      (code) => !(code in reasons) && !errors.includes(`'${code}'`),
    );
    expect(codes.size).toBeGreaterThan(15);
    expect(unknown).toEqual([]);
  });

  const limits = rows.flatMap((row) => {
    const [, what = '', limit = '', constant = '', place = ''] = cells(row);
    const [, value] = /^`([\d_* ]+)`$/.exec(limit) ?? [];
    const [, name] = /^`([A-Z\d_]+)`$/.exec(constant) ?? [];
    const [, path] = /\]\(\.\.\/(.+)\)$/.exec(place) ?? [];
    return value && name && path ? [{ what, value, name, path }] : [];
  });

  it.each(limits)('says how much: $what', ({ value, name, path }) => {
    const source = readFileSync(new URL(path, root), 'utf8');
    expect(source).toContain(`const ${name} = ${value};`);
  });

  it('says how much of many things', () => {
    expect(limits.length).toBeGreaterThan(30);
  });
});
