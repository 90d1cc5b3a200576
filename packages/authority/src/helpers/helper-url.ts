import { authorityPaths } from '@grondslag/protocol';

/** Id of a helper of one citizen, where it can be looked at. */
export function helperUrl(baseUrl: string, uuid: string): string {
  return new URL(`${authorityPaths.helpers}/${uuid}`, baseUrl).href;
}
