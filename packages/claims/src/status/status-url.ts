/**
 * The address of a status list, normalised, when it is below `base`; else `undefined`: then nothing may be
 * fetched, because a credential must not be able to choose whom we call.
 */
export function statusListUrl(address: string, base: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const root = new URL(base);
  // `%2e%2e` is normalised away by URL, an encoded slash is not, and some servers decode it.
  if (url.hash || url.username || url.password || /%2f|%5c/i.test(url.pathname)) return undefined;
  const below = root.href.endsWith('/') ? root.href : `${root.href}/`;
  return url.href === root.href || url.href.startsWith(below) ? url.href : undefined;
}
