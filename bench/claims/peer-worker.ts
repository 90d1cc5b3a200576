import { parentPort, workerData } from 'node:worker_threads';
import type { PeerSettings, PeerWork } from './peers.ts';
import { loadStockJsonld } from './stock-jsonld.ts';

const { stock, ...settings } = workerData as PeerSettings;
if (stock) loadStockJsonld();
const { createPeerStack } = await import('./peer-stack.ts');
const stack = createPeerStack(settings);

parentPort?.on('message', async ({ kind, texts, sparql }: PeerWork) => {
  try {
    parentPort?.postMessage(await stack[kind](texts.split('\n'), sparql));
  } catch (error) {
    parentPort?.postMessage(error);
  }
});
