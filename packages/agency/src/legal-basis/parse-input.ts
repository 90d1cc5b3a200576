import type * as z from 'zod';

/**
 * Checks what a caller made, before it is sent.
 *
 * @throws {TypeError} naming the fields that are missing or wrong, never their values
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> & object {
  const parsed = schema.safeParse(value);
  if (parsed.success) return Object(parsed.data);
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new TypeError(`The ${what} is not complete: ${wrong.join('; ')}`);
}
