import type { MiddlewareHandler } from 'hono';
import { VcApiProblem } from './problem.ts';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/**
 * Keeps web pages out of a server on loopback: whoever can reach it can have things signed. A page under another
 * name that points here (DNS rebinding) sends that name as `Host`; one that posts from elsewhere cannot send JSON
 * without asking first, and is not answered then.
 */
export const onlyForThisMachine: MiddlewareHandler = async (context, next) => {
  const isJson = context.req.header('content-type')?.startsWith('application/json') ?? false;
  if (
    !loopback.test(context.req.header('host') ?? '') ||
    context.req.header('origin') !== undefined
  ) {
    throw new VcApiProblem('refused', 'not_from_here', 'Expected a program on this machine.');
  }
  if (context.req.method === 'POST' && !isJson) {
    throw new VcApiProblem('malformed', 'invalid_body', 'Expected Content-Type: application/json.');
  }
  await next();
};
