import { readFileSync } from 'node:fs';
import { findings } from '@grondslag/legal-basis';
import { describe, expect, it } from 'vitest';

const text = readFileSync(new URL('../../docs/legal.md', import.meta.url), 'utf8');
const named = new Set([...text.matchAll(/`([a-z]+(?:_[a-z0-9]+)+)`/g)].map(([, name]) => name));

describe('the page for data protection officers', () => {
  it('names rules that exist', () => {
    expect(named.size).toBeGreaterThan(20);
    expect([...named].filter((name) => !(String(name) in findings))).toEqual([]);
  });

  it('has a line for every article behind a rule', () => {
    const articles = new Set(
      Object.values(findings).flatMap(({ article }) =>
        [...article.matchAll(/(?<!recital )\b(\d+)(?=[(,]|$)/g)].map(([, number]) => number),
      ),
    );
    const lines = text.split('\n').filter((line) => line.startsWith('| '));
    expect(articles.size).toBeGreaterThan(10);
    const missing = [...articles].filter(
      (article) =>
        !lines.some((line) => new RegExp(`\\b${article}\\b`).test(line.split('|')[1] ?? '')),
    );
    expect(missing).toEqual([]);
  });
});
