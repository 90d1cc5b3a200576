import type { KeyResolution, KeyResolver } from '../issuers/key-resolution.ts';
import type { KeyAnswer, KeyRequest } from './messages.ts';
import { Pending } from './pending.ts';

/** The `resolveKey` of a thread: whoever started it asks, and keeps the documents for all its threads. */
export interface ParentResolver {
  readonly resolveKey: KeyResolver;
  settle(answer: KeyAnswer): void;
}

export function createParentResolver(ask: (request: KeyRequest) => void): ParentResolver {
  const pending = new Pending<KeyResolution>();
  return {
    resolveKey: (method, at, purpose = 'assertionMethod') =>
      pending.ask((id) => ask({ kind: 'resolve', id, method, at, purpose })),
    settle({ id, resolution }) {
      const answer = pending.take(id);
      if (resolution) answer?.resolve(resolution);
      else answer?.reject(new Error('Expected an answer of resolveKey, it failed.'));
    },
  };
}
