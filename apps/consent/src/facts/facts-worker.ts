import './without-eval.ts';
import { expose } from 'comlink';
import { createSessionDatabase } from '../session/session-database.ts';
import { loadFacts } from './load-facts.ts';
import type { AskedFacts, FetchForWorker } from './worker-api.ts';

/** Runs beside the page, so that verifying never holds up what a citizen does there. */
const api = {
  load: ({ trustList, ...asked }: AskedFacts, fetch: FetchForWorker) =>
    loadFacts({
      ...asked,
      fetch: async (url, init) => {
        const { signal, headers } = init ?? {};
        const answer = fetch(url, [...new Headers(headers)]);
        const { body, ...rest } = await (signal ? Promise.race([answer, ended(signal)]) : answer);
        return new Response(body, rest);
      },
      publicFetch: (input, init) => globalThis.fetch(input, { ...init, credentials: 'omit' }),
      trustList: { ...trustList, database: createSessionDatabase(indexedDB, 'trust-list') },
    }),
};
export type FactsWorker = typeof api;

expose(api);

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
