import * as z from 'zod';

const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

function isSafeOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { origin, protocol, hostname } = new URL(value);
  return (
    origin === value && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname)))
  );
}

/** An origin a citizen may be sent to: https, or http on loopback; nothing behind host and port. */
export const redirectOriginSchema = z.url().refine(isSafeOrigin, {
  error:
    'Expected an origin like https://agency.example: https (http on loopback only), no path, no slash at the end.',
});
