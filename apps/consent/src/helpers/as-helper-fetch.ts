import { authorityPaths } from '@grondslag/protocol';
import { AS_HELPER_HEADER } from '@grondslag/protocol/v1';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';

/** The same for everybody: these take nobody's name. */
const open = [
  authorityPaths.participants,
  authorityPaths.trustList,
  authorityPaths.mandates,
  authorityPaths.processingActivities,
];

/** Asks the authority for the citizen who is helped: every question but the open ones says so. */
export function createAsHelperFetch(
  id: string,
  { baseUrl, fetch }: { readonly baseUrl: string; readonly fetch: AuthenticatedFetch },
): AuthenticatedFetch {
  const isOpen = (url: string) => open.some((path) => url.startsWith(new URL(path, baseUrl).href));
  return (url, init) => {
    if (isOpen(url)) return fetch(url, init);
    const headers = new Headers(init?.headers);
    headers.set(AS_HELPER_HEADER, id);
    return fetch(url, { ...init, headers: Object.fromEntries(headers) });
  };
}
