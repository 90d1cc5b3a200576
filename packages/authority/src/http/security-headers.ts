import type { MiddlewareHandler } from 'hono';

const YEAR_SECONDS = 31_536_000;

/**
 * Headers that keep a browser from doing more with an answer than was meant (OWASP REST Security Cheat Sheet). A route
 * that serves a page sets a `Content-Security-Policy` of its own.
 */
export function securityHeaders(baseUrl: string): MiddlewareHandler {
  const headers = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    // RFC 6797 §7.2: not over plain http.
    ...(baseUrl.startsWith('https:') && {
      'Strict-Transport-Security': `max-age=${YEAR_SECONDS}`,
    }),
  };
  return async (c, next) => {
    await next();
    // Not `c.header`: that makes a new Response of every finished one, 8 µs for these five.
    for (const [name, value] of Object.entries(headers)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  };
}
