import type { Worker } from 'node:worker_threads';
import type { FetchAnswer, FetchRequest } from './messages.ts';

const TIMEOUT_MILLISECONDS = 5_000;

/** Asks what a thread wants to know, as `loadStatusList` would; the body is read, and limited, in the thread. */
export async function fetchForThread(
  worker: Worker,
  { id, url, headers }: FetchRequest,
  fetch: typeof globalThis.fetch,
): Promise<void> {
  try {
    const response = await fetch(url, {
      headers: headers as [string, string][],
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    const { body, status } = response;
    const answer: FetchAnswer = {
      kind: 'fetched',
      id,
      response: { status, headers: [...response.headers] as [string, string][], body },
    };
    worker.postMessage(answer, body ? [body as never] : []);
  } catch (error) {
    const code = (error as { code?: unknown } | null)?.code;
    const answer: FetchAnswer = {
      kind: 'fetched',
      id,
      ...(typeof code === 'string' && { code }),
    };
    worker.postMessage(answer);
  }
}
