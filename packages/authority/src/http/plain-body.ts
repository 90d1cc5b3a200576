import type { HonoRequest } from 'hono';
import type * as z from 'zod';
import { isPlainText } from '../credentials/plain-text.ts';
import { AuthorityError } from '../errors.ts';
import { describeIssues, parseBody, readJsonBody } from './read-body.ts';

/** A mandate with its weighing, of some pages. */
export const MAX_BODY_BYTES = 262_144;

/**
 * A body that is stored as it is: with its schema, and of text that the database can hold.
 *
 * @throws {AuthorityError} `body_too_large`, `invalid_json`, `invalid_body`
 */
export async function readPlainBody<S extends z.ZodType>(
  request: HonoRequest,
  schema: S,
): Promise<z.infer<S>> {
  return parsePlainBody(await readJsonBody(request, MAX_BODY_BYTES), schema);
}

/** What `readPlainBody` does with JSON. @throws {AuthorityError} `invalid_body` */
export function parsePlainBody<S extends z.ZodType>(body: unknown, schema: S): z.infer<S> {
  const parsed = parseBody(schema, body);
  if (isPlain(parsed)) return parsed;
  throw new AuthorityError('invalid_body', 'body: should be plain text, without null characters');
}

/** The query, as `readPlainBody`. @throws {AuthorityError} `invalid_query` */
export function readPlainQuery<S extends z.ZodType>(request: HonoRequest, schema: S): z.infer<S> {
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = schema.safeParse(parameters);
  if (!parsed.success) throw new AuthorityError('invalid_query', describeIssues(parsed.error));
  if (isPlain(parameters)) return parsed.data;
  throw new AuthorityError('invalid_query', 'Send plain text.');
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return isPlainText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, member]) => isPlainText(name) && isPlain(member));
}
