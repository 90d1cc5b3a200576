/** Control characters and those that turn the reading direction: they can make a text look like another. */
const TURNING = /[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu;
/** Of no width. Joiners (U+200C, U+200D) stay: Persian words and many emoji need them. */
const UNSEEN =
  /[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0\u{e0000}-\u{e0fff}]+/gu;
/** More marks on one letter than any language writes: they reach over the lines around it. */
const TOO_MANY_MARKS = /(\p{M}{4})\p{M}+/gu;

/**
 * Text of someone else, made safe to read: one line, no unseen characters, no piles of marks, at most `maxLength`
 * characters (600 unless told), then "…".
 */
export function plainWords(words: string, maxLength = 600): string {
  const plain = words
    .replace(TURNING, ' ')
    .replace(UNSEEN, '')
    .replace(TOO_MANY_MARKS, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...plain];
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join('')}…` : plain;
}
