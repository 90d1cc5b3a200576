import { proxy, type Remote, transfer, wrap } from 'comlink';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';
import { PageCodeError } from '../ui/page-code-error.ts';
import { answerForWorker } from './answer-for-worker.ts';
import type { FactView } from './fact-view.ts';
import type { FactsWorker } from './facts-worker.ts';
import workerFile from './facts-worker.ts?worker&url';
import { trustedWorker } from './trusted-worker.ts';
import { fromVault } from './vault-error.ts';
import type { AskedFacts } from './worker-api.ts';

interface Running {
  readonly api: Remote<FactsWorker>;
  /** Rejects when the code of the worker does not load. */
  readonly failed: Promise<never>;
}
let running: Running | undefined;

/**
 * Reads and verifies all facts in the citizen's vault, beside the page.
 *
 * @throws {VaultError} when the vault cannot be read
 * @throws {PageCodeError} when the code that does it cannot be loaded
 */
export async function loadInWorker(
  asked: AskedFacts,
  fetch: AuthenticatedFetch,
): Promise<FactView[]> {
  running ??= start();
  const { api, failed } = running;
  const read = proxy(async (url: string, headers: [string, string][]) => {
    const answer = await answerForWorker(await fetch(url, { headers }));
    return transfer(answer, answer.body ? [answer.body] : []);
  });
  return Promise.race([fromVault(api.load(asked, read)), failed]);
}

function start(): Running {
  const worker = trustedWorker(workerFile);
  const failed = new Promise<never>((_, reject) => {
    worker.onerror = (event) => {
      // The next try starts another.
      running = undefined;
      worker.terminate();
      reject(new PageCodeError(!navigator.onLine, event));
    };
  });
  // Nobody may be waiting.
  failed.catch(() => undefined);
  return { api: wrap<FactsWorker>(worker), failed };
}
