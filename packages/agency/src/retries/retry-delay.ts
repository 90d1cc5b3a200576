const FIRST_MILLISECONDS = 1000;
const MOST_MILLISECONDS = 30_000;

/** Milliseconds to wait after so many failures in a row: longer each time, and cut short by chance, so that not all come back at once. */
export function retryDelay(
  failures: number,
  { first = FIRST_MILLISECONDS, random = Math.random() } = {},
): number {
  const most = Math.min(MOST_MILLISECONDS, first * 2 ** failures);
  return (most / 2) * (1 + random);
}
