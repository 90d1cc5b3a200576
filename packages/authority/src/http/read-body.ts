import type { HonoRequest } from 'hono';
import type * as z from 'zod';
import { AuthorityError } from '../errors.ts';
import { isDeeperThan, MAX_JSON_DEPTH } from './json-depth.ts';
import { readLimitedText } from './read-response.ts';

/** Largest body of `issue` and `verify`, in bytes. */
export const MAX_CREDENTIAL_BODY_BYTES = 262_144;
const DISCARD_BYTES = 16_777_216;

/**
 * Body of a request as text.
 *
 * @throws {AuthorityError} `body_too_large`, or `invalid_body` when it is not UTF-8
 */
export async function readTextBody(request: HonoRequest, maxBytes: number): Promise<string> {
  try {
    return await readLimitedText(request.raw, maxBytes, DISCARD_BYTES);
  } catch (cause) {
    if (cause instanceof RangeError) {
      throw new AuthorityError('body_too_large', `Send at most ${maxBytes} bytes.`);
    }
    if (cause instanceof TypeError) {
      throw new AuthorityError('invalid_body', 'Send the body as UTF-8.');
    }
    throw cause;
  }
}

/**
 * Body of a request as JSON. `Content-Type` is not looked at: the access-grant libraries may lose it.
 *
 * @throws {AuthorityError} `body_too_large`, `invalid_body`, `invalid_json`
 */
export async function readJsonBody(request: HonoRequest, maxBytes: number): Promise<unknown> {
  const text = await readTextBody(request, maxBytes);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Without the cause: the message of a SyntaxError quotes what was sent.
    throw new AuthorityError('invalid_json', 'The body should be one JSON object.');
  }
  if (!isDeeperThan(json, MAX_JSON_DEPTH)) return json;
  throw new AuthorityError('invalid_json', `Nest at most ${MAX_JSON_DEPTH} arrays and objects.`);
}

/**
 * Parses what was sent with its schema.
 *
 * @throws {AuthorityError} `invalid_body`, naming each member that is wrong
 */
export function parseBody<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AuthorityError('invalid_body', describeIssues(parsed.error));
}

/** What is wrong, by member; never the values that were sent. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
    .join('; ');
}
