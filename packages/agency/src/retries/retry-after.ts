/** When a server that says nothing else may be asked again. */
const OTHERWISE_SECONDS = 1;

/**
 * Seconds until a server that is too busy (429, 503) wants to be asked again; `undefined` when it is not too busy.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110.html#section-10.2.3 | RFC 9110, 10.2.3}
 */
export function retryAfterSeconds({ status, headers }: Response, now: Date): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const said = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(said)) return Number(said);
  const seconds = (Date.parse(said) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : OTHERWISE_SECONDS;
}
