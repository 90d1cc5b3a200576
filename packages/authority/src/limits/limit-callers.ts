import { authorityPaths } from '@grondslag/protocol';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import type { Authenticate } from '../authentication/caller.ts';
import type { CallerAddress } from './caller-address.ts';
import type { RateLimits } from './rate-limits.ts';

interface LimitPowers {
  readonly baseUrl: string;
  readonly limits: RateLimits;
}

/**
 * Counts by address who does not say who they are, and who fails to prove it. Whoever proves it is counted by
 * {@link limitClients} instead, so that one address can be that of a large agency.
 */
export function limitAnonymous({
  baseUrl,
  limits,
  callerAddress,
}: LimitPowers & { readonly callerAddress: CallerAddress }): MiddlewareHandler {
  const { pathname } = new URL(baseUrl);
  return async (c, next) => {
    const key = callerAddress(remoteOf(c), c.req.header('X-Forwarded-For'));
    const endpoint = c.req.path.slice(pathname.length);
    if (!hasProof(c, endpoint)) {
      limits.count('anonymous', key, endpoint);
      return next();
    }
    limits.check('anonymous', key, endpoint);
    await next();
    if (c.res.status === 401) limits.note('anonymous', key, endpoint);
  };
}

/** Counts the requests of each WebID, once it is proven. */
export function limitClients(
  authenticate: Authenticate,
  { baseUrl, limits }: LimitPowers,
): Authenticate {
  const { pathname } = new URL(baseUrl);
  return async (request) => {
    const caller = await authenticate(request);
    limits.count('client', caller.webId, new URL(request.url).pathname.slice(pathname.length));
    return caller;
  };
}

/** A token, or the signed message of a vault server; whether it is good shows later. */
function hasProof({ req }: Context, endpoint: string): boolean {
  return (
    req.header('Authorization') !== undefined ||
    (req.method === 'POST' && endpoint === authorityPaths.reads)
  );
}

function remoteOf(c: Context): string | undefined {
  return (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress;
}
