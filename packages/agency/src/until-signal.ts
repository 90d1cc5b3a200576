import type { Fetch } from './bounded-fetch.ts';

/** One signal of those there are. */
export function anySignal(
  ...signals: readonly (AbortSignal | undefined)[]
): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length > 1 ? AbortSignal.any(given) : given[0];
}

/** A `fetch` that ends with the signal too. */
export function fetchUntil(fetch: Fetch, signal: AbortSignal): Fetch {
  return (input, init = {}) =>
    fetch(input, { ...init, signal: anySignal(init.signal ?? undefined, signal) ?? null });
}

/**
 * The same verbs, each of which fails with the signal's reason as soon as it aborts, whatever it is doing. What gives no
 * promise ends by itself.
 */
export function verbsUntil<Verbs extends object>(verbs: Verbs, signal: AbortSignal): Verbs {
  const bound = Object.entries(verbs).map(([name, verb]) => [
    name,
    (...given: readonly unknown[]) => {
      const work: unknown = signal.aborted ? undefined : verb(...given);
      return work === undefined || work instanceof Promise ? endWith(signal, work) : work;
    },
  ]);
  // Each verb takes and gives what it did.
  return Object.fromEntries(bound) as Verbs;
}

async function endWith<Outcome>(signal: AbortSignal, work: Outcome): Promise<Awaited<Outcome>> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const end = () => reject(signal.reason);
  signal.addEventListener('abort', end);
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}
