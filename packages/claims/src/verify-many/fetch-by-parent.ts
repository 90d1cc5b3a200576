import type { FetchAnswer, FetchRequest } from './messages.ts';
import { Pending } from './pending.ts';

/** The `fetch` of a thread: whoever started it asks, with the `fetch` it was given. */
export interface ParentFetch {
  readonly fetch: typeof fetch;
  settle(answer: FetchAnswer): void;
}

export function createParentFetch(ask: (request: FetchRequest) => void): ParentFetch {
  const pending = new Pending<Response>();
  return {
    fetch(input, init) {
      const headers = [...new Headers(init?.headers)] as [string, string][];
      return pending.ask((id) => ask({ kind: 'fetch', id, url: String(input), headers }));
    },
    settle({ id, response, code }) {
      const answer = pending.take(id);
      if (response) {
        const { body, status, headers } = response;
        answer?.resolve(new Response(body, { status, headers: headers as [string, string][] }));
      } else answer?.reject(Object.assign(new Error('fetch failed'), code && { code }));
    },
  };
}
