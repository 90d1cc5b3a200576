import { authorityPaths } from '@grondslag/protocol';

/** Id of a report, where it can be fetched. */
export function correctionUrl(baseUrl: string, uuid: string): string {
  return new URL(`${authorityPaths.corrections}/${uuid}`, baseUrl).href;
}

/** The UUID in the id of a report; `undefined` when it is not one. */
export function correctionUuidOf(baseUrl: string, id: string): string | undefined {
  const prefix = correctionUrl(baseUrl, '');
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}
