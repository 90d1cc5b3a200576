import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Log } from './log.ts';
import type { RequestVariables } from './request-id.ts';

/** A line for each request, by its route: the path itself names credentials. */
export function logRequest(log: Log): MiddlewareHandler<RequestVariables> {
  return async (c, next) => {
    const startedAt = performance.now();
    await next();
    log({
      level: 'debug',
      event: 'request',
      reference: c.get('requestId'),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - startedAt),
    });
  };
}
