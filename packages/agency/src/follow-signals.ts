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
  const follows = signals.flatMap((other) => {
    if (!other) return [];
    if (other.aborted) ending.abort(other.reason);
    const follow = () => ending.abort(other.reason);
    other.addEventListener('abort', follow);
    return [{ other, follow }];
  });
  return {
    signal: ending.signal,
    abort: (reason) => ending.abort(reason),
    // Not by a signal for the listeners: ending one makes an error, with its stack, for each request.
    release() {
      for (const { other, follow } of follows) other.removeEventListener('abort', follow);
    },
  };
}
