import { authorityPaths } from '@grondslag/protocol';
import { Hono } from 'hono';
import { jsonResponse } from '../http/json-response.ts';
import type { Readiness } from './readiness.ts';

/**
 * For who runs the authority: `live` says that the process answers, `ready` that it should get requests. Restart on the
 * first, take out of the load balancer on the second. Neither says more than that to anybody who asks.
 */
export function healthRoutes(readiness: () => Promise<Readiness>): Hono {
  return new Hono()
    .get(`/${authorityPaths.live}`, () => jsonResponse({ status: 'live' }))
    .get(`/${authorityPaths.ready}`, async () => {
      const status = await readiness();
      return jsonResponse({ status }, { status: status === 'ready' ? 200 : 503 });
    });
}
