import { problemDetailsSchema } from '@grondslag/protocol';
import type * as z from 'zod';
import { OfflineError } from '../session/offline-error.ts';
import { AuthorityError } from './authority-error.ts';

/** Fetch that knows who the citizen is. */
export type AuthenticatedFetch = (url: string, init?: RequestInit) => Promise<Response>;

/** An answer of the authority, with the address of the next page if there is one. */
export interface Answer<T> {
  readonly body: T;
  readonly next: string | undefined;
}

async function problemOf(response: Response) {
  try {
    return problemDetailsSchema.safeParse(await response.json()).data;
  } catch {
    return undefined;
  }
}

/** The URL with `rel="next"` in a `Link` header (RFC 8288 §3). */
export function nextLink(header: string | null): string | undefined {
  for (const [, url, parameters] of (header ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    if (/;\s*rel="?next"?/.test(parameters ?? '')) return url;
  }
  return undefined;
}

/**
 * Sends one request to the authority and reads its JSON answer.
 *
 * @throws {OfflineError} when there is no connection, so that something was not sent
 * @throws {AuthorityError} `unreachable`, `refused` (with the problem details) or `unexpected_answer`.
 */
export async function askAuthority<Schema extends z.ZodType>(
  fetch: AuthenticatedFetch,
  url: string,
  schema: Schema,
  body?: unknown,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' = body === undefined ? 'GET' : 'POST',
): Promise<Answer<z.infer<Schema>>> {
  let response: Response;
  try {
    response = await fetch(url, {
      ...(method !== 'GET' && { method }),
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  } catch (cause) {
    if (cause instanceof OfflineError) throw cause;
    throw new AuthorityError('unreachable', 'The authority gave no answer', { cause });
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    throw new AuthorityError('refused', `The authority answered ${response.status}`, {
      status: response.status,
      ...(problem && { problem }),
    });
  }
  const answer = schema.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) {
    throw new AuthorityError('unexpected_answer', 'The answer has another shape than agreed', {
      cause: answer.error,
      status: response.status,
    });
  }
  return { body: answer.data, next: nextLink(response.headers.get('Link')) };
}
