import type { QueryClient } from '@tanstack/react-query';

/** A vault server that is silent must not keep news away. */
const AT_MOST_MS = 5_000;

/** Ends when nothing is being asked any more: what a page needs first comes before what keeps it up to date. */
export function whenAnswered(queries: QueryClient, atMostMs = AT_MOST_MS): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(end, atMostMs);
    const stop = queries.getQueryCache().subscribe(check);
    function check() {
      if (queries.isFetching() === 0) end();
    }
    function end() {
      clearTimeout(timer);
      stop();
      done();
    }
    check();
  });
}
