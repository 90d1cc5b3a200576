/** Control characters and those that turn the reading direction: they can make a text look like another. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Text of someone else, made safe to read: one line, no unseen characters, at most `maxLength` characters
 * (600 unless told), then "…".
 */
export function plainWords(words: string, maxLength = 600): string {
  const plain = words.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...plain];
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join('')}…` : plain;
}
