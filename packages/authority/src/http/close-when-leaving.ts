import type { MiddlewareHandler } from 'hono';

/** Asks callers for a new connection next time, once this instance is about to go: that will be to another one. */
export function closeWhenLeaving(leaving: AbortSignal): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (leaving.aborted) c.res.headers.set('Connection', 'close');
  };
}
