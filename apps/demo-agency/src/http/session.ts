import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { randomId } from '../cases/case.ts';

/** Named after this app: cookies of one host are shared by all its ports. */
const COOKIE = 'grondslag_demo_agency';
const MAX_AGE_SECONDS = 43_200;

/** The session of this browser, if it has one. */
export function sessionOf(c: Context): string | undefined {
  const value = getCookie(c, COOKIE);
  return value !== undefined && /^[0-9a-f]{32}$/.test(value) ? value : undefined;
}

/** The session of this browser; begins one when there is none. */
export function startSession(c: Context, baseUrl: string): string {
  const session = sessionOf(c) ?? randomId();
  setCookie(c, COOKIE, session, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: baseUrl.startsWith('https:'),
    maxAge: MAX_AGE_SECONDS,
  });
  return session;
}
