import { authorityPaths } from '@grondslag/protocol';

/** Id of a report, where it can be fetched. */
export function correctionUrl(baseUrl: string, uuid: string): string {
  return new URL(`${authorityPaths.corrections}/${uuid}`, baseUrl).href;
}
