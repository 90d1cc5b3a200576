/** Longest wait a busy server may ask for, in seconds. */
const MAX_WAIT_SECONDS = 30;

/** A `fetch` that waits when a server says that it gets too many requests (RFC 6585 §4). */
export function patient(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(input, init);
      const waitSeconds = Number(response.headers.get('retry-after') ?? 1);
      if (response.status !== 429 || attempt === 5 || !(waitSeconds <= MAX_WAIT_SECONDS)) {
        return response;
      }
      await response.body?.cancel();
      await new Promise((resolve) => setTimeout(resolve, waitSeconds * 1_000));
    }
  };
}
