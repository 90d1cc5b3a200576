import { AuthorityError } from '../errors.ts';
import type { Fetch } from '../http/guarded-fetch.ts';
import { readLimitedText } from '../http/read-response.ts';

const TIMEOUT_MILLISECONDS = 5_000;
const MAX_BYTES = 262_144;

/**
 * Fetches a document that says who someone is: discovery, keys or a WebID profile. Redirects are not followed,
 * so that the closed lists decide whom we ask.
 *
 * @throws {AuthorityError} `identity_unreachable`
 */
export async function fetchIdentity(fetch: Fetch, url: string, accept: string): Promise<string> {
  try {
    const response = await fetch(url, {
      headers: { Accept: accept },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    if (response.ok) return await readLimitedText(response, MAX_BYTES);
    await response.body?.cancel();
    throw new Error(`status ${response.status}`);
  } catch (cause) {
    throw new AuthorityError(
      'identity_unreachable',
      'The identity provider or the WebID document of the token could not be read; try again later.',
      { cause },
    );
  }
}
