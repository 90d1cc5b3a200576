import * as z from 'zod';

/** Whether PostgreSQL can keep it: no NUL and no half of a surrogate pair, in JSON or in text. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** An absolute URL that can be looked for in the database. */
export const plainUrlSchema = z.url().refine(isPlainText, 'not plain text');
