import { authorityPaths } from '@grondslag/protocol';

/** Id of a mandate, where it can be fetched. */
export function mandateUrl(baseUrl: string, uuid: string): string {
  return new URL(`${authorityPaths.mandates}/${uuid}`, baseUrl).href;
}
