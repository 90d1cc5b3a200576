export interface ParallelOptions {
  /** Items taken and not handed over yet, at most: who takes the results slowly stops the work, not the memory. */
  readonly atOnce: number;
  /** Ends it: the loop then throws the reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called when it ends, before what is under way is waited for. */
  readonly beforeEnd?: () => void;
}

type Items<T> = Iterable<T> | AsyncIterable<T>;

/**
 * Does `work` for each item, a few at a time, and hands the results over as they come. An item is taken when there is
 * room for it and not before. When the loop ends early, what is under way is told so by its signal and waited for.
 */
export async function* inParallel<T, R>(
  items: Items<T>,
  { atOnce, signal: asked, beforeEnd }: ParallelOptions,
  work: (item: T, signal: AbortSignal) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const ending = new AbortController();
  const signal = asked ? AbortSignal.any([asked, ending.signal]) : ending.signal;
  const iterator = iteratorOf(items);
  const results: R[] = [];
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  let hasEnded = false;
  let isTaking = false;
  let changed = Promise.withResolvers<void>();

  function change(): void {
    changed.resolve();
    changed = Promise.withResolvers();
  }
  function fail(error: unknown): void {
    failure ??= { error };
    change();
  }
  async function take(): Promise<void> {
    if (isTaking) return;
    isTaking = true;
    try {
      while (!hasEnded && !signal.aborted && running.size + results.length < atOnce) {
        const next = await iterator.next();
        if (signal.aborted) return;
        if (!next.done) start(next.value);
        else {
          hasEnded = true;
          change();
        }
      }
    } finally {
      isTaking = false;
    }
  }
  function start(item: T): void {
    const run = work(item, signal).then(
      (result) => {
        running.delete(run);
        results.push(result);
        change();
      },
      (error) => {
        running.delete(run);
        fail(error);
      },
    );
    running.add(run);
  }

  asked?.addEventListener('abort', change, { signal: ending.signal });
  try {
    for (;;) {
      asked?.throwIfAborted();
      if (failure) throw failure.error;
      const nextChange = changed.promise;
      take().catch(fail);
      if (results.length > 0) {
        yield results[0] as R;
        // Only now is there room: a result counts until it is dealt with.
        results.shift();
      } else if (hasEnded && running.size === 0) return;
      else await nextChange;
    }
  } finally {
    ending.abort();
    beforeEnd?.();
    await Promise.all(running);
    await iterator.return?.();
  }
}

function iteratorOf<T>(items: Items<T>): Iterator<T> | AsyncIterator<T> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}
