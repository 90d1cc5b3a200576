import { describe, expect, it } from 'vitest';
import { compareCodePoints } from './compare-code-points.ts';

describe(compareCodePoints, () => {
  it('orders as the bytes of UTF-8 do', () => {
    const texts = [
      '',
      'a',
      'ab',
      'b',
      'é',
      '\u07ff',
      '\u0800',
      '\ud7ff',
      '\ue000',
      '\uffff',
    ].concat([
      '\u{10000}',
      '\u{1F393}',
      '\u{1F394}',
      '\u{10FFFF}',
      'a\uffff',
      'a\u{10000}',
      '\u{1F393}a',
    ]);
    for (const a of texts) {
      for (const b of texts) {
        const bytes = Buffer.compare(Buffer.from(a), Buffer.from(b));
        expect(Math.sign(compareCodePoints(a, b)), `${a} ${b}`).toBe(bytes);
      }
    }
  });
});
