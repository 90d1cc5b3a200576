import type { loadFacts } from './load-facts.ts';
import type { PinnedTrustList } from './whom-to-believe.ts';

type Options = Parameters<typeof loadFacts>[0];

/** Whose facts are loaded, and whom to believe: what can be sent to a worker. */
export interface AskedFacts extends Omit<Options, 'fetch' | 'publicFetch' | 'trustList'> {
  readonly trustList: Omit<PinnedTrustList, 'database'>;
}

/** An answer as it goes to a worker. */
export interface AnswerForWorker {
  readonly status: number;
  readonly headers: [string, string][];
  /** None for an answer that may have none. */
  readonly body: ArrayBuffer | null;
}

/** Reads in the name of the citizen: the sign-in stays with the page, and the worker gets no token. */
export type FetchForWorker = (url: string, headers: [string, string][]) => Promise<AnswerForWorker>;
