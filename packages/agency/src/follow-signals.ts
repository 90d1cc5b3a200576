/** A signal that ends when another does. */
export interface Following {
  readonly signal: AbortSignal;
  /** Ends it. */
  readonly abort: (reason: unknown) => void;
  /** Lets go of the others. */
  readonly release: () => void;
}

/**
 * Follows signals for as long as something takes. `AbortSignal.any` and `AbortSignal.timeout` follow until they end, and
 * hold on to the request they were for: of many requests that is most of the memory.
 */
export function followSignals(signals: readonly (AbortSignal | null | undefined)[]): Following {
  const ending = new AbortController();
  const release = new AbortController();
  for (const other of signals) {
    if (other?.aborted) ending.abort(other.reason);
    other?.addEventListener('abort', () => ending.abort(other.reason), { signal: release.signal });
  }
  return {
    signal: ending.signal,
    abort: (reason) => ending.abort(reason),
    release: () => release.abort(),
  };
}
