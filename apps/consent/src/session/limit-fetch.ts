type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** After this a request counts as failed. Long, because an aborted read keeps a lock at the vault server. */
const TIMEOUT_MS = 30_000;

/**
 * Lets `fetch` reach only URLs below `bases`, without cookies and without following redirects, so that the
 * proof of who the citizen is goes nowhere else.
 *
 * @throws {TypeError} (as a rejection) for any other URL.
 */
export function limitFetch(bases: readonly string[], fetch: Fetch): Fetch {
  return async (url, init) => {
    const { href } = new URL(url);
    if (!bases.some((base) => href.startsWith(base))) {
      throw new TypeError('This URL is not below the vault or the authority');
    }
    return fetch(href, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...init,
      credentials: 'omit',
      redirect: 'error',
      // A browser may answer with what it kept, for days where a container is old: a new fact would not show. And what
      // it keeps of a citizen stays on the device.
      cache: 'no-store',
    });
  };
}
