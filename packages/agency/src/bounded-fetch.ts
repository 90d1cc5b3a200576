import { covers } from '@grondslag/protocol';
import { AgencyError } from './errors.ts';
import { followSignals } from './follow-signals.ts';

/** The standard `fetch`. */
export type Fetch = typeof globalThis.fetch;

/** Seconds any one request may take, body included. */
export const REQUEST_TIMEOUT_SECONDS = 15;
/** Bytes any one answer may have. */
export const MAX_ANSWER_BYTES = 4_194_304;

const STATUSES_WITHOUT_BODY = [204, 205, 304];

interface BoundedFetchOptions {
  fetch: Fetch;
  /** Base URLs; anything else is refused before a connection is made. */
  allowed: readonly string[];
  timeoutSeconds?: number;
  maxBodyBytes?: number;
}

/**
 * A `fetch` that reaches only the allowed servers, follows no redirect, and hands over an answer only when all of
 * it came in time and within the size limit.
 */
export function createBoundedFetch({
  fetch,
  allowed,
  timeoutSeconds = REQUEST_TIMEOUT_SECONDS,
  maxBodyBytes = MAX_ANSWER_BYTES,
}: BoundedFetchOptions): Fetch {
  return async (input, init = {}) => {
    if (input instanceof Request) {
      throw new TypeError('Pass an address and options, not a Request object.');
    }
    const url = new URL(input);
    if (!allowed.some((base) => covers(base, url.href))) {
      throw new AgencyError(
        'address_not_allowed',
        `Expected an address on a server this agency was configured for, got one on ${url.origin}. Nothing was sent.`,
      );
    }
    const { signal, abort, release } = followSignals([init.signal]);
    const late = () => abort(new DOMException('No answer in time.', 'TimeoutError'));
    const timer = setTimeout(late, timeoutSeconds * 1000);
    try {
      // A string, not a URL object: the login library repeats refused requests made with a URL object.
      const response = await fetch(url.href, { ...init, redirect: 'manual', signal });
      return await bufferResponse(response, url, maxBodyBytes);
    } catch (error) {
      if (error instanceof AgencyError || init.signal?.aborted) throw error;
      throw new AgencyError(
        'peer_unreachable',
        `Expected an answer from ${url.origin} within ${timeoutSeconds} seconds, got none.`,
        { cause: error },
      );
    } finally {
      clearTimeout(timer);
      release();
    }
  };
}

async function bufferResponse(response: Response, url: URL, maxBodyBytes: number) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the rest of the body.
    if (size > maxBodyBytes) {
      throw new AgencyError(
        'answer_too_large',
        `Expected at most ${maxBodyBytes} bytes from ${url.origin}, got more.`,
      );
    }
    chunks.push(chunk);
  }
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  const body = STATUSES_WITHOUT_BODY.includes(response.status) ? null : Buffer.concat(chunks);
  const buffered = new Response(body, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
  Object.defineProperty(buffered, 'url', { value: response.url });
  return buffered;
}
