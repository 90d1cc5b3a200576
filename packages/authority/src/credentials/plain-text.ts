import * as z from 'zod';

/** Whether PostgreSQL can keep it: no NUL and no half of a surrogate pair, in JSON or in text. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/**
 * Whether it is an absolute IRI that N-Quads can hold and that reads as it is: other characters would end up outside
 * the signature or break it, and those for the direction of text are not allowed in an IRI (RFC 3987 §4.1).
 */
export function isIri(text: string): boolean {
  return (
    /^[^\s\p{Cc}"<>\\^`{|}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/u.test(text) &&
    isPlainText(text) &&
    URL.canParse(text)
  );
}

/** An absolute URL that can be looked for in the database. */
export const plainUrlSchema = z.url().refine(isPlainText, 'not plain text');
