import type { FetchAnswer, FetchRequest } from './messages.ts';

/** The `fetch` of a thread: whoever started it asks, with the `fetch` it was given. */
export interface ParentFetch {
  readonly fetch: typeof fetch;
  settle(answer: FetchAnswer): void;
}

export function createParentFetch(ask: (request: FetchRequest) => void): ParentFetch {
  const waiting = new Map<number, PromiseWithResolvers<Response>>();
  let last = 0;
  return {
    fetch(input, init) {
      const id = ++last;
      const answer = Promise.withResolvers<Response>();
      waiting.set(id, answer);
      const headers = [...new Headers(init?.headers)] as [string, string][];
      ask({ kind: 'fetch', id, url: String(input), headers });
      return answer.promise;
    },
    settle({ id, response, code }) {
      const answer = waiting.get(id);
      waiting.delete(id);
      if (response) {
        const { body, status, headers } = response;
        answer?.resolve(new Response(body, { status, headers: headers as [string, string][] }));
      } else answer?.reject(Object.assign(new Error('fetch failed'), code && { code }));
    },
  };
}
