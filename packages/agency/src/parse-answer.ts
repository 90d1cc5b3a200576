import { problemDetailsSchema } from '@grondslag/protocol';
import type * as z from 'zod';
import { AgencyError } from './errors.ts';

/**
 * Reads a JSON answer.
 *
 * @throws {AgencyError} `invalid_response`, naming the fields that are wrong but never their values
 */
export async function parseAnswer<Schema extends z.ZodType>(
  response: Response,
  schema: Schema,
  what: string,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await jsonOf(response));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || '(whole)');
  throw new AgencyError(
    'invalid_response',
    `Expected ${what} from the authority, got an answer with unexpected fields: ${[...new Set(fields)].slice(0, 5).join(', ')}.`,
  );
}

/** The JSON of an answer; `undefined` when it is none. */
export async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/** The error for an answer that is not 2xx: status and problem code, nothing of the body's text. */
export async function refusedAnswer(response: Response, what: string): Promise<AgencyError> {
  const problem = problemDetailsSchema.safeParse(await jsonOf(response));
  const got = problem.success ? `${response.status} (${problem.data.code})` : `${response.status}`;
  const message = `Expected ${what} from the authority, got status ${got}.`;
  if (response.status === 401) {
    return new AgencyError('login_refused', `${message} Check WebID and client credentials.`);
  }
  if ([403, 404, 410].includes(response.status)) {
    return new AgencyError('credential_not_found', message);
  }
  if (response.status >= 500 || response.status === 429) {
    return new AgencyError('peer_unreachable', `${message} Try again later.`);
  }
  return new AgencyError('invalid_response', message);
}
