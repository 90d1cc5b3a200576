/** Where the citizen goes after the decision. A refused one is never opened; its host is only shown. */
export type WayBack =
  | { readonly allowed: true; readonly host: string; readonly url: string }
  /** `host` is absent when it is no plain address of a website. */
  | { readonly allowed: false; readonly host: string | undefined };

/** A longer address than any agency needs is taken for a mistake. */
export const MAX_LENGTH = 4096;
const DECISION = 'accessGrantUrl';

/**
 * Checks an address a stranger chose against the agency's websites in the register. Only the plain origin
 * counts: an address with a name before the host, or `blob:`, has that origin too and is refused.
 */
export function checkWayBack(backTo: string, agencyOrigins: readonly string[]): WayBack {
  if (backTo.length > MAX_LENGTH || !URL.canParse(backTo))
    return { allowed: false, host: undefined };
  const { href, origin, host } = new URL(backTo);
  if (!href.startsWith(`${origin}/`)) return { allowed: false, host: undefined };
  return agencyOrigins.includes(origin)
    ? { allowed: true, host, url: href }
    : { allowed: false, host };
}

/**
 * The address to go to, with the id of the decision as `redirectToRequestor` of the library adds it. One that
 * was there already is dropped: the library reads the first.
 */
export function addressBack({ url }: { readonly url: string }, decisionId?: string): string {
  const address = new URL(url);
  if (address.searchParams.has(DECISION)) address.searchParams.delete(DECISION);
  if (decisionId !== undefined) address.searchParams.append(DECISION, encodeURI(decisionId));
  return address.href;
}
