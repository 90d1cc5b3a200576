import { describe, expect, it } from 'vitest';
import { policyArticles, reasons } from './reasons.ts';

const words = Object.values(reasons).flatMap(({ why }) => [why.nl, why.en]);

describe('reasons', () => {
  it('belong to an article each, and every article has one', () => {
    const used = new Set(Object.values(reasons).map(({ article }) => article));
    expect(used).toEqual(new Set(Object.keys(policyArticles)));
  });

  it('are said in sentences of at most 20 words, without words of the trade', () => {
    const sentences = words.flatMap((text) => text.split(/(?<=[.?!])\s+/));
    expect(sentences.filter((sentence) => sentence.split(' ').length > 20)).toEqual([]);
    expect(words.filter((text) => !/^[A-Z].*\.$/.test(text))).toEqual([]);
    expect(words.filter((text) => /credential|issuer|status|webid|token/i.test(text))).toEqual([]);
  });
});
