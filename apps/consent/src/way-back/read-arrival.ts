import { authorityPaths } from '@grondslag/protocol';

/** Why somebody was sent to the app: to decide on a question of our authority, or of somewhere else. */
export type Arrival =
  | {
      readonly at: 'request';
      readonly requestId: string;
      /** Where the agency wants the citizen back, as it was sent: not yet checked. */
      readonly backTo: string | undefined;
    }
  | { readonly at: 'elsewhere' };

/**
 * Reads what `redirectToAccessManagementUi` of `@inrupt/solid-client-access-grants` puts in the address.
 * Decodes once: the library encodes twice what was encoded already, and who decodes until nothing changes
 * opens another address than was checked. `undefined` when nobody sent the citizen here.
 */
export function readArrival(search: string, authority: string): Arrival | undefined {
  const query = new URLSearchParams(search);
  const requestUrl = query.get('requestVcUrl');
  if (requestUrl === null) return undefined;
  const base = new URL(authorityPaths.credential, authority).href;
  // Never fetched, only compared: the question itself is found among those our authority has for the citizen.
  const ours = requestUrl.startsWith(base) && /^[\w-]{1,64}$/.test(requestUrl.slice(base.length));
  if (!ours) return { at: 'elsewhere' };
  return { at: 'request', requestId: requestUrl, backTo: query.get('redirectUrl') ?? undefined };
}
