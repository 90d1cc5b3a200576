/**
 * Order of code points, which is also that of UTF-8 bytes.
 *
 * JavaScript compares UTF-16 units, and puts a surrogate (U+D800 to U+DFFF) before U+E000 to U+FFFF, though the
 * character it is half of comes after them.
 */
export function compareCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left === right) continue;
    if (isSurrogate(left) !== isSurrogate(right)) return isSurrogate(left) ? 1 : -1;
    return left - right;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** Only with one of these in the text does the order of code points differ from that of JavaScript. */
export const HAS_SURROGATE = /[\uD800-\uDFFF]/;
