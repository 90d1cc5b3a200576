import { AS_HELPER_HEADER } from '@grondslag/protocol/v1';
import type { HonoRequest } from 'hono';
import type { Authenticate, Caller } from '../authentication/caller.ts';
import { AuthorityError } from '../errors.ts';

interface IdentifyPowers {
  readonly baseUrl: string;
  readonly authenticate: Authenticate;
}

/**
 * Who sent this request, for themselves. What a helper may do for a citizen asks `identifyActor` instead; everything
 * else refuses whoever says to act as a helper.
 *
 * @throws {AuthorityError} `not_for_helpers`, and those of `Authenticate`
 */
export async function identifyCaller(
  request: HonoRequest,
  powers: IdentifyPowers,
): Promise<Caller> {
  const caller = await verifyCaller(request, powers);
  if (request.header(AS_HELPER_HEADER) === undefined) return caller;
  throw new AuthorityError('not_for_helpers', 'Only the citizen can do this; a helper cannot.');
}

/** Who sent this request, by the URL the caller knows us under: never by the `Host` header. */
export async function verifyCaller(
  request: HonoRequest,
  { baseUrl, authenticate }: IdentifyPowers,
): Promise<Caller> {
  return authenticate({
    method: request.method,
    // The path as it was sent: that of Hono is decoded.
    url: new URL(baseUrl).origin + new URL(request.url).pathname,
    authorization: request.header('Authorization'),
    dpop: request.header('DPoP'),
  });
}
