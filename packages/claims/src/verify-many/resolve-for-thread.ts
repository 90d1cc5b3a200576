import type { Worker } from 'node:worker_threads';
import type { KeyResolver } from '../issuers/key-resolution.ts';
import type { KeyAnswer, KeyRequest } from './messages.ts';

/** Finds the key that a thread wants to know. Why it failed stays here: it may be anything. */
export async function resolveForThread(
  worker: Worker,
  { id, method, at, purpose }: KeyRequest,
  resolveKey: KeyResolver,
): Promise<void> {
  const failed: KeyAnswer = { kind: 'resolved', id };
  try {
    worker.postMessage({ ...failed, resolution: await resolveKey(method, at, purpose) });
  } catch {
    worker.postMessage(failed);
  }
}
