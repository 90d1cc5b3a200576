import type { MiddlewareHandler } from 'hono';

/** What every request has, for its answer and for the log. */
export interface RequestVariables {
  readonly Variables: { requestId: string };
}

/**
 * Gives each request an id of ours, in `X-Request-Id`. One that the caller sent is not taken over: it would be in our
 * log, and could hold anything.
 */
export function requestId(): MiddlewareHandler<RequestVariables> {
  return async (c, next) => {
    const id = crypto.randomUUID();
    c.set('requestId', id);
    await next();
    c.res.headers.set('X-Request-Id', id);
  };
}
