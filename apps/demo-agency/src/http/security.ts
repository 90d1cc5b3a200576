import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

const MAX_BODY_BYTES = 8_192;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer: nothing from elsewhere, nothing inline, nothing kept, no address passed on. */
export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.header('content-security-policy', policy);
    c.header('x-content-type-options', 'nosniff');
    // Not `no-referrer`: with that browsers hide the origin of forms, which we check.
    c.header('referrer-policy', 'same-origin');
    c.header('cross-origin-opener-policy', 'same-origin');
    c.header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  };
}

/** Refuses forms that do not come from our own pages: browsers name the origin with every form. */
export function sameOriginForms(baseUrl: string, refuse: MiddlewareHandler): MiddlewareHandler {
  const { origin } = new URL(baseUrl);
  return async (c, next) => {
    const isForm = !['GET', 'HEAD'].includes(c.req.method);
    if (isForm && c.req.header('origin') !== origin) return refuse(c, next);
    await next();
  };
}

/** Limits what a form may send. */
export function smallBodies(): MiddlewareHandler {
  return bodyLimit({ maxSize: MAX_BODY_BYTES });
}
