/**
 * The address of a status list, normalised, when it is below one of `bases`; else `undefined`: then nothing may be
 * fetched, because a credential must not be able to choose whom we call.
 */
export function statusListUrl(address: string, bases: readonly string[]): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  // `%2e%2e` is normalised away by URL, an encoded slash is not, and some servers decode it.
  if (url.hash || url.username || url.password || /%2f|%5c/i.test(url.pathname)) return undefined;
  return bases.some((base) => isBelow(url.href, new URL(base).href)) ? url.href : undefined;
}

function isBelow(url: string, root: string): boolean {
  return url === root || url.startsWith(root.endsWith('/') ? root : `${root}/`);
}
