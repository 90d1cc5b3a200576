import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface PeerSettings {
  /** `jsonld` as published, else with the patch of this repository. */
  readonly stock: boolean;
  /** Contexts, keys, controllers and status lists, by address. */
  readonly documents: ReadonlyMap<string, object>;
  readonly sources: readonly string[];
}

export interface PeerWork {
  readonly kind: 'verify' | 'verifyByHand' | 'answer' | 'answerByHand';
  /** One a line. */
  readonly texts: string;
  readonly sparql: string;
}

/** A peer in a thread of its own, which is how two copies of `jsonld` fit in one program. */
export interface Peer {
  run(kind: PeerWork['kind'], texts: readonly string[], sparql?: string): Promise<number>;
  close(): Promise<unknown>;
}

export function startPeer(settings: PeerSettings): Peer {
  const worker = new Worker(new URL('peer-worker.ts', import.meta.url), { workerData: settings });
  return {
    async run(kind, texts, sparql = '') {
      worker.postMessage({ kind, texts: texts.join('\n'), sparql } satisfies PeerWork);
      const [found] = await once(worker, 'message');
      if (found instanceof Error) throw found;
      return found;
    },
    close: () => worker.terminate(),
  };
}
